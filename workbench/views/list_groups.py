"""Gathers dated items and undated titles into the lists they form on the page."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.views.list_heading import (
    HEADING_RUNS,
    LONGEST_HEADING,
    has_side_mark,
    heading_run,
    is_lonely_link,
    is_more_of_others,
)
from workbench.views.list_records import Record
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones
from workbench.views.title_links import TitleLink, is_tool

_LINE_TAGS = frozenset({"li", "tr", "td", "dt", "dd", "p", "a", "span"})
_DIVIDER = re.compile(r"^\W*(?:(?:19|20)\d\d\s*年?(?:度)?|\d{1,2}\s*月|[\d./年月日:-]+)\W*$")
_LIST_LEVELS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list; `record` is None where it shows no date."""

    link: TitleLink
    record: Record | None


@dataclass(frozen=True, slots=True)
class Group:
    """`heading` is what stands above the list.

    `is_side` says that it is one of those that accompany every page; `is_foreign` that its heading is a link of its own
    to some other column.
    """

    element: int
    entries: tuple[Entry, ...]
    heading: str
    is_side: bool
    is_foreign: bool

    @property
    def is_dated(self) -> bool:
        return any(entry.record is not None for entry in self.entries)


def groups_of(
    zones: Zones,
    records: Sequence[Record],
    undated: Sequence[TitleLink],
    *,
    leads_here: Callable[[str], bool],
    is_own: Callable[[str], bool],
) -> list[Group]:
    """`undated` are the links that look like titles of articles and stand in no record.

    `leads_here` says of a reference whether it leads to this page or to what it lies under, `is_own` whether it leads into
    the page's own folder.
    """
    outline = zones.outline
    dated = [(record.element, Entry(record.link, record)) for record in records]
    loose = [(link.element, Entry(link, None)) for link in undated]
    titles = frozenset(entry.link.first for _, entry in (*dated, *loose))
    groups: list[Group] = []
    for entries in (dated, loose):
        positions = [entry.link.first for _, entry in entries]
        boxes: dict[int, list[Entry]] = defaultdict(list)
        for element, entry in entries:
            boxes[_list_of(outline, element, positions)].append(entry)
        groups += [
            _group(zones, part, leads_here=leads_here, titles=titles)
            for part in _parts(zones, boxes, titles, is_own, leads_here)
        ]
    return groups


def _parts(
    zones: Zones,
    boxes: dict[int, list[Entry]],
    titles: frozenset[int],
    is_own: Callable[[str], bool],
    leads_here: Callable[[str], bool],
) -> Iterator[list[tuple[int, Entry]]]:
    """Boxes of the same kind are one list, unless a heading of its own stands above one of them."""
    outline = zones.outline
    held: dict[str, list[tuple[int, Entry]]] = {}
    for box, entries in boxes.items():
        key, lines = _key(outline, box), [(box, entry) for entry in entries]
        is_same = key in held and not _is_headed(outline, held[key][-1], lines[0])
        is_same = is_same and not is_more_of_others(outline, _first_run(lines[0][1]), leads_here)
        is_same = is_same and not _ends_with_box(zones, held[key][0], box, titles)
        if is_same and not _is_of_another_folder(outline, held[key], lines, is_own):
            held[key] += lines
        else:
            if key in held:
                yield held[key]
            held[key] = lines
    yield from held.values()


def _is_of_another_folder(
    outline: Outline,
    above: list[tuple[int, Entry]],
    below: list[tuple[int, Entry]],
    is_own: Callable[[str], bool],
) -> bool:
    """Whether one box holds the column's own articles and the next, apart from it, those of others."""
    if outline.parents[above[-1][0]] == outline.parents[below[0][0]]:
        return False
    mostly = [2 * sum(is_own(entry.link.raw) for _, entry in lines) > len(lines) for lines in (above, below)]
    return mostly[0] != mostly[1]


def _ends_with_box(zones: Zones, first: tuple[int, Entry], box: int, titles: frozenset[int]) -> bool:
    """What accompanies every page does not go on in another box."""
    outline = zones.outline
    if outline.parents[first[0]] == outline.parents[box]:
        return False
    run = heading_run(zones, _first_run(first[1]), titles)
    return run != NONE and bool(pattern_of("page_words", "side_headings").search(outline.texts[run]))


def _is_headed(outline: Outline, above: tuple[int, Entry], below: tuple[int, Entry]) -> bool:
    """Whether a name stands between two boxes; a year or a month divides one list and does not end it."""
    between = range(outline.last_runs[above[0]], _first_run(below[1]))
    names = (outline.texts[run] for run in between[-HEADING_RUNS:])
    return any(
        2 <= len(name) <= LONGEST_HEADING and not is_tool(name) and not _DIVIDER.match(name) for name in names
    )


def _first_run(entry: Entry) -> int:
    spots = entry.record.spots if entry.record is not None else ()
    return min([entry.link.first, *(spot.first for spot in spots)])


def _group(
    zones: Zones,
    boxes: list[tuple[int, Entry]],
    *,
    leads_here: Callable[[str], bool],
    titles: frozenset[int],
) -> Group:
    outline = zones.outline
    element, entry = boxes[0]
    run = heading_run(zones, _first_run(entry), titles)
    heading = outline.texts[run] if run != NONE else ""
    says_side = bool(pattern_of("page_words", "side_headings").search(heading))
    return Group(
        element=element,
        entries=tuple(entry for _, entry in boxes),
        heading=heading,
        is_side=says_side or has_side_mark(outline, element),
        is_foreign=(run != NONE and is_lonely_link(outline, run, leads_here))
        or is_more_of_others(outline, _first_run(entry), leads_here),
    )


def _list_of(outline: Outline, element: int, positions: Sequence[int]) -> int:
    """The nearest element above that holds two items or more; the parent where the item is alone."""
    alone = outline.parents[element] if outline.parents[element] != NONE else element
    above = element
    for _ in range(_LIST_LEVELS):
        if above == NONE:
            break
        first, last = outline.first_runs[above], outline.last_runs[above]
        if bisect_left(positions, last) - bisect_left(positions, first) > 1:
            return _out_of_line(outline, above)
        above = outline.parents[above]
    return alone


def _out_of_line(outline: Outline, element: int) -> int:
    """A line with two items belongs to the list its line stands in."""
    for _ in range(_LIST_LEVELS):
        if outline.tags[element] not in _LINE_TAGS or outline.parents[element] == NONE:
            break
        element = outline.parents[element]
    return element


def _key(outline: Outline, element: int) -> str:
    parent = outline.parents[element]
    above = f"{outline.tags[parent]}.{outline.marks[parent]}" if parent != NONE else ""
    return f"{outline.tags[element]}.{outline.marks[element]}<{above}"
