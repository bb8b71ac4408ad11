"""Every distinct link of a survey, once, with the places it stands in."""

from collections.abc import Iterator

from workbench.domain.link import Attempt, LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.inspecting.link_verdict import LinkVerdict

MOST_PLACES = 20
_MOST_ATTEMPTS = 12
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)


class LinkEntry:
    """`depth` is how many clicks the link is away from the start page; `told_places` is how many were known when it was told.

    `is_page` is read for its links, `is_sheet` for what its styles ask for; `chain` see `CrawlTrap`.
    """

    __slots__ = (
        "attempts",
        "chain",
        "depth",
        "final_url",
        "head_outcome",
        "is_on_home",
        "is_page",
        "is_sheet",
        "kind",
        "number",
        "outcome",
        "place_count",
        "places",
        "reason",
        "status",
        "told_places",
        "tries",
        "url",
    )

    def __init__(self, number: int, url: str, kind: LinkKind, depth: int) -> None:
        self.number = number
        self.url = url
        self.kind = kind
        self.depth = depth
        self.is_on_home = False
        self.is_page = False
        self.is_sheet = False
        self.chain = 0
        self.tries = 0
        self.attempts: tuple[Attempt, ...] = ()
        self.head_outcome: LinkOutcome | None = None
        self.places: list[Occurrence] = []
        self.place_count = 0
        self.told_places = 0
        self.outcome: LinkOutcome | None = None
        self.status: int | None = None
        self.reason = ""
        self.final_url = ""

    def note_attempt(self, attempt: Attempt) -> None:
        self.attempts = (*self.attempts, attempt)[-_MOST_ATTEMPTS:]

    def settle(self, verdict: LinkVerdict, *, status: int | None = None, final_url: str = "") -> None:
        self.outcome = verdict.outcome
        self.reason = verdict.reason
        self.status = status
        self.final_url = "" if final_url == self.url else final_url


class LinkBook:
    """Numbers are given in the order of discovery and never change."""

    def __init__(self) -> None:
        self._entries: list[LinkEntry] = []
        self._numbers: dict[str, int] = {}
        self._pages: list[str] = []

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, number: int) -> LinkEntry:
        return self._entries[number]

    def __iter__(self) -> Iterator[LinkEntry]:
        return iter(self._entries)

    def enter(self, url: str, kind: LinkKind, *, depth: int) -> tuple[LinkEntry, bool]:
        """The link's entry, and whether it is new."""
        number = self._numbers.get(url)
        if number is not None:
            return self._entries[number], False
        entry = LinkEntry(len(self._entries), url, kind, depth)
        self._numbers[url] = entry.number
        self._entries.append(entry)
        return entry, True

    def find(self, url: str) -> LinkEntry | None:
        number = self._numbers.get(url)
        return None if number is None else self._entries[number]

    def turn_page(self, url: str) -> int:
        """The number under which places on this page are noted."""
        self._pages.append(url)
        return len(self._pages) - 1

    def note_place(self, entry: LinkEntry, *, page: int, text: str, is_home: bool) -> None:
        entry.place_count += 1
        entry.is_on_home = entry.is_on_home or is_home
        if len(entry.places) < MOST_PLACES:
            entry.places.append(Occurrence(self._pages[page], text))

    def tell(self, entry: LinkEntry) -> LinkResult:
        """The link as it is known now."""
        entry.told_places = entry.place_count
        return LinkResult(
            url=entry.url,
            kind=entry.kind,
            outcome=entry.outcome or LinkOutcome.NOT_CHECKED,
            status=entry.status,
            reason=entry.reason,
            final_url=entry.final_url,
            is_on_home=entry.is_on_home,
            occurrences=tuple(entry.places),
            occurrence_count=entry.place_count,
            attempts=() if entry.outcome in _OPENED else entry.attempts,
        )
