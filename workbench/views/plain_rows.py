"""Items that are no links: rows of a table or list that open by script, or that only show a subject and a date."""

from collections import defaultdict
from collections.abc import Sequence

from workbench.views.date_spots import DateSpot
from workbench.views.list_records import Record
from workbench.views.page_outline import NONE, Outline
from workbench.views.title_links import TitleLink, bare

_ROW_TAGS = frozenset({"li", "tr", "dl", "div"})
# Fewer rows than this are no list, and a longer row is no item.
_FEWEST_ROWS = 3
_LONGEST_ROW_RUNS = 12
_SHORTEST_TITLE = 6
_MOST_LEVELS = 6


def plain_records(outline: Outline, spots: Sequence[DateSpot]) -> list[Record]:
    """Of a page where no date stands beside a link."""
    rows: dict[str, dict[int, list[DateSpot]]] = defaultdict(lambda: defaultdict(list))
    for spot in spots:
        row = _row_of(outline, spot)
        if row != NONE:
            rows[outline.signature(row)][row].append(spot)
    lists = (held for held in rows.values() if len(held) >= _FEWEST_ROWS)
    return [Record(row, _title(outline, row, own), tuple(own)) for held in lists for row, own in held.items()]


def _row_of(outline: Outline, spot: DateSpot) -> int:
    element = outline.run_elements[spot.first]
    for _ in range(_MOST_LEVELS):
        if element == NONE or outline.last_runs[element] - outline.first_runs[element] > _LONGEST_ROW_RUNS:
            return NONE
        if (
            outline.tags[element] in _ROW_TAGS
            and len(bare(_words(outline, element, [spot]))) >= _SHORTEST_TITLE
        ):
            return element
        element = outline.parents[element]
    return NONE


def _words(outline: Outline, row: int, spots: Sequence[DateSpot]) -> str:
    """The longest run of the row that is no date."""
    dated = {run for spot in spots for run in range(spot.first, spot.last + 1)}
    runs = (run for run in range(outline.first_runs[row], outline.last_runs[row]) if run not in dated)
    return max((outline.texts[run] for run in runs), key=len, default="")


def _title(outline: Outline, row: int, spots: Sequence[DateSpot]) -> TitleLink:
    first, last = outline.first_runs[row], outline.last_runs[row]
    return TitleLink(
        number=NONE,
        element=row,
        first=first,
        last=last,
        text=_words(outline, row, spots),
        raw="",
        is_hidden=outline.hidden[row],
    )
