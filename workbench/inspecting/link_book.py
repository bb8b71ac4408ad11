"""Every distinct link of a survey, once, with the places it stands in."""

from collections.abc import Iterator, Sequence

from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.inspecting.link_columns import LinkColumns
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.packed_urls import PackedUrls, UrlNumbers
from workbench.inspecting.place_log import MOST_PLACES, PlaceLog
from workbench.inspecting.survey_journal import DoubtNote, EntryNote, PageNote, SettledNote, SurveyPiece

_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)
_ON_HOME, _PAGE, _SHEET, _DOCUMENT = 1, 2, 4, 8


class LinkBook:
    """Numbers are given in the order of discovery and never change. What becomes known is noted for `take_piece`.

    An entry is one object from the question until it is settled. `doubts` are those that an earlier survey left waiting for
    their next question.
    """

    def __init__(self, *, is_kept: bool = False) -> None:
        self._is_kept = is_kept
        self._urls, self._pages = UrlNumbers(), PackedUrls()
        self._columns, self._places = LinkColumns(), PlaceLog()
        self.number_of, self.numbers_of = self._urls.number_of, self._urls.numbers_of
        self._live: dict[int, LinkEntry] = {}
        self._fresh: dict[int, LinkEntry] = {}
        self._given_away = 0
        self._settled: list[int] = []
        self._noted: list[PageNote] = []
        self._doubted: list[DoubtNote] = []
        self.doubts: dict[int, DoubtNote] = {}

    def __len__(self) -> int:
        return len(self._columns)

    def __getitem__(self, number: int) -> LinkEntry:
        """To do something with it: until it is settled this is the one object of the link."""
        entry = self._live.get(number)
        if entry is not None:
            return entry
        if number in self._fresh:
            entry = self._fresh.pop(number)
            self._keep(entry)
        else:
            entry = self._entry(number)
        self._live[number] = entry
        return entry

    def __iter__(self) -> Iterator[LinkEntry]:
        """Every link, to look at it."""
        for number in range(len(self)):
            yield self._live.get(number) or self._fresh.get(number) or self._entry(number)

    def enter(self, url: str, kind: LinkKind, *, depth: int) -> tuple[LinkEntry, bool]:
        """The link's entry, and whether it is new."""
        number = self._urls.number_of(url)
        if number is not None:
            return self[number], False
        number = self._urls.add(url)
        self._columns.add(kind, depth=depth)
        self._places.add_link()
        entry = self._fresh[number] = LinkEntry(number, url, kind, depth)
        return entry, True

    def find(self, url: str) -> LinkEntry | None:
        number = self._urls.number_of(url)
        return None if number is None else self[number]

    def outcome_of(self, url: str) -> LinkOutcome | None:
        """How the link ended; None for one that is open or not known."""
        number = self._urls.number_of(url)
        return None if number is None else self._columns.outcome(number)

    def turn_page(self, url: str) -> int:
        """The number under which places on this page are noted."""
        self._put_away()
        if self._is_kept:
            self._noted.append(PageNote(url=url))
        return self._pages.add(url)

    def note_places(self, page: int, places: Sequence[tuple[int, str]], *, is_home: bool = False) -> None:
        """Links by their number, each with its words, as they stand on the page turned last."""
        kept = self._places.note(page, places)
        if is_home:
            for number, _ in places:
                self._columns.flags[number] |= _ON_HOME
        if self._is_kept:
            note = self._noted[-1]
            note.numbers += [number for number, _ in places]
            note.places += kept
            note.is_home = is_home

    def place_count(self, entry: LinkEntry) -> int:
        return self._places.counts[entry.number]

    def has_untold_places(self, entry: LinkEntry) -> bool:
        return self._places.counts[entry.number] != self._columns.told[entry.number]

    def was_told(self, entry: LinkEntry) -> bool:
        return self._columns.told[entry.number] > 0

    def settle(
        self, entry: LinkEntry, verdict: LinkVerdict, *, status: int | None = None, final_url: str = ""
    ) -> None:
        entry.settle(verdict, status=status, final_url=final_url)
        self._keep_settled(entry)
        self._live.pop(entry.number, None)
        if self._is_kept:
            self._settled.append(entry.number)

    def doubt(self, entry: LinkEntry, *, is_second_look: bool) -> None:
        """The link has failed and will be asked again."""
        if self._is_kept:
            note = DoubtNote(
                number=entry.number, tries=entry.tries, is_second_look=is_second_look, attempts=entry.attempts
            )
            self._doubted.append(note)

    def take_piece(self) -> SurveyPiece:
        """What has become known since the last call."""
        self._put_away()
        piece = SurveyPiece(
            entries=[self._entry_note(number) for number in range(self._given_away, len(self))],
            pages=self._noted,
            settled=[self._columns.settled_note(number) for number in self._settled],
            doubts=[note for note in self._doubted if self._columns.outcome(note.number) is None],
        )
        self._given_away = len(self)
        self._noted, self._settled, self._doubted = [], [], []
        return piece

    def add_piece(self, piece: SurveyPiece) -> None:
        """Know again what an earlier survey knew."""
        for note in piece.entries:
            entry, _ = self.enter(note.url, note.kind, depth=note.depth)
            entry.chain, entry.is_sheet, entry.is_document = note.chain, note.is_sheet, note.is_document
        self._put_away()
        for page in piece.pages:
            self._add_page(page)
        for settled in piece.settled:
            self._add_settled(settled)
        for doubt in piece.doubts:
            entry = self[doubt.number]
            entry.tries, entry.attempts = doubt.tries, doubt.attempts
            self.doubts[doubt.number] = doubt
        self._given_away = len(self)
        self._noted, self._settled = [], []

    def _add_page(self, page: PageNote) -> None:
        number = self.turn_page(page.url)
        words = iter(page.places)
        for link in page.numbers:
            text = next(words)[1] if self._places.counts[link] < MOST_PLACES else ""
            self.note_places(number, [(link, text)], is_home=page.is_home)

    def _add_settled(self, note: SettledNote) -> None:
        entry = self[note.number]
        entry.attempts = note.attempts
        entry.settle(
            LinkVerdict(note.outcome, note.reason), status=note.status, final_url=note.final_url or entry.url
        )
        self._keep_settled(entry)
        self._live.pop(note.number, None)
        # It was told then, but for those that are left alone: they are told in the end.
        count = self._places.counts[note.number]
        self._columns.told[note.number] = 0 if note.outcome is LinkOutcome.NOT_CHECKED else min(1, count)
        self.doubts.pop(note.number, None)

    def tell(self, entry: LinkEntry) -> LinkResult:
        """The link as it is known now, which is noted as told."""
        self._columns.told[entry.number] = self._places.counts[entry.number]
        return self.show(entry)

    def tell_shortly(self, entry: LinkEntry) -> LinkResult:
        """The same, but of a link that opens its first place alone: the others are told in the end, when all are known."""
        if entry.outcome not in _OPENED:
            return self.tell(entry)
        self._columns.told[entry.number] = min(1, self._places.counts[entry.number])
        return self._result(entry, self._places.first(entry.number))

    def show(self, entry: LinkEntry) -> LinkResult:
        return self._result(entry, self._places.all(entry.number))

    def _result(self, entry: LinkEntry, places: tuple[tuple[int, str], ...]) -> LinkResult:
        return LinkResult(
            url=entry.url,
            kind=entry.kind,
            outcome=entry.outcome or LinkOutcome.NOT_CHECKED,
            status=entry.status,
            reason=entry.reason,
            final_url=entry.final_url,
            is_on_home=bool(self._columns.flags[entry.number] & _ON_HOME),
            occurrences=tuple(Occurrence(self._pages[page], text) for page, text in places),
            occurrence_count=self._places.counts[entry.number],
            # Of one that the browser alone could open it is kept what failed before.
            attempts=() if entry.outcome in _OPENED and not entry.reason else entry.attempts,
        )

    def _put_away(self) -> None:
        """Into the columns with entries that nothing is being done with any more."""
        for entry in self._fresh.values():
            self._keep(entry)
        self._fresh.clear()

    def _keep(self, entry: LinkEntry) -> None:
        columns, number = self._columns, entry.number
        columns.chains[number] = entry.chain
        marks = entry.is_page * _PAGE | entry.is_sheet * _SHEET | entry.is_document * _DOCUMENT
        columns.flags[number] = columns.flags[number] & _ON_HOME | marks

    def _keep_settled(self, entry: LinkEntry) -> None:
        self._fresh.pop(entry.number, None)
        self._keep(entry)
        outcome = entry.outcome or LinkOutcome.NOT_CHECKED
        self._columns.settle(
            entry.number, outcome, reason=entry.reason, status=entry.status, final_url=entry.final_url
        )
        if entry.attempts:
            self._columns.attempts[entry.number] = entry.attempts

    def _entry(self, number: int) -> LinkEntry:
        columns = self._columns
        entry = LinkEntry(number, self._urls[number], columns.kind(number), columns.depths[number])
        flags = columns.flags[number]
        entry.is_page, entry.is_sheet = bool(flags & _PAGE), bool(flags & _SHEET)
        entry.is_document, entry.chain = bool(flags & _DOCUMENT), columns.chains[number]
        entry.attempts = columns.attempts.get(number, ())
        entry.outcome, entry.status = columns.outcome(number), columns.status(number)
        entry.reason, entry.final_url = columns.reason(number), columns.final_urls.get(number, "")
        return entry

    def _entry_note(self, number: int) -> EntryNote:
        flags = self._columns.flags[number]
        return EntryNote(
            url=self._urls[number],
            kind=self._columns.kind(number),
            depth=self._columns.depths[number],
            chain=self._columns.chains[number],
            is_sheet=bool(flags & _SHEET),
            is_document=bool(flags & _DOCUMENT),
        )
