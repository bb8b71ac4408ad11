"""What the content of a page is made of: prose, inputs, pictures, and the marks of an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.views.page_outline import NONE, Figure
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones

# Shorter runs are labels and headings.
_SHORTEST_PROSE = 12
_PAGER = re.compile(
    r"^(?:[\s\d/|<>«»,，.共条页第每转到跳至当前首尾上下末一前后总记录数:：GOgo确定]+|page.*)$"
)
_TOOLS = re.compile(
    r"字体|字号|打印|浏览次数|浏览量|点击数|点击量|阅读量|访问次数|来源[:：]|信息来源|文章来源|作者[:：]|责任编辑|上一篇|下一篇|【大】|分享到"
)
_NO_PICTURE = re.compile(
    r"logo|icon|banner|red\.png|blue\.png|jiucuo|beian|batb|ghs|wza|qrcode|ewm|erweima|gif$|search|arrow|more|btn|bg",
    re.IGNORECASE,
)
_TYPED_INPUTS = frozenset(
    {"", "text", "email", "tel", "password", "number", "date", "file", "radio", "checkbox"}
)


@dataclass(frozen=True, slots=True)
class ContentFacts:
    """Lengths are in signs.

    `prose_first` is the prose before the first item of the list; `says_nothing_here` that the page says it is empty.
    """

    prose: int
    prose_first: int
    longest_run: int
    inputs: int
    pictures: int
    embeds: int
    has_article_tools: bool
    says_nothing_here: bool


def content_facts(zones: Zones, *, names: Sequence[str], item_runs: range) -> ContentFacts:
    """`item_runs` are the runs from the first to the last item of the list; `names` what the page is called."""
    outline = zones.outline
    prose = prose_first = longest = 0
    has_tools = empty = False
    for run in range(zones.start, zones.stop):
        text = outline.texts[run]
        if not zones.is_content(run) or outline.run_anchors[run] != NONE:
            continue
        has_tools = has_tools or (len(text) < 60 and bool(_TOOLS.search(text)))
        empty = empty or (len(text) < 40 and bool(pattern_of("page_words", "nothing_here").search(text)))
        if len(text) < _SHORTEST_PROSE or run in item_runs or text in names or _PAGER.match(text):
            continue
        prose += len(text)
        longest = max(longest, len(text))
        prose_first += len(text) if run < item_runs.start or not item_runs else 0
    figures = [figure for figure in outline.figures if _is_in_content(zones, figure)]
    return ContentFacts(
        prose=prose,
        prose_first=prose_first,
        longest_run=longest,
        inputs=sum(1 for figure in figures if _is_typed(figure)),
        pictures=sum(
            1 for f in figures if f.tag == "img" and not f.is_linked and not _NO_PICTURE.search(f.detail)
        ),
        embeds=sum(1 for f in figures if f.tag in ("video", "audio", "object", "embed") or _is_real_frame(f)),
        has_article_tools=has_tools,
        says_nothing_here=empty,
    )


def _is_in_content(zones: Zones, figure: Figure) -> bool:
    element = figure.element
    return (
        zones.start <= figure.run <= zones.stop
        and not zones.frames[element]
        and not zones.outline.hidden[element]
    )


def _is_typed(figure: Figure) -> bool:
    return figure.tag == "textarea" or (figure.tag == "input" and figure.detail.lower() in _TYPED_INPUTS)


def _is_real_frame(figure: Figure) -> bool:
    return (
        figure.tag == "iframe"
        and bool(figure.detail)
        and not figure.detail.startswith(("javascript", "about"))
    )
