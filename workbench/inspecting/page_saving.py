"""Which pages of a subject are kept for review offline, and the stylesheets and pictures they ask for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from workbench.domain.finding import Finding
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.fetcher import Fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.inspection_event import AssetCaptured, PageCaptured
from workbench.inspecting.page_capture import capture_of
from workbench.inspecting.refusing_hosts import RefusingHosts
from workbench.inspecting.saved_parts import PartNote, SavedParts
from workbench.views.page_view import PageView

MOST_FINDING_PAGES = 60
MOST_PART_BYTES = 300_000
MOST_BYTES = 5_000_000
TAGS_BELOW = -10_000_000
# Few at a time: what the bounds then leave out is never asked for.
_MOST_OPEN = 8

Allows = Callable[[str], bool]


@dataclass(slots=True)
class SavingPiece:
    """What is new since the piece before; `size` is as of now. `tried` have been asked for beside the survey."""

    wanted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    parts: list[PartNote] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    size: int = 0


class PageSaving:
    """Tell it of pages read and of findings. Once the survey is over put its `questions`, and hand it what `is_own`."""

    def __init__(self, *, as_of: date) -> None:
        self._as_of = as_of
        self._wanted: dict[str, None] = {}
        self._kept: set[str] = set()
        self._parts = SavedParts()
        self._tried: set[str] = set()
        self._asked: list[str] = []
        self._open_pages = 0
        self._open_parts = 0
        self._size = 0
        self._hosts = RefusingHosts()
        self._news = SavingPiece()

    def keep(self, url: str, fetched: Fetched, page: PageView | None) -> Iterator[PageCaptured]:
        """Keep a page that has just been read, once."""
        if url in self._kept or fetched.status is None or not fetched.body:
            return
        self._kept.add(url)
        self._news.kept.append(url)
        yield PageCaptured(capture_of(url, fetched, page))
        if page is not None:
            self._parts.add_page(page.links, page=url)

    def note(self, finding: Finding) -> None:
        """Want the pages it stands on, as far as there is room."""
        if len(self._wanted) >= MOST_FINDING_PAGES:
            return
        for place in (finding.place, *(words for _, words in finding.proof)):
            url = as_asked(place) if place.startswith(("http://", "https://")) else ""
            if url and url not in self._wanted and len(self._wanted) < MOST_FINDING_PAGES:
                self._wanted[url] = None
                self._news.wanted.append(url)

    def wants(self, *urls: str) -> bool:
        return any(url in self._wanted for url in urls)

    def questions(self, *, may_reread: Allows, may_ask: Allows) -> Iterator[FetchRequest]:
        """What is to be asked for now, to be called anew after every answer: first pages, then what they all ask for.

        `may_reread` allows what the survey has read, `may_ask` what there is no reason to leave alone.
        """
        while self._open_pages + self._open_parts < _MOST_OPEN:
            page = next((url for url in self._wanted if self._is_left(url) and may_reread(url)), "")
            part = "" if page or self._open_pages else self._next_part(may_ask)
            if not (page or part):
                return
            self._open_pages += bool(page)
            self._open_parts += bool(part)
            self._tried.add(page or part)
            self._asked.append(page or part)
            tag = TAGS_BELOW - len(self._asked)
            yield FetchRequest(url=page or part, tag=tag, max_bytes=MOST_PART_BYTES if part else 0)

    def is_own(self, fetched: Fetched) -> bool:
        return fetched.request.tag < TAGS_BELOW

    def take(self, fetched: Fetched) -> Iterator[PageCaptured | AssetCaptured]:
        url = self._asked[TAGS_BELOW - fetched.request.tag - 1]
        self._news.tried.append(url)
        self._hosts.note(fetched)
        is_part = bool(fetched.request.max_bytes)
        self._open_parts -= is_part
        self._open_pages -= not is_part
        if fetched.error is not None or fetched.status != 200 or not fetched.body:
            return
        yield from self._take_part(url, fetched) if is_part else self._take_page(url, fetched)

    def take_piece(self) -> bytes:
        piece, self._news = self._news, SavingPiece()
        piece.parts, piece.size = self._parts.take_news(), self._size
        return msgspec.msgpack.encode(piece)

    def take_up(self, pieces: Iterable[bytes]) -> None:
        """Begin with the pieces of an inspection that was killed."""
        for body in pieces:
            piece = msgspec.msgpack.decode(body, type=SavingPiece)
            self._wanted.update(dict.fromkeys(piece.wanted))
            self._kept.update(piece.kept)
            self._parts.take_up(piece.parts)
            self._tried.update(piece.tried)
            self._size = piece.size

    def _is_left(self, url: str) -> bool:
        return url not in self._kept and url not in self._tried and not self._hosts.refuse(url)

    def _next_part(self, may_ask: Allows) -> str:
        if self._size >= MOST_BYTES:
            return ""
        return self._parts.first(lambda url: self._is_left(url) and may_ask(url))

    def _take_page(self, url: str, fetched: Fetched) -> Iterator[PageCaptured]:
        if "html" in fetched.media_type:
            said = fetched.headers.get("content-type", "")
            page = PageView(fetched.body, url=fetched.final_url, content_type=said, as_of=self._as_of)
            yield from self.keep(url, fetched, page)

    def _take_part(self, url: str, fetched: Fetched) -> Iterator[AssetCaptured]:
        part = self._parts[url]
        if not part.is_as_named(fetched):
            return
        self._size += len(fetched.body)
        headers = (("content-type", fetched.headers.get("content-type", "")),)
        yield AssetCaptured(replace(capture_of(url, fetched, None), headers=headers), tuple(part.pages))
        self._parts.add_sheet(url, fetched)


def keep_the_rest(saving: PageSaving, fetcher: Fetcher) -> Iterator[PageCaptured | AssetCaptured]:
    """All that is still wanted, by a fetcher that nobody else is using."""

    def ask() -> None:
        for request in saving.questions(may_reread=_anything, may_ask=_anything):
            fetcher.submit(request)

    ask()
    for fetched in fetcher.completed():
        yield from saving.take(fetched)
        ask()


def _anything(_url: str) -> bool:
    return True
