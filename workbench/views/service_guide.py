"""A service guide by its elements: which of the eight classes it has and which it lacks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from workbench.views.line_texts import line_texts, up_to
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView
from workbench.views.page_words import pattern_of, words_of

ELEMENTS = (
    "事项名称",
    "设定依据",
    "申请条件",
    "办理材料",
    "办理地点",
    "办理时间",
    "联系电话",
    "办理流程",
)
_NAME = "事项名称"
# A page that names itself a guide needs few headings to be taken for one, any other page many.
_FEW, _MANY = 2, 4
_LONGEST_HEADING = 24
_LONGEST_GUIDE = 60_000
_NUMBERING = re.compile(
    r"^[\s●■◆▪·•*※★☆►▶]*(?:[(（【\[〔]?[一二三四五六七八九十\d]{1,3}[)）】\]〕]?[、.．:：\s]*|第[一二三四五六七八九十]+[、条]?\s*)?[【\[〔《“]?\s*"
)
_CLOSING = re.compile(r"\s*[】\]〕》”]?\s*[:：]?\s*$")
_COLON_AFTER = r"\s*[】\]〕]?\s*(?:[（(][^（()）]{0,20}[)）])?\s*[:：]"
_TITLE_PARTS = re.compile(r"[_\-—–|｜>»·]+")
_LISTS = (PageKind.LIST, PageKind.LIST_UNDATED)
_NO_GUIDES = (
    PageKind.HOME,
    PageKind.HOME_MMDD,
    PageKind.HOME_NODATE,
    PageKind.SITEMAP,
    PageKind.REDIRECT,
    PageKind.ERROR,
)


@dataclass(frozen=True, slots=True)
class ServiceGuide:
    """`found` is class to the words of its heading; `empty` are headings that nothing follows. `is_sure` is False for a page
    that names itself a guide and shows hardly any heading.
    """

    found: Mapping[str, str]
    empty: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(element for element in ELEMENTS if element not in self.found)


def service_guide(page: PageView) -> ServiceGuide | None:
    """None for a page that is no guide."""
    if page.kind in _NO_GUIDES:
        return None
    lines = list(up_to(_content_lines(page), _LONGEST_GUIDE))
    headings = dict(_headings(lines))
    filled = _filled(lines)
    empty = tuple(element for element in headings if element in _empty(lines) and element not in filled)
    found = {element: words for element, words in headings.items() if element not in empty}
    names = [part.strip() for part in _TITLE_PARTS.split(page.title)]
    is_titled = _is_titled(names) and page.kind not in _LISTS
    is_enough = len(headings) >= (_FEW if is_titled else _MANY) and (is_titled or _is_formal(page, found))
    if not is_enough or pattern_of("guide_elements", "not_titles").search(names[0]):
        is_doubtful = is_titled and page.kind is PageKind.CONTENT and _says_much(lines)
        return ServiceGuide({}, is_sure=False) if is_doubtful else None
    if _NAME not in found and _is_named(page, names):
        found[_NAME] = names[0]
    return ServiceGuide({element: found[element] for element in ELEMENTS if element in found}, empty)


def _content_lines(page: PageView) -> Iterator[str]:
    zones, outline = page.zones, page.outline
    for is_content, runs in groupby(range(zones.start, zones.stop), key=zones.is_content):
        if is_content:
            held = list(runs)
            yield from line_texts(outline, range(held[0], held[-1] + 1))


def _headings(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Class and words of every heading; the last wins, which is one."""
    for line in lines:
        heading = _CLOSING.sub("", _NUMBERING.sub("", line[: _LONGEST_HEADING * 2]))
        exact = (
            _class_by_heading().get(heading.replace(" ", "")) if len(heading) <= _LONGEST_HEADING else None
        )
        for element in exact or ():
            yield element, heading
        for element in _with_colon(line):
            inline = _before_colon(element).search(line)
            if inline is not None:
                yield element, inline[1]


def _with_colon(line: str) -> tuple[str, ...]:
    """The classes to look for before a colon: most lines of most pages have none."""
    return ELEMENTS if ":" in line or "：" in line else ()


def _empty(lines: list[str]) -> set[str]:
    """Classes with a heading and a colon that the next heading, or the end, follows at once."""
    return {element for own, is_told in _bare_lines(lines) if not is_told for element in own}


def _filled(lines: list[str]) -> set[str]:
    """Classes that are followed by something somewhere; a heading without a colon is taken to be."""
    told = {element for own, is_told in _bare_lines(lines) if is_told for element in own}
    for line in lines:
        for element in _with_colon(line):
            match = _before_colon(element).search(line)
            if match is not None and line[match.end() :].strip():
                told.add(element)
        if not _is_open(line):
            told.update(_classes_of(line))
    return told


def _bare_lines(lines: list[str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The classes of every line that is a heading with a colon, and whether anything but a heading follows."""
    for line, after in pairwise([*lines, ""]):
        if _is_open(line):
            is_heading = any(
                (match := _before_colon(e).search(after)) and match.start() < 8 for e in ELEMENTS
            )
            yield _classes_of(line), bool(after) and not is_heading and not _classes_of(after)


def _is_open(line: str) -> bool:
    return line.rstrip().endswith((":", "："))


def _classes_of(line: str) -> tuple[str, ...]:
    heading = _CLOSING.sub("", _NUMBERING.sub("", line[: _LONGEST_HEADING * 2]))
    return _class_by_heading().get(heading.replace(" ", ""), ()) if len(heading) <= _LONGEST_HEADING else ()


@cache
def _class_by_heading() -> Mapping[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for element in ELEMENTS:
        for word in words_of("guide_elements", element):
            classes[word] = (*classes.get(word, ()), element)
    return classes


@cache
def _before_colon(element: str) -> re.Pattern[str]:
    words = sorted(words_of("guide_elements", element), key=len, reverse=True)
    return re.compile(rf"(?<![\u4e00-\u9fff])({'|'.join(map(re.escape, words))}){_COLON_AFTER}")


def _is_titled(names: list[str]) -> bool:
    return bool(pattern_of("guide_elements", "titles").search(names[0])) and len(names[0]) > _FEW


def _is_formal(page: PageView, found: Mapping[str, str]) -> bool:
    """A guide of the official form, or in a column of guides: an article that tells where to go with what is none."""
    is_filed = any(pattern_of("guide_elements", "columns").search(name) for name in page.breadcrumbs)
    return is_filed or _NAME in found or "设定依据" in found


def _is_named(page: PageView, names: list[str]) -> bool:
    """Whether the title says what service it is, and not only that it is a guide."""
    rest = pattern_of("guide_elements", "titles").sub("", names[0]).strip("《》“”()（）【】 ")
    return len(rest) > 1 and rest not in page.breadcrumbs[:-1]


def _says_much(lines: list[str]) -> bool:
    return sum(map(len, lines)) > 100
