"""Where the content of a page begins and ends: what stands around it is the same on every page of the site."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from workbench.views.breadcrumbs import find_breadcrumbs
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of

_FRAME_TAGS = frozenset({"nav", "footer"})
# Whole words of class and id; a word such as "nav" beside "content" or "list" names a box of the content.
_FRAME_MARK = re.compile(
    r"(?<![a-z])(?:nav|navs|navbar|navi|navigation|menu|menus|submenu|topnav|subnav|leftnav|sidenav|mainnav|"
    r"breadcrumbs?|crumbs?|foot|footers?|copyright|topbar|friendlinks?|pager|paging|pagination|pages?bar|"
    r"search|searchbar|searchbox|login|share|bdsharebuttonbox)(?![a-z])"
)
_CONTENT_MARK = re.compile(r"content|list|news|article|main(?!nav)|detail|wrap|body|con(?![a-z])")
_FOOT_MARK = re.compile(r"(?<![a-z])(?:foots?|footers?|footer\w+|copyright|bottom|dibu|bot)(?![a-z])")
_DATED = re.compile(r"^\W{0,3}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
# The closing part may hold this many runs between two words that belong to a footer.
_FOOT_GAP = 30
_LONGEST_FOOT_RUN = 300


@dataclass(slots=True)
class Zones:
    """Content runs are `start` to `stop` (not included), without those inside `frames`.

    `crumbs` are the names on the `path` of runs that says where the page lies.
    """

    outline: Outline
    start: int = 0
    stop: int = 0
    path: range = range(0)
    crumbs: tuple[str, ...] = ()
    frames: list[bool] = field(default_factory=list)

    def is_content(self, run: int) -> bool:
        element = self.outline.run_elements[run]
        return self.start <= run < self.stop and not self.frames[element] and not self.outline.hidden[element]

    def is_frame_element(self, element: int) -> bool:
        return self.frames[element] or not self.start <= self.outline.first_runs[element] < self.stop


def zones_of(outline: Outline) -> Zones:
    path, crumbs = find_breadcrumbs(outline)
    stop = _footer_start(outline, path.stop)
    return Zones(outline, path.stop, stop, path, crumbs, _frames(outline))


def _footer_start(outline: Outline, start: int) -> int:
    """The first run of the closing part: its words follow each other to the end of the page."""
    count = len(outline.texts)
    half = start + (count - start) // 2
    foot = pattern_of("page_words", "footer")
    is_foot = [
        run >= half
        and len(text) < _LONGEST_FOOT_RUN
        and outline.run_anchors[run] == NONE
        and bool(foot.search(text))
        for run, text in enumerate(outline.texts)
    ]
    stop = count
    for run in range(count - 1, half - 1, -1):
        if is_foot[run]:
            stop = run
        elif stop - run > _FOOT_GAP:
            break
    return min([stop, *_marked_feet(outline, is_foot, half, stop)])


def _marked_feet(outline: Outline, is_foot: list[bool], half: int, stop: int) -> list[int]:
    """Where boxes begin that call themselves the foot and speak like one."""
    foot_before = [0, *accumulate(is_foot)]
    feet = []
    for element, mark in enumerate(outline.marks):
        first, last = outline.first_runs[element], outline.last_runs[element]
        if not half <= first < min(stop, last):
            continue
        speaks = foot_before[last] > foot_before[first]
        if outline.tags[element] == "footer" or (speaks and _FOOT_MARK.search(mark)):
            feet.append(first)
    return feet


def _frames(outline: Outline) -> list[bool]:
    """Menus, search boxes and the like, by the names the site gives them; a box that holds a dated line is content."""
    dated_before = [0, *accumulate(bool(_DATED.match(text)) for text in outline.texts)]
    frames: list[bool] = []
    for element, tag in enumerate(outline.tags):
        parent, mark = outline.parents[element], outline.marks[element]
        is_frame = tag in _FRAME_TAGS
        if not is_frame and mark and tag not in ("body", "html"):
            is_frame = bool(_FRAME_MARK.search(mark)) and not _CONTENT_MARK.search(mark)
        if is_frame and tag != "footer":
            is_frame = dated_before[outline.last_runs[element]] == dated_before[outline.first_runs[element]]
        frames.append((parent != NONE and frames[parent]) or is_frame)
    return frames
