"""The stylesheets and pictures that the kept pages of a subject ask for, bounded in number; a stylesheet's own, one level deep."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from workbench.domain.link import LinkKind
from workbench.fetch.fetched import Fetched
from workbench.views.page_links import PageLink, sheet_links
from workbench.views.url_resolver import UrlResolver

MOST_PARTS = 240
# A link with a picture behind it shows nothing in the page.
_NOT_SHOWN = ("a", "area")
_SHEET_TYPES = ("", "text/css", "text/plain")
_PICTURE_TYPES = ("", "application/octet-stream", "binary/octet-stream")

PartNote = tuple[str, int, str]
"""Address, sort, and a page it belongs to."""


class PartSort(IntEnum):
    PICTURE = 0
    SHEET = 1
    IMPORTED_SHEET = 2


@dataclass(slots=True)
class SavedPart:
    """`pages` are the addresses of the kept pages it belongs to."""

    sort: PartSort
    pages: list[str] = field(default_factory=list)

    def is_as_named(self, fetched: Fetched) -> bool:
        """Whether the answer is of the sort that was asked for, and no error page in its place."""
        if self.sort is PartSort.PICTURE:
            return fetched.media_type.startswith("image/") or fetched.media_type in _PICTURE_TYPES
        return fetched.media_type in _SHEET_TYPES


class SavedParts:
    def __init__(self) -> None:
        self._parts: dict[str, SavedPart] = {}
        self._news: list[PartNote] = []

    def __getitem__(self, url: str) -> SavedPart:
        return self._parts[url]

    def first(self, is_next: Callable[[str], bool]) -> str:
        """The first address of which that is so, or nothing."""
        return next((url for url in self._parts if is_next(url)), "")

    def add_page(self, links: Iterable[PageLink], *, page: str) -> None:
        for link in links:
            if link.tag not in _NOT_SHOWN:
                self._add(link, sheet=PartSort.SHEET, pages=[page])

    def add_sheet(self, url: str, fetched: Fetched) -> None:
        """What a stylesheet of a page asks for belongs to the same pages."""
        part = self._parts[url]
        if part.sort is PartSort.SHEET:
            text = fetched.body.decode("utf-8", "replace")
            for link in sheet_links(text, UrlResolver(fetched.final_url, charset="utf-8"), tag="style"):
                self._add(link, sheet=PartSort.IMPORTED_SHEET, pages=part.pages)

    def take_news(self) -> list[PartNote]:
        news, self._news = self._news, []
        return news

    def take_up(self, notes: Iterable[PartNote]) -> None:
        for url, sort, page in notes:
            self._parts.setdefault(url, SavedPart(PartSort(sort))).pages.append(page)

    def _add(self, link: PageLink, *, sheet: PartSort, pages: Iterable[str]) -> None:
        if link.kind not in (LinkKind.STYLE, LinkKind.IMAGE) or not link.url.startswith("http"):
            return
        if link.url not in self._parts and len(self._parts) >= MOST_PARTS:
            return
        sort = sheet if link.kind is LinkKind.STYLE else PartSort.PICTURE
        part = self._parts.setdefault(link.url, SavedPart(sort))
        for page in _but(pages, part.pages):
            part.pages.append(page)
            self._news.append((link.url, part.sort.value, page))


def _but(pages: Iterable[str], known: list[str]) -> Iterator[str]:
    seen = set(known)
    yield from (page for page in list(pages) if page not in seen)
