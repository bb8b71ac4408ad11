"""The items a page lists: every list of the page, and the one the page is there for."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.views.article_links import article_links
from workbench.views.column_list import column_list, is_name_of
from workbench.views.date_spots import DateSpot, date_spots
from workbench.views.date_words import DateForm
from workbench.views.item_date import item_date
from workbench.views.item_source import item_source
from workbench.views.link_lists import link_lists
from workbench.views.list_groups import Entry, Group, groups_of
from workbench.views.list_place import ListPlace
from workbench.views.list_records import Record, dated_records
from workbench.views.own_box import is_own_box_empty
from workbench.views.page_outline import Outline
from workbench.views.page_zones import Zones
from workbench.views.plain_rows import plain_records
from workbench.views.title_links import TitleLink, TitleLinks, title_links

LONGEST_TITLE = 300
# A second link of an item, to its column, picture or download, stands within so many runs of its title.
_BESIDE_RUNS = 4


@dataclass(frozen=True, slots=True)
class ListItem:
    """`date_source` is the words the date was read from, with how its year was found where the words do not say; `source`
    is whom the row names beside the title as its source, empty where it names nobody.
    """

    title: str
    url: str
    date: date | None
    date_source: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PageLists:
    """`own` is the column's own list, in the order of the page; `all_items` are those of every list.

    `own_runs` are the runs from its first title to its last; `is_yearless` says that no date of the page shows its year,
    `own_is_plain` that its items are no links.
    """

    own: tuple[ListItem, ...]
    all_items: tuple[ListItem, ...]
    list_count: int
    dated_lists: int
    is_yearless: bool
    own_is_side: bool
    own_is_plain: bool
    own_runs: range


def page_lists(zones: Zones, place: ListPlace) -> PageLists:
    links = title_links(zones)
    spots: list[DateSpot] = date_spots(zones, as_of=place.as_of)
    records = dated_records(zones.outline, links, spots) or plain_records(zones.outline, spots)
    loose = _loose(zones, links, records)
    frame_urls = _frame_urls(zones, place.resolve)
    undated = list(
        article_links(loose, resolve=place.resolve, page_url=place.page_url, frame_urls=frame_urls)
    )
    groups = groups_of(zones, records, undated, leads_here=place.leads_here, is_own=place.is_own)
    own = column_list(groups, names=place.names, is_own=place.is_own)
    if own and _is_of_others(own[0], place):
        has_own_box = len(own) == len(groups) == 1 or is_own_box_empty(
            zones, links, name=next(iter(place.names), "")
        )
        own = [] if has_own_box else own
    if not own:
        own = link_lists(zones, loose, place=place, frame_urls=frame_urls)
    return PageLists(
        own=tuple(item for group in own for item in _items(group, place, zones.outline)),
        all_items=tuple(item for group in groups for item in _items(group, place, zones.outline)),
        list_count=len(groups),
        dated_lists=sum(1 for group in groups if group.is_dated),
        is_yearless=all(spot.form is DateForm.MONTH_DAY for record in records for spot in record.spots),
        own_is_side=bool(own) and own[0].is_side,
        own_is_plain=bool(own) and all(not entry.link.raw for entry in own[0].entries),
        own_runs=_runs(own),
    )


def _loose(zones: Zones, links: TitleLinks, records: Sequence[Record]) -> list[TitleLink]:
    """Links that belong to no dated item."""
    taken = {record.link.number for record in records}
    for record in records:
        for link in links.beside(record.link, within_runs=_BESIDE_RUNS):
            if zones.outline.is_inside(link.element, record.element):
                taken.add(link.number)
    return [link for link in links.all if link.number not in taken and not link.leads_away]


def _frame_urls(zones: Zones, resolve: Callable[[str], str]) -> frozenset[str]:
    return frozenset(
        resolve(anchor.raw) for anchor in zones.outline.anchors if zones.is_frame_element(anchor.element)
    )


def _is_of_others(group: Group, place: ListPlace) -> bool:
    """Whether the best list there is belongs to another column that shows itself on this page."""
    names = [*place.names, *place.path_names]
    if is_name_of(group.heading, names) or not (group.is_side or group.is_foreign):
        return False
    own = sum(place.is_own(entry.link.raw) for entry in group.entries)
    # Without a path the page says less of itself: one article of its own makes the list its own.
    return 2 * own <= len(group.entries) if place.path_names else own == 0 and "://" in place.page_url


def _runs(groups: Sequence[Group]) -> range:
    links = [entry.link for group in groups for entry in group.entries]
    return range(min(link.first for link in links), max(link.last for link in links)) if links else range(0)


def _items(group: Group, place: ListPlace, outline: Outline) -> Iterator[ListItem]:
    firsts = sorted(entry.link.first for entry in group.entries)
    for entry in group.entries:
        behind = bisect_right(firsts, entry.link.first)
        until = firsts[behind] if behind < len(firsts) else len(outline.texts)
        source = item_source(outline, entry.link, until=until)
        yield replace(_item(entry, group.heading, place), source=source)


def _item(entry: Entry, heading: str, place: ListPlace) -> ListItem:
    url = place.resolve(entry.link.raw) if entry.link.raw else ""
    title = entry.link.text[:LONGEST_TITLE]
    if entry.record is None:
        return ListItem(title, url, None, "")
    found = item_date(entry.record.spots, url=url, heading=heading, as_of=place.as_of)
    return ListItem(title_without_date(title, entry.record.spots), url, found.day, found.source)


def title_without_date(title: str, spots: Sequence[DateSpot]) -> str:
    """The title without the date that stands at its edge, inside the link."""
    for spot in spots:
        at = title.find(spot.words)
        left, right = title[:at].rstrip(" [【(（<-—|/"), title[at + len(spot.words) :].lstrip(" ]】)）>-—|/")
        if at >= 0 and not (left and right):
            title = left or right or title
    return title
