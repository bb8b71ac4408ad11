"""The links of the content that could be titles of items: not tools, not page numbers, not the frame of the page."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import words_of
from workbench.views.page_zones import Zones

_ORNAMENT = re.compile(r"[\s\[\]【】()（）〔〕<>《》＜＞»›→←↓↑·•●■◆▪★☆+＋|｜:：。．.…\-—–_*]+")
_PAGE_NUMBER = re.compile(r"^(?:第?\d+页?|\d+/\d+|共\d+页)$")
_CUT_OFF = re.compile(r"(?:\.{2,}|…+|⋯+|。{2,})$")
# 来源：某某日报 links to where an article came from, 下一篇：… to its neighbour.
_LEADS_AWAY = re.compile(
    r"(?:来源|作者|出处|供稿|编辑|审核|稿源|记者|[上下前后]一[篇条个则])\s*[:：]?\s*[>»]?\s*$"
)
SHORTEST_TITLE = 2
_MOST_LINKS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLink:
    """`number` is the link's number in the outline, its runs are `first` to `last`, not included.

    One that `leads_away` goes to the source or the neighbour of an article: it is no item, and a date beside it dates none.
    """

    number: int
    element: int
    first: int
    last: int
    text: str
    raw: str
    is_hidden: bool
    leads_away: bool = False


class TitleLinks:
    """In the order of the page, with the ones inside an element at hand."""

    def __init__(self, links: list[TitleLink]) -> None:
        self.all = links
        self._elements = [link.element for link in links]

    def inside(self, outline: Outline, element: int) -> list[TitleLink]:
        numbers = self._range(outline, element)
        return self.all[numbers.start : numbers.stop]

    def has_inside(self, outline: Outline, element: int, *, apart_from: int) -> bool:
        """Whether a title stands inside `element`, other than the one that holds run `apart_from`."""
        numbers = self._range(outline, element)
        if len(numbers) != 1:
            return bool(numbers)
        only = self.all[numbers.start]
        return not only.first <= apart_from < only.last

    def beside(self, link: TitleLink, *, within_runs: int) -> Iterator[TitleLink]:
        """The titles that stand close to `link`, itself included."""
        at = bisect_left(self._elements, link.element)
        for other in self.all[max(0, at - within_runs) : at + within_runs + 1]:
            if abs(other.first - link.first) <= within_runs:
                yield other

    def _range(self, outline: Outline, element: int) -> range:
        first = bisect_left(self._elements, element)
        return range(first, bisect_left(self._elements, outline.ends[element], first))


def title_links(zones: Zones) -> TitleLinks:
    outline = zones.outline
    found: list[TitleLink] = []
    for number, anchor in enumerate(outline.anchors):
        if len(found) >= _MOST_LINKS:
            break
        in_content = zones.start <= anchor.first < zones.stop and not zones.frames[anchor.element]
        text = _title(outline, number) if in_content else ""
        if len(bare(text)) >= SHORTEST_TITLE and not is_tool(text):
            link = TitleLink(
                number=number,
                element=anchor.element,
                first=anchor.first,
                last=anchor.last,
                text=text,
                raw=anchor.raw,
                is_hidden=outline.hidden[anchor.element],
                leads_away=_leads_away(outline, anchor.first),
            )
            found.append(link)
    return TitleLinks(found)


def _leads_away(outline: Outline, first: int) -> bool:
    return first > 0 and bool(_LEADS_AWAY.search(outline.texts[first - 1]))


def bare(text: str) -> str:
    """The words without brackets, arrows, bullets and blanks."""
    return _ORNAMENT.sub("", text)


def is_tool(text: str) -> bool:
    words = bare(text).lower()
    return words in words_of("page_words", "tool_links") or bool(_PAGE_NUMBER.match(words))


def _title(outline: Outline, number: int) -> str:
    """What the link shows, or the whole of it from its title attribute where the page cut it off."""
    anchor = outline.anchors[number]
    shown = [
        outline.texts[run] for run in range(anchor.first, anchor.last) if outline.run_anchors[run] != NONE
    ]
    text = " ".join(shown)
    whole = " ".join(anchor.title.split())
    if not text or (_CUT_OFF.search(text) and whole.startswith(_CUT_OFF.sub("", text).strip()[:6])):
        return whole or text
    return text
