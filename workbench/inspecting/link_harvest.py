"""Enters the links of a page into the book, and queues those that are new."""

from collections.abc import Container, Iterable, Iterator
from operator import itemgetter

from workbench.domain.link import LinkKind
from workbench.inspecting.crawl_trap import CrawlTrap, is_endless
from workbench.inspecting.frontier import Frontier
from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.odd_scheme import is_mere_button, is_web_address, scheme_verdict
from workbench.inspecting.survey_scope import SurveyScope
from workbench.views.attachment_text import READABLE as READABLE_FILES
from workbench.views.page_links import PageLink
from workbench.views.page_view import PageView
from workbench.views.url_parts import split_url

_WORDING = itemgetter(PageLink._fields.index("url"), PageLink._fields.index("text"))
READABLE = (LinkKind.PAGE, LinkKind.FRAME)
# A page with more links than this is no mere signpost to another.
_SIGNPOST_LINKS = 4


class LinkHarvest:
    """Of a site's attachments the first `most_documents` are to be read; `documents_left` counts those beyond."""

    def __init__(
        self,
        book: LinkBook,
        frontier: Frontier,
        scope: SurveyScope,
        trap: CrawlTrap,
        *,
        most_documents: int = 0,
    ) -> None:
        self._book = book
        self._frontier = frontier
        self._scope = scope
        self._trap = trap
        self._pages_seen: set[int] = set()
        self._most_documents = most_documents
        self._documents = 0
        self.documents_left = 0

    def gather(self, page: PageView, *, parent: LinkEntry, is_home: bool) -> Iterator[LinkEntry]:
        """Note every link of the page, each wording once, and yield the new ones."""
        if hash(page.url) in self._pages_seen:
            # Another address leads to a page that has been read.
            return iter(())
        found = list(self.gather_links(_links_of(page), page=page.url, parent=parent, is_home=is_home))
        self._trap.chain_up(parent, found, lambda: page.text)
        return iter(found)

    def gather_links(
        self, links: Iterable[PageLink], *, page: str, parent: LinkEntry, is_home: bool = False
    ) -> Iterator[LinkEntry]:
        # By their hash, as the book knows links: it is a third of the room.
        if hash(page) in self._pages_seen:
            return
        self._pages_seen.add(hash(page))
        number = self._book.turn_page(page)
        counts_all = self._scope.counts_all
        found: list[LinkEntry] = []
        places: list[tuple[int, str]] = []
        # Each wording once, and all addresses looked up at once: this is done for every link of every page.
        links = tuple(links)
        wordings = tuple(dict.fromkeys(map(_WORDING, links)))
        numbers = self._book.numbers_of([url for url, _ in wordings])
        new = dict(zip(map(_WORDING, links[::-1]), links[::-1], strict=True)) if None in numbers else {}
        for wording, held in zip(wordings, numbers, strict=True):
            url, text = wording
            is_counted = counts_all or self._scope.is_counted(url, page=page)
            # Among the new ones it may stand twice, with other words.
            known = self._book.number_of(url) if held is None else held
            if known is None:
                entry = self._enter(new[wording], depth=parent.depth + 1, is_counted=is_counted)
                if entry is None:
                    continue
                found.append(entry)
                known = entry.number
            if is_counted:
                places.append((known, text))
        self._book.note_places(number, places, is_home=is_home)
        yield from found

    def _enter(self, link: PageLink, *, depth: int, is_counted: bool) -> LinkEntry | None:
        """The new entry of a link; None for one that is neither ours to read nor to answer for."""
        is_web = is_web_address(link.url)
        if not is_web and is_mere_button(link.url):
            return None
        is_page = (
            is_web and link.kind in READABLE and self._scope.is_own(link.url) and not is_endless(link.url)
        )
        if not is_counted and not is_page:
            return None
        entry, _ = self._book.enter(link.url, link.kind, depth=depth)
        if is_page:
            self._frontier.add_page(entry)
        elif is_web:
            is_own = self._scope.is_own(link.url)
            entry.is_sheet = link.kind is LinkKind.STYLE and is_own
            entry.is_document = link.kind is LinkKind.ATTACHMENT and is_own and self._has_room_for(link.url)
            self._frontier.add_link(entry)
        else:
            self._book.settle(entry, scheme_verdict(link.url))
        return entry

    def _has_room_for(self, url: str) -> bool:
        if not self._most_documents or not split_url(url).path.lower().endswith(READABLE_FILES):
            return False
        has_room = self._documents < self._most_documents
        self._documents += has_room
        self.documents_left += not has_room
        return has_room

    def take_up(self, pages: Iterable[str], *, but: Container[int] = ()) -> None:
        """Go on after a kill: these pages have been gathered from, and every open link of the book is queued again."""
        self._pages_seen.update(map(hash, pages))
        self._documents = sum(entry.is_document for entry in self._book)
        for entry in self._book:
            if entry.outcome is None and entry.number not in but:
                self._queue(entry)

    def _queue(self, entry: LinkEntry) -> None:
        if entry.kind in READABLE and self._scope.is_own(entry.url) and not is_endless(entry.url):
            self._frontier.add_page(entry)
        else:
            self._frontier.add_link(entry)


def signpost(page: PageView) -> str:
    """Where a bare page sends the reader by its script or a refresh; empty for a page with content of its own."""
    return page.refresh_target if len(page.links) <= _SIGNPOST_LINKS else ""


def _links_of(page: PageView) -> tuple[PageLink, ...]:
    target = signpost(page)
    if not target or any(link.url == target for link in page.links):
        return page.links
    return (*page.links, PageLink(target, target, "", LinkKind.PAGE, "script"))
