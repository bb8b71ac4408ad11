"""Gathers dated items and undated titles into the lists they form on the page, and says which list is the column's own."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.views.list_records import Record
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_words import pattern_of
from workbench.views.page_zones import Zones
from workbench.views.title_links import TitleLink, bare, is_tool

_SIDE_MARK = re.compile(
    r"(?<![a-z])(?:aside|sidebar|side|hots?|rank|ranking|recommend|relate|related|remen|tuijian|xgxx|xglj)(?![a-z])"
)
_LINE_TAGS = frozenset({"li", "tr", "td", "dt", "dd", "p", "a", "span"})
_TAB_BOXES = frozenset({"ul", "ol", "tr"})
_DIVIDER = re.compile(r"^\W*(?:(?:19|20)\d\d\s*年?(?:度)?|\d{1,2}\s*月|[\d./年月日:-]+)\W*$")
_LONGEST_HEADING = 16
_HEADING_RUNS = 3
_MOST_WEIGHT = 15
_DATED_WEIGHT = 4.0
_MARK_LEVELS = 5
_LIST_LEVELS = 40
_MOSTLY = 0.5


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
) -> list[Group]:
    """`undated` are the links that look like titles of articles and stand in no record.

    `leads_here` says of a reference whether it leads to this page or to what it lies under.
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
            _group(zones, part, leads_here=leads_here, titles=titles) for part in _parts(outline, boxes)
        ]
    return groups


def _parts(outline: Outline, boxes: dict[int, list[Entry]]) -> Iterator[list[tuple[int, Entry]]]:
    """Boxes of the same kind are one list, unless a heading of its own stands above one of them."""
    held: dict[str, list[tuple[int, Entry]]] = {}
    for box, entries in boxes.items():
        key, lines = _key(outline, box), [(box, entry) for entry in entries]
        if key in held and not _is_headed(outline, held[key][-1], lines[0]):
            held[key] += lines
        else:
            if key in held:
                yield held[key]
            held[key] = lines
    yield from held.values()


def _is_headed(outline: Outline, above: tuple[int, Entry], below: tuple[int, Entry]) -> bool:
    """Whether a name stands between two boxes; a year or a month divides one list and does not end it."""
    between = range(outline.last_runs[above[0]], _first_run(below[1]))
    names = (outline.texts[run] for run in between[-_HEADING_RUNS:])
    return any(
        2 <= len(name) <= _LONGEST_HEADING and not is_tool(name) and not _DIVIDER.match(name)
        for name in names
    )


def _first_run(entry: Entry) -> int:
    spots = entry.record.spots if entry.record is not None else ()
    return min([entry.link.first, *(spot.first for spot in spots)])


def column_list(
    groups: Sequence[Group], *, names: Sequence[str], is_own: Callable[[str], bool]
) -> list[Group]:
    """The list the page is there for, first, with the others that also hold the column's own articles.

    `names` are what the column is called; `is_own` says of a reference whether it lies in the column's own folder.
    """
    if not groups:
        return []
    shares = [sum(is_own(entry.link.raw) for entry in group.entries) / len(group.entries) for group in groups]
    rated = sorted(
        zip(groups, shares, strict=True),
        key=lambda pair: (_is_dated_and_own(*pair), _weight(pair[0], names, pair[1])),
        reverse=True,
    )
    best = rated[0][0]
    others = (
        group
        for group, share in zip(groups, shares, strict=True)
        if group is not best
        and _is_peer(best, group)
        and (share > _MOSTLY or (group.is_foreign and best.is_foreign))
    )
    return [best, *others]


def _is_dated_and_own(group: Group, own_share: float) -> bool:
    """Articles of the column's own folder with their dates: there is no better sign of its list."""
    return group.is_dated and own_share > _MOSTLY and not group.is_side


def _is_peer(best: Group, group: Group) -> bool:
    return group.is_dated == best.is_dated and not group.is_side


def _weight(group: Group, names: Sequence[str], own_share: float) -> float:
    """Dates make a list of links a list of articles: few dated lines outweigh many links."""
    weight = float(min(len(group.entries), _MOST_WEIGHT)) * (_DATED_WEIGHT if group.is_dated else 1.0)
    if is_name_of(group.heading, names):
        weight *= 2.5
    elif group.is_side or group.is_foreign:
        weight *= 0.25 if group.is_side else 0.35
    return weight * (1.0 + own_share)


def is_name_of(heading: str, names: Sequence[str]) -> bool:
    """Whether the heading is what the column is called, or says the same in more or fewer words."""
    words = bare(heading)
    return len(words) >= 2 and any(
        words in bare(name) or (len(bare(name)) >= 2 and bare(name) in words) for name in names
    )


def _group(
    zones: Zones,
    boxes: list[tuple[int, Entry]],
    *,
    leads_here: Callable[[str], bool],
    titles: frozenset[int],
) -> Group:
    outline = zones.outline
    element, entry = boxes[0]
    run = _heading_run(zones, _first_run(entry), titles)
    heading = outline.texts[run] if run != NONE else ""
    says_side = bool(pattern_of("page_words", "side_headings").search(heading))
    return Group(
        element=element,
        entries=tuple(entry for _, entry in boxes),
        heading=heading,
        is_side=says_side or _has_side_mark(outline, element),
        is_foreign=run != NONE and _is_lonely_link(outline, run, leads_here),
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


def _heading_run(zones: Zones, first: int, titles: frozenset[int]) -> int:
    """`titles` are the runs where items begin: the end of another list is no heading of this one."""
    texts = zones.outline.texts
    for run in range(first - 1, max(first - _HEADING_RUNS, zones.start) - 1, -1):
        if run in titles:
            break
        if 2 <= len(texts[run]) <= _LONGEST_HEADING and not is_tool(texts[run]):
            return run
    return NONE


def _is_lonely_link(outline: Outline, run: int, leads_here: Callable[[str], bool]) -> bool:
    """Whether the heading links somewhere else and is no tab among others."""
    anchor = outline.run_anchors[run]
    if anchor == NONE or leads_here(outline.anchors[anchor].raw):
        return False
    box = outline.anchors[anchor].element
    for _ in range(3):
        box = outline.parents[box]
        if box == NONE:
            return True
        others = [
            number
            for number in outline.anchors_in(box)
            if number != anchor and not _is_tool_link(outline, number)
        ]
        if others:
            return outline.anchors[others[0]].first > run and outline.tags[box] not in _TAB_BOXES
    return True


def _is_tool_link(outline: Outline, number: int) -> bool:
    return is_tool(outline.text_of(outline.anchors[number].element))


def _has_side_mark(outline: Outline, element: int) -> bool:
    for _ in range(_MARK_LEVELS):
        if element == NONE:
            return False
        if _SIDE_MARK.search(outline.marks[element]) or outline.tags[element] == "aside":
            return True
        element = outline.parents[element]
    return False
