"""Gathers dated items and undated titles into the lists they form on the page, and says which list is the column's own."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.views.list_records import Record
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.title_links import TitleLink

_SIDE_MARK = re.compile(
    r"(?<![a-z])(?:aside|sidebar|side|hot|hots|rank|ranking|recommend|relate|related|remen|tuijian|xgxx|xglj)(?![a-z])"
)
_LONGEST_HEADING = 16
_MOST_WEIGHT = 20
_MARK_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list; `record` is None where it shows no date."""

    link: TitleLink
    record: Record | None


@dataclass(frozen=True, slots=True)
class Group:
    """`heading` is what stands above the list; `is_side` says that it is one of those that accompany every page."""

    element: int
    entries: tuple[Entry, ...]
    heading: str
    is_side: bool

    @property
    def is_dated(self) -> bool:
        return any(entry.record is not None for entry in self.entries)


def groups_of(outline: Outline, records: Sequence[Record], undated: Sequence[TitleLink]) -> list[Group]:
    """`undated` are the links that look like titles of articles and stand in no record."""
    placed: dict[tuple[bool, str], list[tuple[int, Entry]]] = defaultdict(list)
    positions = [record.link.first for record in records]
    for record in records:
        element = _list_of(outline, record.element, positions)
        placed[True, _key(outline, element)].append((element, Entry(record.link, record)))
    positions = [link.first for link in undated]
    for link in undated:
        element = _list_of(outline, link.element, positions)
        placed[False, _key(outline, element)].append((element, Entry(link, None)))
    return [_group(outline, held) for held in placed.values()]


def column_list(
    groups: Sequence[Group], *, names: Sequence[str], is_own: Callable[[str], bool]
) -> Group | None:
    """The list the page is there for.

    `names` are what the column is called; `is_own` says of a reference whether it lies in the column's own folder.
    """
    return max(groups, key=lambda group: _weight(group, names, is_own), default=None)


def _group(outline: Outline, held: list[tuple[int, Entry]]) -> Group:
    element = held[0][0]
    heading = _heading(
        outline, held[0][1].link.first if held[0][1].record is None else _first_run(held[0][1])
    )
    is_side = bool(pattern_of("page_words", "side_headings").search(heading)) or _has_side_mark(
        outline, element
    )
    return Group(element, tuple(entry for _, entry in held), heading, is_side)


def _first_run(entry: Entry) -> int:
    spots = entry.record.spots if entry.record is not None else ()
    return min([entry.link.first, *(spot.first for spot in spots)])


def _list_of(outline: Outline, element: int, positions: Sequence[int]) -> int:
    """The nearest element above that holds two items or more; the parent where the item is alone."""
    alone = outline.parents[element] if outline.parents[element] != NONE else element
    above = element
    while above != NONE:
        first, last = outline.first_runs[above], outline.last_runs[above]
        if bisect_left(positions, last) - bisect_left(positions, first) > 1:
            return _out_of_line(outline, above)
        above = outline.parents[above]
    return alone


def _out_of_line(outline: Outline, element: int) -> int:
    """A line with two items belongs to the list its line stands in."""
    while (
        outline.tags[element] in ("li", "tr", "td", "dt", "dd", "p", "a", "span")
        and outline.parents[element] != NONE
    ):
        element = outline.parents[element]
    return element


def _key(outline: Outline, element: int) -> str:
    parent = outline.parents[element]
    above = f"{outline.tags[parent]}.{outline.marks[parent]}" if parent != NONE else ""
    return f"{outline.tags[element]}.{outline.marks[element]}<{above}"


def _heading(outline: Outline, first: int) -> str:
    for run in range(first - 1, max(first - 4, -1), -1):
        text = outline.texts[run]
        if 2 <= len(text) <= _LONGEST_HEADING:
            return text
    return ""


def _has_side_mark(outline: Outline, element: int) -> bool:
    for _ in range(_MARK_LEVELS):
        if element == NONE:
            return False
        if _SIDE_MARK.search(outline.marks[element]) or outline.tags[element] == "aside":
            return True
        element = outline.parents[element]
    return False


def _weight(group: Group, names: Sequence[str], is_own: Callable[[str], bool]) -> float:
    weight = float(min(len(group.entries), _MOST_WEIGHT))
    weight *= 2.0 if group.is_dated else 1.0
    weight *= 1.5 if group.heading in names else 0.25 if group.is_side else 1.0
    own = sum(1 for entry in group.entries if is_own(entry.link.raw))
    return weight * (1.0 + own / len(group.entries))
