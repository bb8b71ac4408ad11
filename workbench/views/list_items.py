"""The items a page lists: every list of the page, and the one the page is there for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.views.article_links import article_links
from workbench.views.date_spots import DateSpot, date_spots
from workbench.views.date_words import DateForm
from workbench.views.item_date import item_date
from workbench.views.list_groups import Entry, Group, column_list, groups_of
from workbench.views.list_records import dated_records
from workbench.views.page_zones import Zones
from workbench.views.title_links import TitleLink, title_links

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class ListItem:
    """`date_source` is the words the date was read from, with how its year was found where the words do not say."""

    title: str
    url: str
    date: date | None
    date_source: str


@dataclass(frozen=True, slots=True)
class PageLists:
    """`own` is the column's own list, in the order of the page; `all_items` are those of every list.

    `own_runs` are the runs from its first title to its last; `is_yearless` says that no date of the page shows its year.
    """

    own: tuple[ListItem, ...]
    all_items: tuple[ListItem, ...]
    list_count: int
    dated_lists: int
    is_yearless: bool
    own_is_side: bool
    own_runs: range


def page_lists(
    zones: Zones, *, resolve: Callable[[str], str], page_url: str, names: Sequence[str], as_of: date
) -> PageLists:
    outline = zones.outline
    links = title_links(zones)
    spots: list[DateSpot] = date_spots(zones, as_of=as_of)
    records = dated_records(outline, links, spots)
    dated = {record.link.number for record in records}
    boxes = {
        link.number
        for record in records
        for link in links.inside(outline, record.element)
        if _is_beside(record.link, link)
    }
    loose = [link for link in links.all if link.number not in dated and link.number not in boxes]
    frame = frozenset(
        resolve(anchor.raw)
        for anchor in outline.anchors
        if zones.frames[anchor.element] or not zones.start <= anchor.first < zones.stop
    )
    undated = list(article_links(loose, resolve=resolve, page_url=page_url, frame_urls=frame))
    groups = groups_of(outline, records, undated)
    items = {id(group): _items(group, resolve, as_of) for group in groups}
    own = column_list(groups, names=names, is_own=lambda raw: _is_below(raw, resolve(raw), page_url))
    return PageLists(
        own=items[id(own)] if own is not None else (),
        all_items=tuple(item for group in groups for item in items[id(group)]),
        list_count=len(groups),
        dated_lists=sum(1 for group in groups if group.is_dated),
        is_yearless=all(spot.form is DateForm.MONTH_DAY for record in records for spot in record.spots),
        own_is_side=own is not None and own.is_side,
        own_runs=_runs(own),
    )


def _runs(group: Group | None) -> range:
    if group is None:
        return range(0)
    links = [entry.link for entry in group.entries]
    return range(min(link.first for link in links), max(link.last for link in links))


def _is_beside(title: TitleLink, other: TitleLink) -> bool:
    """A second link of the same item: its column, its picture, its download."""
    return abs(title.first - other.first) <= 4


def _items(group: Group, resolve: Callable[[str], str], as_of: date) -> tuple[ListItem, ...]:
    return tuple(_item(entry, group.heading, resolve, as_of) for entry in group.entries)


def _item(entry: Entry, heading: str, resolve: Callable[[str], str], as_of: date) -> ListItem:
    url = resolve(entry.link.raw)
    title = entry.link.text[:_LONGEST_TITLE]
    if entry.record is None:
        return ListItem(title, url, None, "")
    found = item_date(entry.record.spots, url=url, heading=heading, as_of=as_of)
    return ListItem(_without(title, entry.record.spots), url, found.day, found.source)


def _without(title: str, spots: Sequence[DateSpot]) -> str:
    """The title without the date that stands inside its link."""
    for spot in spots:
        if title.startswith(spot.words) or title.endswith(spot.words):
            rest = title.removeprefix(spot.words).removesuffix(spot.words).strip(" []【】()（）-—|")
            title = rest or title
    return title


def _is_below(raw: str, url: str, page_url: str) -> bool:
    folder = page_url[: page_url.rfind("/") + 1]
    if "://" in page_url:
        return url.startswith(folder) and url != page_url
    return bool(raw) and not raw.startswith(("/", "..", "#", "?")) and ":" not in raw
