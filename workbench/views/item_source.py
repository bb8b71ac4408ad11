"""Whom the row of an item names as its source, beside the title: `来源：新华网`, `[转载]`."""

import re

from workbench.views.page_outline import NONE, Outline
from workbench.views.title_links import TitleLink

_SOURCE = re.compile(
    r"(?:信息来源|文章来源|稿件来源|来源|转自|摘自|稿源|出处)\s*[:：]\s*([^\s，。；;|｜/)）\]】]{2,30})"
)
_MARK = re.compile(r"[\[【(（]\s*(转载|转发|转)\s*[\]】)）]")
# A row is a few stretches of text: number, kind, source, date, clicks.
_RUNS_BEHIND = 6
_LONGEST = 60


def item_source(outline: Outline, link: TitleLink, *, until: int) -> str:
    """In the words of the row, empty where it says nothing; `until` is the run where the next title begins."""
    before = range(max(link.first - 1, 0), link.first)
    behind = range(link.last, min(link.last + _RUNS_BEHIND, until, len(outline.texts)))
    for run in (*before, *behind):
        text = outline.texts[run]
        if outline.run_anchors[run] == NONE and len(text) <= _LONGEST:
            found = source_in(text)
            if found:
                return found
    return ""


def source_in(text: str) -> str:
    """The name behind a label, else the mark that says it is a reprint."""
    found = _SOURCE.search(text) or _MARK.search(text)
    return found[1] if found else ""
