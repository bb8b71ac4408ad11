"""The recorded visits to one home page, by day: the view of checks that judge whether a site can be reached."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property

from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.visit_share import VisitShare, share_of

VISITS_A_DAY = 20
SPACING = timedelta(minutes=10)
"""Twenty visits in one minute are one look at the site and not a day of it."""

_CHINA = timezone(timedelta(hours=8))
"""The whole country keeps one time, whatever the PC is set to."""


def day_of(at: datetime) -> date:
    return at.astimezone(_CHINA).date()


def clock_of(at: datetime) -> str:
    return f"{at.astimezone(_CHINA):%m-%d %H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDays:
    """Days that follow one another, with the visits that count, spaced, and the void ones of those days."""

    first: date
    last: date
    visits: tuple[HomeVisit, ...]
    enough_days: int

    @property
    def share(self) -> VisitShare:
        return share_of(self.visits)

    @property
    def failures(self) -> tuple[HomeVisit, ...]:
        return tuple(visit for visit in self.visits if visit.state is VisitState.FAILED)

    def in_words(self) -> str:
        return f"{self.first} 至 {self.last}"


class VisitLog:
    """`visits` may be of any day and in any order; only those to `home_url` count, the address of today's register.

    `days` is how many days in a row the standard asks for.
    """

    def __init__(self, visits: Iterable[HomeVisit], *, home_url: str, days: int = 7) -> None:
        self.home_url = home_url
        self.days = days
        self._visits = sorted(
            (visit for visit in visits if visit.url == home_url),
            key=lambda visit: (visit.at, visit.device, visit.state),
        )

    @cached_property
    def whole(self) -> VisitDays | None:
        """The latest days in a row, as many as are asked for, that have enough visits each; later single visits
        take nothing from them.
        """
        ends = (
            day for day in sorted(self._by_day, reverse=True) if self._stretch(day).enough_days == self.days
        )
        last = next(ends, None)
        return None if last is None else self._stretch(last)

    @cached_property
    def latest(self) -> VisitDays | None:
        """The days up to the last visit, enough or not; None where nobody has visited yet."""
        return self._stretch(max(self._by_day)) if self._by_day else None

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[HomeVisit, ...]]:
        days: dict[date, list[HomeVisit]] = defaultdict(list)
        for visit in _spaced(self._visits):
            days[day_of(visit.at)].append(visit)
        return {day: tuple(held) for day, held in days.items()}

    def _stretch(self, last: date) -> VisitDays:
        wanted = [last - timedelta(days=back) for back in reversed(range(self.days))]
        held = [self._by_day.get(day, ()) for day in wanted]
        return VisitDays(
            first=wanted[0],
            last=last,
            visits=tuple(visit for visits in held for visit in visits),
            enough_days=sum(share_of(visits).counted >= VISITS_A_DAY for visits in held),
        )


def _spaced(visits: Iterable[HomeVisit]) -> Iterator[HomeVisit]:
    """The void visits, and of the others those that come late enough after the one before."""
    last: datetime | None = None
    for visit in visits:
        if visit.state is VisitState.VOID:
            yield visit
        elif last is None or visit.at - last >= SPACING:
            last = visit.at
            yield visit
