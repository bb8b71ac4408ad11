"""Every distinct link of a survey, once, with the places it stands in."""

from collections.abc import Iterator

from workbench.domain.link import Attempt, LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.survey_journal import DoubtNote, EntryNote, PageNote, SettledNote, SurveyPiece

MOST_PLACES = 20
_MOST_ATTEMPTS = 12
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)


class LinkEntry:
    """`depth` is how many clicks the link is away from the start page; `told_places` is how many were known when it was told.

    `is_page` is read for its links, `is_sheet` for what its styles ask for, `is_document` for its words; `chain` see
    `CrawlTrap`.
    """

    __slots__ = (
        "attempts",
        "chain",
        "depth",
        "final_url",
        "head_outcome",
        "is_document",
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
        self.is_document = False
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
    """Numbers are given in the order of discovery and never change. What becomes known is noted for `take_piece`.

    `doubts` are those that an earlier survey left waiting for their next question.
    """

    def __init__(self, *, is_kept: bool = False) -> None:
        self._is_kept = is_kept
        self._new: list[LinkEntry] = []
        self._settled: list[LinkEntry] = []
        self._noted: list[PageNote] = []
        self._doubted: list[DoubtNote] = []
        self.doubts: dict[int, DoubtNote] = {}
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
        if self._is_kept:
            self._new.append(entry)
        return entry, True

    def find(self, url: str) -> LinkEntry | None:
        number = self._numbers.get(url)
        return None if number is None else self._entries[number]

    def turn_page(self, url: str) -> int:
        """The number under which places on this page are noted."""
        self._pages.append(url)
        if self._is_kept:
            self._noted.append(PageNote(url=url))
        return len(self._pages) - 1

    def note_place(self, entry: LinkEntry, *, page: int, text: str, is_home: bool) -> None:
        entry.place_count += 1
        entry.is_on_home = entry.is_on_home or is_home
        if self._is_kept:
            self._noted[-1].numbers.append(entry.number)
            self._noted[-1].is_home = is_home
            if len(entry.places) < MOST_PLACES:
                self._noted[-1].places.append((entry.number, text))
        if len(entry.places) < MOST_PLACES:
            entry.places.append(Occurrence(self._pages[page], text))

    def settle(
        self, entry: LinkEntry, verdict: LinkVerdict, *, status: int | None = None, final_url: str = ""
    ) -> None:
        entry.settle(verdict, status=status, final_url=final_url)
        if self._is_kept:
            self._settled.append(entry)

    def doubt(self, entry: LinkEntry, *, is_second_look: bool) -> None:
        """The link has failed and will be asked again."""
        if self._is_kept:
            note = DoubtNote(
                number=entry.number, tries=entry.tries, is_second_look=is_second_look, attempts=entry.attempts
            )
            self._doubted.append(note)

    def take_piece(self) -> SurveyPiece:
        """What has become known since the last call."""
        piece = SurveyPiece(
            entries=[
                EntryNote(
                    url=e.url,
                    kind=e.kind,
                    depth=e.depth,
                    chain=e.chain,
                    is_sheet=e.is_sheet,
                    is_document=e.is_document,
                )
                for e in self._new
            ],
            pages=self._noted,
            settled=[_settled_note(entry) for entry in self._settled],
            doubts=[note for note in self._doubted if self._entries[note.number].outcome is None],
        )
        self._new, self._noted, self._settled, self._doubted = [], [], [], []
        return piece

    def add_piece(self, piece: SurveyPiece) -> None:
        """Know again what an earlier survey knew."""
        for note in piece.entries:
            entry, _ = self.enter(note.url, note.kind, depth=note.depth)
            entry.chain, entry.is_sheet, entry.is_document = note.chain, note.is_sheet, note.is_document
        for page in piece.pages:
            self._add_page(page)
        for settled in piece.settled:
            entry = self._entries[settled.number]
            entry.attempts = settled.attempts
            entry.settle(LinkVerdict(settled.outcome, settled.reason), status=settled.status)
            entry.final_url = settled.final_url
            # It was told then, but for those that are left alone: they are told in the end.
            entry.told_places = 0 if settled.outcome is LinkOutcome.NOT_CHECKED else min(1, entry.place_count)
            self.doubts.pop(settled.number, None)
        for doubt in piece.doubts:
            entry = self._entries[doubt.number]
            entry.tries, entry.attempts = doubt.tries, doubt.attempts
            self.doubts[doubt.number] = doubt
        self._new, self._noted, self._settled = [], [], []

    def _add_page(self, page: PageNote) -> None:
        number = self.turn_page(page.url)
        words = iter(page.places)
        for link in page.numbers:
            entry = self._entries[link]
            text = next(words)[1] if len(entry.places) < MOST_PLACES else ""
            self.note_place(entry, page=number, text=text, is_home=page.is_home)

    def tell(self, entry: LinkEntry) -> LinkResult:
        """The link as it is known now, which is noted as told."""
        entry.told_places = entry.place_count
        return self.show(entry)

    def show(self, entry: LinkEntry) -> LinkResult:
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
            # Of one that the browser alone could open it is kept what failed before.
            attempts=() if entry.outcome in _OPENED and not entry.reason else entry.attempts,
        )


def _settled_note(entry: LinkEntry) -> SettledNote:
    return SettledNote(
        number=entry.number,
        outcome=entry.outcome or LinkOutcome.NOT_CHECKED,
        reason=entry.reason,
        status=entry.status,
        final_url=entry.final_url,
        attempts=entry.attempts,
    )
