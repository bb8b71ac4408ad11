"""Propose the columns of a site from its home page, its site map and the menus behind, for a person to confirm."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.operations.read_page import PageRequest, read_page
from workbench.views.column_proposals import (
    ColumnProposal,
    classify_column,
    leveled,
    propose_columns,
    site_map_url,
)
from workbench.views.page_view import PageView

# The menus of so many pages name every column of a large site.
MOST_PAGES = 80
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDiscovery:
    """`columns` in the order of the home page; `unread` are pages that could not be opened; `error` says why nothing was."""

    columns: tuple[ColumnProposal, ...] = ()
    pages_read: int = 0
    unread: tuple[str, ...] = ()
    error: str = ""


def discover_columns(
    request: PageRequest, *, most_pages: int = MOST_PAGES, told: Told | None = None
) -> ColumnDiscovery:
    """A home page given as a file is read alone; of one on the web the pages it proposes are read too, each once.

    `told` hears after each page how many have been asked for and how many wait.
    """
    reading = read_page(request)
    if reading.page is None:
        return ColumnDiscovery(error=reading.error)
    home = reading.page
    if Path(request.source).is_file():
        return ColumnDiscovery(columns=propose_columns([home]), pages_read=1)

    def read(url: str) -> PageView | None:
        return read_page(replace(request, source=url, url="")).page

    return walk_columns(home, read, most_pages=most_pages, told=told)


def walk_columns(
    home: PageView,
    read: Callable[[str], PageView | None],
    *,
    most_pages: int,
    told: Told | None = None,
) -> ColumnDiscovery:
    """From the home page over its site map to every column proposed on the way; `read` gives a page, None where it cannot."""
    pages: dict[str, PageView] = {home.url: home}
    unread: list[str] = []
    waiting = [url for url in (site_map_url(home), *_urls([home])) if url]
    while waiting and len(pages) + len(unread) < most_pages:
        url = waiting.pop(0)
        if url in pages or url in unread:
            continue
        page = read(url)
        if page is None:
            unread.append(url)
        else:
            pages[url] = page
            waiting += _urls([page])
        if told is not None:
            asked = len(pages) + len(unread)
            told(asked, len(set(waiting) - set(pages) - set(unread)))
    found = propose_columns(pages.values())
    classed = [classify_column(entry, pages[entry.url]) if entry.url in pages else entry for entry in found]
    return ColumnDiscovery(columns=leveled(classed), pages_read=len(pages), unread=tuple(unread))


def _urls(pages: list[PageView]) -> list[str]:
    return [entry.url for entry in propose_columns(pages)]
