"""Where the content of a page begins and ends: what stands around it is the same on every page of the site."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from workbench.views.breadcrumbs import find_breadcrumbs
from workbench.views.page_foot import DATED_LINE, find_foot
from workbench.views.page_outline import NONE, Outline

_FRAME_TAGS = frozenset({"nav", "footer"})
# Whole words of class and id; a word such as "nav" beside "content" or "list" names a box of the content.
_FRAME_MARK = re.compile(
    r"(?<![a-z])(?:nav|navs|navbar|navi|navigation|menu|menus|submenu|topnav|subnav|leftnav|sidenav|mainnav|"
    r"breadcrumbs?|crumbs?|foot|footers?|copyright|topbar|friendlinks?|pager|paging|pagination|pages?bar|"
    r"search|searchbar|searchbox|login|share|bdsharebuttonbox)(?![a-z])"
)
_CONTENT_MARK = re.compile(r"content|list|news|article|main(?!nav)|detail|wrap|body|con(?![a-z])")


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
    stop = find_foot(outline, start=path.stop)
    return Zones(outline, path.stop, stop, path, crumbs, _frames(outline))


def _frames(outline: Outline) -> list[bool]:
    """Menus, search boxes and the like, by the names the site gives them; a box that holds a dated line is content."""
    dated_before = [0, *accumulate(bool(DATED_LINE.match(text)) for text in outline.texts)]
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
