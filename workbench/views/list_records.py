"""Joins each date to the title it dates: the smallest box that holds both, or their order where one box holds many."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.views.date_spots import DateSpot, Strength
from workbench.views.page_outline import NONE, Outline
from workbench.views.title_links import TitleLink, TitleLinks, bare

# A box with more titles than this and one date is a box of its own making, not an item.
_MOST_TITLES = 4
# An item may carry a summary; more text than this is an article.
_MOST_TEXT = 700
# From the date to its title.
_MOST_RUNS_BETWEEN = 14
_CLIMB_RUNS = 60
_MOST_LEVELS = 40
# Old pages set a whole list into one box, lines divided by <br>.
_LOOSE_BOXES = frozenset(
    {"td", "div", "p", "dl", "ul", "ol", "body", "tbody", "table", "tr", "font", "center", "span"}
)
_LINES = frozenset({"li", "tr"})
_SHORTEST_OWN_TITLE = 4
_COMPACT_RUNS, _SHORTEST_FAR_TITLE = 8, 7


@dataclass(frozen=True, slots=True)
class Record:
    """One dated item: the box it fills, its title and every date that stands in it."""

    element: int
    link: TitleLink
    spots: tuple[DateSpot, ...]


def dated_records(outline: Outline, links: TitleLinks, spots: list[DateSpot]) -> list[Record]:
    """In the order of the page."""
    boxes: dict[int, list[DateSpot]] = defaultdict(list)
    for spot in spots:
        element = _box_of(outline, links, spot)
        if element != NONE:
            boxes[element].append(spot)
    records = [
        record for element, held in boxes.items() for record in _records_in(outline, links, element, held)
    ]
    shown = (_shown(outline, record) for record in records if not record.link.leads_away)
    return sorted(_merged([record for record in shown if record.spots]), key=lambda record: record.link.first)


def _shown(outline: Outline, record: Record) -> Record:
    """A date that is hidden while its title is not was not meant to be read; a list behind a tab is hidden whole."""
    if outline.hidden[record.link.element]:
        return record
    spots = (spot for spot in record.spots if not outline.hidden[outline.run_elements[spot.first]])
    return replace(record, spots=tuple(spots))


def _box_of(outline: Outline, links: TitleLinks, spot: DateSpot) -> int:
    """The smallest element that holds the date and a title."""
    anchor = outline.run_anchors[spot.first]
    if anchor != NONE and _own_title(outline, anchor, spot):
        return outline.anchors[anchor].element
    element = outline.run_elements[spot.first]
    for _ in range(_MOST_LEVELS):
        is_big = outline.last_runs[element] - outline.first_runs[element] > _CLIMB_RUNS
        if is_big and outline.tags[element] not in _LOOSE_BOXES:
            return NONE
        if links.has_inside(outline, element, apart_from=spot.first):
            return element
        element = outline.parents[element]
        if element == NONE:
            break
    return NONE


def _own_title(outline: Outline, anchor: int, spot: DateSpot) -> bool:
    """Whether the link that holds the date also holds the title."""
    first, last = outline.anchors[anchor].first, outline.anchors[anchor].last
    text = " ".join(outline.texts[run] for run in range(first, last))
    return len(bare(text)) - len(bare(spot.words)) >= _SHORTEST_OWN_TITLE


def _records_in(outline: Outline, links: TitleLinks, element: int, spots: list[DateSpot]) -> Iterator[Record]:
    inside = links.inside(outline, element)
    if not inside:
        # The link around the date leads nowhere.
        return
    targets = {_target(link) for link in inside}
    if len(spots) == 1 or len(targets) == 1:
        link = _title_of(inside)
        is_item = len(targets) == 1 or not _have_own_lines(outline, element, inside)
        if is_item and len(targets) <= _MOST_TITLES and _is_item(outline, element, link, spots):
            yield Record(element, link, tuple(spots))
        return
    pairs = list(_in_order(inside, spots, element))
    if len(pairs) > 1 or all(_is_item(outline, element, pair.link, spots) for pair in pairs):
        yield from pairs


def _target(link: TitleLink) -> str:
    """What tells one link from another: its address, or its words where a script opens it."""
    is_address = link.raw.strip(" #") and not link.raw.strip().lower().startswith("javascript:")
    return link.raw if is_address else f"{link.raw} {link.text}"


def _have_own_lines(outline: Outline, element: int, inside: list[TitleLink]) -> bool:
    """Whether each title has a line to itself, so that the one date, which stands in none of them, is that of the page."""
    return all(_line_below(outline, element, link.element) for link in inside)


def _line_below(outline: Outline, element: int, inner: int) -> bool:
    while inner not in (element, NONE):
        if outline.tags[inner] in _LINES:
            return True
        inner = outline.parents[inner]
    return False


def _title_of(inside: list[TitleLink]) -> TitleLink:
    """The longest, since an item may also link its column, its picture or a download."""
    return max(inside, key=lambda link: (not link.leads_away, len(bare(link.text)), -link.number))


def _is_item(outline: Outline, element: int, link: TitleLink, spots: list[DateSpot]) -> bool:
    between = min(max(spot.first - link.last, link.first - spot.last) for spot in spots)
    runs = range(outline.first_runs[element], outline.last_runs[element])
    if between > _MOST_RUNS_BETWEEN or len(runs) > _CLIMB_RUNS:
        return False
    if len(runs) > _COMPACT_RUNS and len(bare(link.text)) < _SHORTEST_FAR_TITLE:
        # In so big a box a short link is the end of a menu.
        return False
    return sum(len(outline.texts[run]) for run in runs if outline.run_anchors[run] == NONE) <= _MOST_TEXT


def _in_order(inside: list[TitleLink], spots: list[DateSpot], element: int) -> Iterator[Record]:
    """Each date belongs to the title before it where the box begins with a title, else to the title after it."""
    if len(inside) == len(spots) and inside[-1].last <= spots[0].first:
        # A column of titles beside a column of dates.
        yield from (Record(element, link, (spot,)) for link, spot in zip(inside, spots, strict=True))
        return
    firsts = [link.first for link in inside]
    comes_after = inside[0].first < spots[0].first
    held: dict[int, list[DateSpot]] = defaultdict(list)
    for spot in spots:
        at = bisect_left(firsts, spot.first)
        is_held = at > 0 and inside[at - 1].first <= spot.first < inside[at - 1].last
        at = at - 1 if comes_after or is_held else at
        if 0 <= at < len(inside):
            held[at].append(spot)
    for at, own in held.items():
        if (
            min(abs(own[0].first - inside[at].last), abs(inside[at].first - own[0].last))
            <= _MOST_RUNS_BETWEEN
        ):
            yield Record(element, inside[at], tuple(own))


def _merged(records: list[Record]) -> Iterator[Record]:
    """One record per title: a surer date stands over a less sure one."""
    by_link: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        by_link[record.link.number].append(record)
    for held in by_link.values():
        spots = [spot for record in held for spot in record.spots]
        surest = max(spot.strength for spot in spots)
        floor = min(surest, Strength.WEAKLY_LABELLED)
        kept = tuple(spot for spot in spots if spot.strength >= floor)
        yield Record(min(record.element for record in held), held[0].link, kept)
