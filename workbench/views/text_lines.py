"""Puts runs together that stand on one line: words that a page wraps in spans and fonts, one sign each if it likes."""

from collections.abc import Iterator
from itertools import groupby

from workbench.views.page_outline import NONE, Outline

_INLINE = frozenset(
    {
        *(
            "span",
            "font",
            "b",
            "strong",
            "em",
            "i",
            "u",
            "s",
            "a",
            "label",
            "small",
            "big",
            "sub",
            "sup",
            "ins",
        ),
        *("o:p", "st1:chsdate", "bdo", "tt", "code", "mark", "abbr", "time", "center"),
    }
)


def line_element(outline: Outline, run: int) -> int:
    """The box around the run that begins a new line."""
    element = outline.run_elements[run]
    while element != NONE and outline.tags[element] in _INLINE:
        element = outline.parents[element]
    return element


def text_lines(outline: Outline, runs: range) -> Iterator[range]:
    """The runs, line by line, in the order of the page."""
    for _, line in groupby(runs, key=lambda run: line_element(outline, run)):
        held = list(line)
        yield range(held[0], held[-1] + 1)
