"""What a site has reprinted: the items of its columns of reprints, found again by title."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.domain.column import Column, ColumnClass
from workbench.domain.reprint_title import ReprintTitle
from workbench.views.list_items import ListItem
from workbench.views.page_facts import PageFacts
from workbench.views.site_view import SiteView

_SIGNS = re.compile(r"[\s《》“”\"'‘’（）()【】\[\]〔〕、，,。.:：;；!！?？—_|·-]+")
_MARKS = re.compile(r"^(?:【?\[?（?\(?(?:转载|转发|国务院要闻|要闻|政策)】?\]?）?\)?)")
# A list cuts long titles off; a shorter beginning would fit too many.
_SHORTEST_BEGINNING = 10


@dataclass(frozen=True)
class ReprintColumns:
    """`lists` are the pages read of the columns of reprints: the column's own, and those that go on below it."""

    site: SiteView

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(c for c in self.site.columns if c.column_class is ColumnClass.REPRINT)

    @cached_property
    def lists(self) -> tuple[PageFacts, ...]:
        pages = (page for page in self.site.pages if page.items and self._is_of_column(page))
        return tuple(pages)

    @cached_property
    def oldest(self) -> date | None:
        """The day of the oldest item that was read."""
        return min((item.date for item in self._items.values() if item.date is not None), default=None)

    def find(self, wanted: ReprintTitle) -> ListItem | None:
        own = bare_title(wanted.title)
        exact = self._items.get(own)
        if exact is not None:
            return exact
        return next((item for shown, item in self._items.items() if _is_part(shown, own)), None)

    @cached_property
    def _items(self) -> dict[str, ListItem]:
        items = (item for page in self.lists for item in page.items)
        held: dict[str, ListItem] = {}
        for item in items:
            held.setdefault(bare_title(item.title), item)
        return held

    def _is_of_column(self, page: PageFacts) -> bool:
        return any(
            page is self.site.page(column.url)
            or (page.is_list and page.identity["ColumnName"] == column.name)
            or (page.is_list and page.url.startswith(_folder_of(column.url)))
            for column in self.columns
        )


def bare_title(title: str) -> str:
    return _SIGNS.sub("", _MARKS.sub("", title.removesuffix("…").removesuffix("...").strip()))


def _is_part(shown: str, own: str) -> bool:
    """A title that is cut off, or stands there with something added."""
    is_cut = len(shown) >= _SHORTEST_BEGINNING and own.startswith(shown)
    return is_cut or (len(own) >= _SHORTEST_BEGINNING and own in shown)


def _folder_of(url: str) -> str:
    """What the further pages of the column lie below; nothing lies below the top of a site."""
    folder = url.rpartition("/")[0]
    return f"{folder}/" if folder.count("/") > 2 else url
