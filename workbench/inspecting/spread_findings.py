"""Keeps together what pages of one site say in the same words: a slip in a template is one finding, not one on every page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from workbench.domain.finding import Finding

_MOST_PAGES = 20


@dataclass(slots=True, kw_only=True)
class SpreadNote:
    """One page that says it; the first note of a finding is the page it is placed at."""

    finding: UUID
    check: str
    place: str


@dataclass(slots=True)
class _Spread:
    check: str
    place: str
    places: list[str] = field(default_factory=list)
    count: int = 0
    latest: Finding | None = None
    told: int = 0


class SpreadFindings:
    """`take` gives back what is to be told now: the first sight, then each doubling; `rest` the true number in the end.

    What it was shown can be taken away in pieces, so that a killed inspection goes on.
    """

    def __init__(self) -> None:
        self._spreads: dict[UUID, _Spread] = {}
        self._new: list[SpreadNote] = []

    def take(self, finding: Finding) -> tuple[Finding | None, bool]:
        """The finding as it is to be told, if it is, and whether it is seen for the first time."""
        note = SpreadNote(finding=finding.id, check=finding.check, place=finding.place)
        self._new.append(note)
        spread = self._note(note)
        spread.latest = finding
        is_first = spread.count == 1
        if spread.count < 2 * spread.told:
            return None, False
        return self._tell(spread, finding), is_first

    def rest(self, check: str) -> Iterator[Finding]:
        """What has been seen on more pages since it was told."""
        for spread in self._spreads.values():
            if spread.check == check and spread.latest is not None and spread.told != spread.count:
                yield self._tell(spread, spread.latest)

    def take_piece(self) -> list[SpreadNote]:
        new, self._new = self._new, []
        return new

    def take_up(self, notes: Iterable[SpreadNote]) -> None:
        for note in notes:
            spread = self._note(note)
            if spread.count >= 2 * spread.told:
                spread.told = spread.count

    def _note(self, note: SpreadNote) -> _Spread:
        spread = self._spreads.setdefault(note.finding, _Spread(note.check, note.place))
        spread.count += 1
        if len(spread.places) < _MOST_PAGES:
            spread.places.append(note.place)
        return spread

    def _tell(self, spread: _Spread, finding: Finding) -> Finding:
        spread.told = spread.count
        if spread.count == 1:
            return finding
        pages = (("出现页面", f"{spread.count}个"), *(("页面", place) for place in spread.places))
        return replace(
            finding,
            place=spread.place,
            excerpt=f"{finding.excerpt}（同样的内容共在{spread.count}个页面）",
            proof=(*finding.proof, *pages),
        )
