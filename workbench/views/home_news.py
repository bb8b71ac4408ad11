"""What the home page of a site shows as news: its items with the day each was published, wherever that day is written."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.domain.window import Window
from workbench.views.list_items import ListItem
from workbench.views.page_facts import PageFacts
from workbench.views.page_kind import PageKind
from workbench.views.site_view import SiteView

# Fewer items, and the page is a gate to others.
_FEWEST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class DatedItem:
    """`day` None where neither the list, nor another list, nor the article tells one."""

    item: ListItem
    day: date | None
    source: str


@dataclass(frozen=True, kw_only=True)
class HomeNews:
    """`items` without repetitions; `is_second_level` where the home page only leads on, so that the pages behind count."""

    home: PageFacts
    items: tuple[DatedItem, ...]
    pages: tuple[PageFacts, ...]
    is_second_level: bool
    as_of: date

    @cached_property
    def past(self) -> tuple[DatedItem, ...]:
        """Those published by the monitoring day, the newest first."""
        dated = [
            (entry.day, entry) for entry in self.items if entry.day is not None and entry.day <= self.as_of
        ]
        return tuple(entry for _, entry in sorted(dated, key=lambda pair: pair[0], reverse=True))

    @property
    def undated(self) -> int:
        return sum(1 for entry in self.items if entry.day is None)

    @property
    def is_filled_later(self) -> bool:
        return any(page.is_filled_later for page in self.pages)

    def fresh(self, window: Window) -> tuple[DatedItem, ...]:
        return tuple(
            entry
            for entry in self.past
            if entry.day is not None and window.contains(entry.day, as_of=self.as_of)
        )


def home_news(site: SiteView) -> HomeNews | None:
    """None where there is no home page that could be read."""
    home = site.home
    if home is None or home.kind in (PageKind.ERROR, PageKind.REDIRECT):
        return None
    is_gate = len(home.items) < _FEWEST_ITEMS and not home.is_filled_later
    behind = tuple(page for page in site.second_level if page.items) if is_gate else ()
    pages = (home, *behind)
    return HomeNews(
        home=home,
        items=_dated(site, pages),
        pages=pages,
        is_second_level=bool(behind),
        as_of=site.as_of,
    )


def _dated(site: SiteView, pages: tuple[PageFacts, ...]) -> tuple[DatedItem, ...]:
    held: dict[str, DatedItem] = {}
    for page in pages:
        for item in page.items:
            found = DatedItem(item, item.date, item.date_source)
            if item.date is None or page.kind is PageKind.HOME_MMDD:
                known = site.date_of(item.url)
                found = DatedItem(item, known or item.date, "文章页或栏目页" if known else item.date_source)
            key = item.url or item.title
            if key not in held or held[key].day is None:
                held[key] = found
    return tuple(held.values())
