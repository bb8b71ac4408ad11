"""What the content of a page is made of: prose, inputs, pictures, and the marks of an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.views.page_outline import NONE, Figure
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones

# Shorter runs are labels and headings.
_SHORTEST_PROSE = 12
_LONGEST_TOOL_RUN, _LONGEST_EXCUSE = 60, 40
# Fewer linked pictures are banners and badges, more are an album.
_FEWEST_ALBUM_PICTURES = 4
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
_NO_FRAME = re.compile(
    r"^(?:javascript|about)|tianqi|weather|count|tongji|share|cnzz|conac|baidu\.com|qq\.com", re.IGNORECASE
)
_TYPED_INPUTS = frozenset(
    {"", "text", "email", "tel", "password", "number", "date", "file", "radio", "checkbox"}
)
_PLAYERS = frozenset({"video", "audio", "object", "embed"})


@dataclass(frozen=True, slots=True)
class ContentFacts:
    """Lengths are in signs.

    `prose_first` is the prose before the first item of the list, and `has_article_tools` looks only there too;
    `says_nothing_here` that the page says it is empty.
    """

    prose: int
    prose_first: int
    longest_run: int
    inputs: int
    pictures: int
    embeds: int
    has_article_tools: bool
    says_nothing_here: bool

    @property
    def shows_figure(self) -> bool:
        return self.pictures > 0 or self.embeds > 0


def content_facts(zones: Zones, *, names: Sequence[str], item_runs: range) -> ContentFacts:
    """`item_runs` are the runs from the first to the last item of the list; `names` what the page is called."""
    runs = list(_plain_runs(zones))
    first_item = item_runs.start if item_runs else zones.stop
    prose = {
        run: len(text)
        for run, text in runs
        if len(text) >= _SHORTEST_PROSE
        and run not in item_runs
        and text not in names
        and not _PAGER.match(text)
    }
    figures = [figure for figure in zones.outline.figures if _is_in_content(zones, figure)]
    pictures = [figure for figure in figures if figure.tag == "img" and not _NO_PICTURE.search(figure.detail)]
    album = sum(1 for figure in pictures if figure.is_linked)
    return ContentFacts(
        prose=sum(prose.values()),
        prose_first=sum(length for run, length in prose.items() if run < first_item),
        longest_run=max(prose.values(), default=0),
        inputs=sum(1 for figure in figures if _is_typed(figure)),
        pictures=len(pictures) - (album if album < _FEWEST_ALBUM_PICTURES else 0),
        embeds=sum(1 for figure in figures if figure.tag in _PLAYERS or _is_real_frame(figure)),
        has_article_tools=any(
            run < first_item and len(text) < _LONGEST_TOOL_RUN and _TOOLS.search(text) for run, text in runs
        ),
        says_nothing_here=any(
            len(text) < _LONGEST_EXCUSE and pattern_of("page_words", "nothing_here").search(text)
            for _, text in runs
        ),
    )


def _plain_runs(zones: Zones) -> Iterator[tuple[int, str]]:
    """The runs of the content that are no links."""
    outline = zones.outline
    for run in range(zones.start, zones.stop):
        if zones.is_content(run) and outline.run_anchors[run] == NONE:
            yield run, outline.texts[run]


def _is_in_content(zones: Zones, figure: Figure) -> bool:
    element = figure.element
    is_shown = not zones.frames[element] and not zones.outline.hidden[element]
    return is_shown and zones.start <= figure.run <= zones.stop


def _is_typed(figure: Figure) -> bool:
    return figure.tag == "textarea" or (figure.tag == "input" and figure.detail.lower() in _TYPED_INPUTS)


def _is_real_frame(figure: Figure) -> bool:
    return figure.tag == "iframe" and bool(figure.detail) and not _NO_FRAME.search(figure.detail)
