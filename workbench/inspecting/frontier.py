"""What is still to be asked: pages by level and within the limits, other links in between."""

from collections import deque

from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_entry import LinkEntry


class Frontier:
    """Holds numbers of the book's entries only, so that a long queue stays small.

    With a depth limit the pages of one level are all read before those of the next, or a page found on a long way first
    would hide what lies behind it.
    """

    def __init__(self, book: LinkBook, *, max_depth: int | None, max_pages: int | None) -> None:
        self._book = book
        self._max_depth = max_depth
        self._max_pages = max_pages
        self._pages: deque[int] = deque()
        self._links: deque[int] = deque()
        self._level = 0
        self._reading: set[int] = set()
        self._is_page_turn = True
        self.pages_read = 0

    def add_page(self, entry: LinkEntry) -> None:
        if self._max_depth is not None and entry.depth > self._max_depth:
            self._links.append(entry.number)
        else:
            self._pages.append(entry.number)

    def add_seed(self, entry: LinkEntry) -> None:
        """A page that is read whatever the limits say."""
        self._start_reading(entry)

    def add_link(self, entry: LinkEntry) -> None:
        self._links.append(entry.number)

    def did_end(self, entry: LinkEntry, *, was_read: bool) -> None:
        self._reading.discard(entry.number)
        self.pages_read += was_read

    def take(self) -> LinkEntry | None:
        """The next entry to ask for, pages and links by turns; `is_page` is set on what is to be read."""
        self._is_page_turn = not self._is_page_turn
        if self._is_page_turn or not self._links:
            entry = self._next_page()
            if entry is not None:
                return entry
        if self._links:
            return self._book[self._links.popleft()]
        return self._next_page()

    def _next_page(self) -> LinkEntry | None:
        if not self._pages:
            return None
        entry = self._book[self._pages[0]]
        if self._max_depth is not None and entry.depth > self._level:
            if self._reading:
                return None
            self._level = entry.depth
        if self._max_pages is not None and self.pages_read + len(self._reading) >= self._max_pages:
            if self._reading:
                return None
            self._pages.popleft()
            return entry
        self._pages.popleft()
        self._start_reading(entry)
        return entry

    def _start_reading(self, entry: LinkEntry) -> None:
        entry.is_page = True
        self._reading.add(entry.number)
