"""Whether the box under the column's own heading stands empty, so that other lists of the page must not be taken for its own."""

import re

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_zones import Zones
from workbench.views.title_links import TitleLinks, is_tool

_LIST_TAGS = frozenset({"ul", "ol", "table", "tbody", "dl"})
_LIST_MARK = re.compile(r"list|news|article|content|items?(?![a-z])|(?<![a-z])con(?![a-z])")
_MOST_LEVELS = 12
_MOST_HEADING_RUNS = 6


def is_own_box_empty(zones: Zones, links: TitleLinks, *, name: str) -> bool:
    """`name` is what the column is called; the path of links that names it is not its heading."""
    outline = zones.outline
    if not name:
        return False
    for run in range(zones.start, zones.stop):
        if outline.texts[run] == name and zones.is_content(run) and outline.run_anchors[run] == NONE:
            box = _box_of_heading(outline, links, run)
            if box != NONE and _has_empty_list(outline, box, run):
                return True
    return False


def _box_of_heading(outline: Outline, links: TitleLinks, run: int) -> int:
    """The biggest element that holds the heading and no title or prose."""
    box, element = NONE, outline.run_elements[run]
    for _ in range(_MOST_LEVELS):
        if element == NONE or not _is_bare(outline, links, element):
            return box
        box, element = element, outline.parents[element]
    return box


def _is_bare(outline: Outline, links: TitleLinks, element: int) -> bool:
    first, last = outline.first_runs[element], outline.last_runs[element]
    others = [
        outline.texts[run] for run in range(first, min(last, first + 40)) if not is_tool(outline.texts[run])
    ]
    return last - first <= 40 and len(others) <= _MOST_HEADING_RUNS and not links.inside(outline, element)


def _has_empty_list(outline: Outline, box: int, run: int) -> bool:
    return any(
        outline.first_runs[element] == outline.last_runs[element] > run and _is_list(outline, element)
        for element in range(box, outline.ends[box])
    )


def _is_list(outline: Outline, element: int) -> bool:
    return outline.tags[element] in _LIST_TAGS or bool(_LIST_MARK.search(outline.marks[element]))
