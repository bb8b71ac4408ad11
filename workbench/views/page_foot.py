"""Finds where the foot of a page begins: who runs the site, its numbers, and how best to look at it."""

import re
from itertools import accumulate

from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of

_MARK = re.compile(r"(?<![a-z])(?:foots?|footers?|footer\w+|copyright|bottom|dibu|bot)(?![a-z])")
DATED_LINE = re.compile(r"^\W{0,3}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
# Between two of its words the foot may hold this many other runs.
_GAP = 30
# On the upper half of a page a word that articles use too must stand close to one that only feet hold.
_NEAR = 6
_LONGEST_RUN = 300
_ARTICLE_RUN = 100


def find_foot(outline: Outline, *, start: int) -> int:
    """The first run of the foot, or the number of runs where there is none; the content begins at `start`."""
    count = len(outline.texts)
    half = start + (count - start) // 2
    sure, likely = _spoken(outline, "footer_surely"), _spoken(outline, "footer")
    lowest = max(start, min(half, _last_of_content(outline, sure) + 1))
    stop = count
    for run in range(count - 1, lowest - 1, -1):
        if sure[run] or (likely[run] and (run >= half or stop - run <= _NEAR)):
            stop = run
        elif stop - run > _GAP:
            break
    boxes = _boxes(outline, words=[*map(max, sure, likely)], lowest=lowest)
    return min(
        [stop, *(first for first in boxes if first < stop and (first >= half or any(sure[first:stop])))]
    )


def _spoken(outline: Outline, key: str) -> list[bool]:
    words = pattern_of("page_words", key)
    return [
        len(text) < _LONGEST_RUN and outline.run_anchors[run] == NONE and bool(words.search(text))
        for run, text in enumerate(outline.texts)
    ]


def _last_of_content(outline: Outline, sure: list[bool]) -> int:
    """The last run that surely belongs to the content: a dated line or a paragraph."""
    for run in range(len(outline.texts) - 1, -1, -1):
        is_paragraph = len(outline.texts[run]) >= _ARTICLE_RUN and not sure[run]
        if is_paragraph or DATED_LINE.match(outline.texts[run]):
            return run
    return NONE


def _boxes(outline: Outline, *, words: list[bool], lowest: int) -> list[int]:
    """Where boxes begin that call themselves the foot and speak like one."""
    spoken_before = [0, *accumulate(words)]
    found = []
    for element, mark in enumerate(outline.marks):
        first, last = outline.first_runs[element], outline.last_runs[element]
        if not lowest <= first < last:
            continue
        speaks = spoken_before[last] > spoken_before[first]
        if outline.tags[element] == "footer" or (speaks and _MARK.search(mark)):
            found.append(first)
    return found
