"""Finds the line that says where the reader is: 当前位置：首页 > 政务公开 > 通知公告."""

import re

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of

_SEPARATOR = re.compile(r"^[\s>＞»›→/\\|｜\-—·»:：]+$")
_PATH_SEPARATOR = re.compile(r"^\s*(?:[>＞»›→]+|-+>|/|\\|-+)\s*$")
_SPLIT = re.compile(r"[>＞»›→/\\|]+|&gt;")
_HOME_WORDS = frozenset(
    {"首页", "网站首页", "主页", "返回首页", "首 页", "本站首页", "门户首页", "首页>", "首页 >"}
)
_MARK = re.compile(
    r"crumb|bread|position|location|weizhi|dqwz|mbx|lujing|address|(?<![a-z])(?:wz|path|addr|place|loc|site)(?![a-z])"
)
_INLINE = frozenset({"span", "b", "strong", "em", "a", "font", "i"})
_LONGEST_OPENING = 60
# A chain of links longer than this is no path.
_LONGEST_PATH = 24
_MARKED_PATH = 12


def find_breadcrumbs(outline: Outline) -> tuple[range, tuple[str, ...]]:
    """The runs of the path and the names on it; both empty, at the start, where the page shows none."""
    opening = pattern_of("page_words", "breadcrumb_openings")
    for run, text in enumerate(outline.texts):
        is_plain = outline.run_anchors[run] == NONE and len(text) < _LONGEST_OPENING
        if is_plain and opening.search(text.replace(" ", "")):
            return _path_from(outline, run, text)
    for run in range(len(outline.texts) - 1):
        if _opens_path(outline, run):
            return _path_from(outline, run, "")
    return range(0), ()


def _opens_path(outline: Outline, run: int) -> bool:
    """A link home followed by an arrow, or standing in a box that calls itself the path."""
    if outline.texts[run] not in _HOME_WORDS or outline.run_anchors[run] == NONE:
        return False
    if outline.run_anchors[run + 1] == NONE and _PATH_SEPARATOR.match(outline.texts[run + 1]):
        return True
    box = outline.parents[outline.anchors[outline.run_anchors[run]].element]
    for _ in range(3):
        if box == NONE or outline.last_runs[box] - outline.first_runs[box] > _MARKED_PATH:
            return False
        if _MARK.search(outline.marks[box]):
            return True
        box = outline.parents[box]
    return False


def _path_from(outline: Outline, run: int, opening: str) -> tuple[range, tuple[str, ...]]:
    """The path reaches to the end of the smallest element that holds the opening and a link, or a name after it."""
    said = re.split(r"[:：]", opening, maxsplit=1)[1] if re.search(r"[:：]", opening) else ""
    if len(_names([said])) > 1:
        return range(run, run + 1), _names([said])
    element = outline.run_elements[run]
    while outline.parents[element] != NONE and not _holds_path(outline, element, run):
        element = outline.parents[element]
    last = outline.last_runs[element]
    if last - run > _LONGEST_PATH:
        last = _chain_end(outline, run)
    return range(run, last), _names([said if opening else outline.texts[run], *outline.texts[run + 1 : last]])


def _names(texts: list[str]) -> tuple[str, ...]:
    names = (name.strip() for text in texts for name in _SPLIT.split(text))
    return tuple(name for name in names if name and not _SEPARATOR.match(name))


def _holds_path(outline: Outline, element: int, run: int) -> bool:
    if outline.last_runs[element] - run < 2:
        return False
    has_link = any(outline.anchors[number].first >= run for number in outline.anchors_in(element))
    return has_link or outline.tags[element] not in _INLINE


def _chain_end(outline: Outline, run: int) -> int:
    """The opening stands loose in a big box: follow links and separators as long as they alternate."""
    texts, anchors = outline.texts, outline.run_anchors
    last = run + 1
    while last < min(len(texts), run + _LONGEST_PATH):
        if anchors[last] == NONE and not _SEPARATOR.match(texts[last]):
            # The name of the page itself closes the path.
            closes = _SPLIT.match(texts[last]) or _SEPARATOR.match(texts[last - 1])
            return last + 1 if closes else last
        if NONE not in (anchors[last], anchors[last - 1]) and anchors[last] != anchors[last - 1]:
            return last
        last += 1
    return last
