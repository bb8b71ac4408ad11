"""How regularly an account posts, from the days of its posts alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRhythm:
    """`days_silent` counts from the newest post to the monitoring day; None where no post is known.

    `longest_gap` is the most days between two posts, or between the newest and the monitoring day, with its two ends.
    """

    newest: date | None = None
    days_silent: int | None = None
    count: int = 0
    longest_gap: int = 0
    gap_first: date | None = None
    gap_last: date | None = None

    def is_silent(self, limit_days: int) -> bool:
        """Whether nothing came out in the last `limit_days` days; not known to be so where no post is known."""
        return self.days_silent is not None and self.days_silent > limit_days


def post_rhythm(posts: Iterable[date], *, as_of: date) -> PostRhythm:
    """What is dated after the monitoring day is ignored; several posts of one day are one day with posts."""
    held = sorted(day for day in posts if day <= as_of)
    if not held:
        return PostRhythm()
    days = sorted({*held, as_of})
    first, last = max(pairwise(days), key=lambda pair: pair[1] - pair[0], default=(days[0], days[0]))
    return PostRhythm(
        newest=held[-1],
        days_silent=(as_of - held[-1]).days,
        count=len(held),
        longest_gap=(last - first).days,
        gap_first=first,
        gap_last=last,
    )


def last_minute_posts(posts: Iterable[date], *, as_of: date, limit_days: int) -> tuple[date, ...]:
    """The days on which a post came out just before the limit ran out (踩点更新): after a gap of the limit or a day less.

    A single one may be chance; several in a row are what a notice speaks of.
    """
    days = sorted({day for day in posts if day <= as_of})
    return tuple(
        later for earlier, later in pairwise(days) if limit_days - 1 <= (later - earlier).days <= limit_days
    )
