"""Where the content of a page begins and ends: what stands around it is the same on every page of the site."""

import re
from dataclasses import dataclass, field

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of

_FRAME_TAGS = frozenset({"nav", "footer"})
# Whole words of class and id; a word such as "nav" beside "content" or "list" names a box of the content.
_FRAME_MARK = re.compile(
    r"(?<![a-z])(?:nav|navs|navbar|navi|navigation|menu|menus|submenu|topnav|subnav|leftnav|sidenav|mainnav|"
    r"breadcrumb|breadcrumbs|crumb|crumbs|foot|footer|footers|copyright|topbar|friendlink|friendlinks|"
    r"pager|paging|pagination|pages?bar|search|searchbar|searchbox|login|share|bdsharebuttonbox)(?![a-z])"
)
_CONTENT_MARK = re.compile(r"content|list|news|article|main(?!nav)|detail|wrap|body|con(?![a-z])")
_FOOT_MARK = re.compile(
    r"(?<![a-z])(?:foot|footer|foots|footers|copyright|bottom|dibu)(?![a-z])|footer|copyright"
)
_SEPARATOR = re.compile(r"^[\s>＞»›→/\\|｜\-—·»:：]+$")
_HOME_WORDS = frozenset({"首页", "网站首页", "主页", "返回首页", "首 页", "本站首页", "门户首页"})
# A chain of links deeper into the page than this many runs is no breadcrumb.
_CRUMB_RUNS = 24


@dataclass(slots=True)
class Zones:
    """Content runs are `start` to `stop` (not included), without those inside `frames`; `crumbs` names the path to the page."""

    outline: Outline
    start: int = 0
    stop: int = 0
    crumbs: tuple[str, ...] = ()
    frames: list[bool] = field(default_factory=list)

    def is_content(self, run: int) -> bool:
        element = self.outline.run_elements[run]
        return self.start <= run < self.stop and not self.frames[element] and not self.outline.hidden[element]


def zones_of(outline: Outline) -> Zones:
    zones = Zones(outline, stop=len(outline.texts))
    start, crumbs = _breadcrumb(outline)
    zones.start, zones.crumbs = start, crumbs
    zones.stop = _footer_start(outline, start)
    zones.frames = _frames(outline)
    return zones


def _breadcrumb(outline: Outline) -> tuple[int, tuple[str, ...]]:
    """The run after the path of links, and the names on the path."""
    opening = pattern_of("page_words", "breadcrumb_openings")
    for run, text in enumerate(outline.texts):
        if len(text) < 60 and opening.search(text.replace(" ", "")) and outline.run_anchors[run] == NONE:
            return _path_from(outline, run, text)
    for run, text in enumerate(outline.texts[:-1]):
        if text in _HOME_WORDS and _SEPARATOR.match(outline.texts[run + 1]):
            if (
                outline.run_anchors[run] != NONE
                and outline.run_anchors[run + 1] == NONE
                and "|" not in outline.texts[run + 1]
            ):
                return _path_from(outline, run, "")
    return 0, ()


def _path_from(outline: Outline, run: int, opening: str) -> tuple[int, tuple[str, ...]]:
    """The path reaches to the end of the smallest element that holds the opening and a link, or a name after it."""
    element = outline.run_elements[run]
    while outline.parents[element] != NONE and not _holds_path(outline, element, run):
        element = outline.parents[element]
    last = outline.last_runs[element]
    if last - run > _CRUMB_RUNS:
        last = _chain_end(outline, run)
    texts = outline.texts[run:last]
    if opening:
        texts[0] = re.split(r"[:：]", opening, maxsplit=1)[-1] if re.search(r"[:：]", opening) else ""
    names = [name.strip() for text in texts for name in re.split(r"[>＞»›→/\\|]+|&gt;", text)]
    return last, tuple(name for name in names if name and not _SEPARATOR.match(name))


def _holds_path(outline: Outline, element: int, run: int) -> bool:
    has_link = any(outline.anchors[a].first >= run for a in outline.anchors_in(element))
    return outline.last_runs[element] - run >= 2 and (
        has_link or outline.tags[element] not in ("span", "b", "strong", "em", "a")
    )


def _chain_end(outline: Outline, run: int) -> int:
    """The opening stands loose in a big box: follow links and separators as long as they alternate."""
    last = run + 1
    while last < len(outline.texts) and last - run < _CRUMB_RUNS:
        is_link = outline.run_anchors[last] != NONE
        if not is_link and not _SEPARATOR.match(outline.texts[last]):
            # The name of the page itself closes the path.
            return last + 1 if _SEPARATOR.match(outline.texts[last - 1]) else last
        if (
            is_link
            and last > run + 1
            and outline.run_anchors[last - 1] != NONE
            and outline.run_anchors[last - 1] != outline.run_anchors[last]
        ):
            return last
        last += 1
    return last


def _footer_start(outline: Outline, start: int) -> int:
    """The first run of the closing part: from the first word of a footer on that no text follows but such."""
    count = len(outline.texts)
    half = start + (count - start) // 2
    foot = pattern_of("page_words", "footer")
    stop = count
    for run in range(count - 1, max(half, start) - 1, -1):
        if (
            len(outline.texts[run]) < 300
            and foot.search(outline.texts[run])
            and outline.run_anchors[run] == NONE
        ):
            stop = run
    for element, mark in enumerate(outline.marks):
        if outline.tags[element] == "footer" or (mark and _FOOT_MARK.search(mark)):
            first = outline.first_runs[element]
            if half <= first < stop and outline.last_runs[element] > first:
                stop = first
    return stop


def _frames(outline: Outline) -> list[bool]:
    frames: list[bool] = []
    for element, tag in enumerate(outline.tags):
        parent, mark = outline.parents[element], outline.marks[element]
        is_frame = tag in _FRAME_TAGS or bool(
            mark and _FRAME_MARK.search(mark) and not _CONTENT_MARK.search(mark)
        )
        frames.append((parent != NONE and frames[parent]) or (is_frame and tag not in ("body", "html")))
    return frames
