"""Lists of links that are no articles and yet are what a column holds: members, downloads, sub-columns of its own."""

from collections.abc import Sequence

from workbench.views.article_links import is_column_path
from workbench.views.list_groups import Group, groups_of
from workbench.views.list_place import ListPlace
from workbench.views.page_zones import Zones
from workbench.views.title_links import TitleLink, bare
from workbench.views.url_parts import split_url

_FEWEST_LINKS = 5
_FEWEST_SUB_COLUMNS = 3
# Names of columns are shorter, names of members and files longer.
_SHORTEST_NAME = 6


def link_lists(
    zones: Zones, loose: Sequence[TitleLink], *, place: ListPlace, frame_urls: frozenset[str]
) -> list[Group]:
    """Of a page that lists no article; the biggest such list, or nothing."""
    open_links = [link for link in loose if not link.is_hidden and place.resolve(link.raw) not in frame_urls]
    groups = [
        group
        for group in groups_of(zones, [], open_links, leads_here=place.leads_here, is_own=place.is_own)
        if not group.is_side
    ]
    held = [group for group in groups if _is_list(group, place)]
    return [max(held, key=lambda group: len(group.entries))] if held else []


def _is_list(group: Group, place: ListPlace) -> bool:
    raws = [entry.link.raw for entry in group.entries]
    if len(raws) >= _FEWEST_SUB_COLUMNS and all(map(place.is_below, raws)):
        return True
    named = (entry.link for entry in group.entries if len(bare(entry.link.text)) >= _SHORTEST_NAME)
    open_links = [link for link in named if _leads_somewhere(place.resolve(link.raw), place.page_url)]
    return len(open_links) >= _FEWEST_LINKS and 2 * len(open_links) > len(raws)


def _leads_somewhere(url: str, page_url: str) -> bool:
    """To another site, or to a page of this one that is no column."""
    parts, here = split_url(url), split_url(page_url)
    if ":" in url and parts.scheme not in ("http", "https"):
        return False
    return (bool(here.hostname) and parts.hostname != here.hostname) or not is_column_path(parts.path)
