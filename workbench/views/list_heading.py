"""What stands above a list, and what it says of the list: its own name, another column's, or a box of every page."""

import re
from collections.abc import Callable

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_zones import Zones
from workbench.views.title_links import is_tool

LONGEST_HEADING = 16
HEADING_RUNS = 3
_SIDE_MARK = re.compile(
    r"(?<![a-z])(?:aside|sidebar|side|hots?|rank|ranking|recommend|relate|related|remen|tuijian|xgxx|xglj)(?![a-z])"
)
_SIDE_TAGS = frozenset({"aside", "marquee"})
_TAB_BOXES = frozenset({"ul", "ol", "tr"})
_MORE = re.compile(r"^\W*(?:查看)?(?:更多|more)\W*$", re.IGNORECASE)
_MARK_LEVELS = 5
_BOX_LEVELS = 3


def heading_run(zones: Zones, first: int, titles: frozenset[int]) -> int:
    """`titles` are the runs where items begin: the end of another list is no heading of this one."""
    texts = zones.outline.texts
    for run in range(first - 1, max(first - HEADING_RUNS, zones.start) - 1, -1):
        if run in titles:
            break
        if 2 <= len(texts[run]) <= LONGEST_HEADING and not is_tool(texts[run]):
            return run
    return NONE


def is_lonely_link(outline: Outline, run: int, leads_here: Callable[[str], bool]) -> bool:
    """Whether the heading links somewhere else and is no tab among others."""
    anchor = outline.run_anchors[run]
    if anchor == NONE or leads_here(outline.anchors[anchor].raw):
        return False
    box = outline.anchors[anchor].element
    for _ in range(_BOX_LEVELS):
        box = outline.parents[box]
        if box == NONE:
            return True
        others = [
            number
            for number in outline.anchors_in(box)
            if number != anchor and not _is_tool_link(outline, number)
        ]
        if others:
            return outline.anchors[others[0]].first > run and outline.tags[box] not in _TAB_BOXES
    return True


def is_more_of_others(outline: Outline, first: int, leads_here: Callable[[str], bool]) -> bool:
    """Whether right above the run `first` stands a link to more of some other column."""
    anchor = outline.run_anchors[first - 1] if first > 0 else NONE
    if anchor == NONE or not _MORE.match(outline.texts[first - 1]):
        return False
    return not leads_here(outline.anchors[anchor].raw)


def _is_tool_link(outline: Outline, number: int) -> bool:
    return is_tool(outline.text_of(outline.anchors[number].element))


def has_side_mark(outline: Outline, element: int) -> bool:
    for _ in range(_MARK_LEVELS):
        if element == NONE:
            return False
        if _SIDE_MARK.search(outline.marks[element]) or outline.tags[element] in _SIDE_TAGS:
            return True
        element = outline.parents[element]
    return False
