"""Merged cells: a cell merged over several rows speaks for each of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.register.register_sheet import SheetRow


@dataclass(frozen=True, slots=True)
class Merge:
    """Rows count from 1 as in the file, `column` from 0; only the leftmost column of a merge is filled."""

    first_row: int
    last_row: int
    column: int


def fill_down(rows: Iterable[SheetRow], merges: Iterable[Merge]) -> Iterator[SheetRow]:
    """The rows with each merged cell's text repeated below its first row.

    It also makes one full heading row out of two that are partly merged.
    """
    starting: dict[int, list[Merge]] = defaultdict(list)
    for merge in merges:
        if merge.last_row > merge.first_row:
            starting[merge.first_row].append(merge)
    running: dict[int, tuple[int, str]] = {}
    for row in rows:
        running = {column: held for column, held in running.items() if held[0] >= row.number}
        yield _filled(row, running) if running else row
        for merge in starting.get(row.number, ()):
            if merge.column < len(row.cells):
                running[merge.column] = (merge.last_row, row.cells[merge.column])


def _filled(row: SheetRow, running: dict[int, tuple[int, str]]) -> SheetRow:
    cells = list(row.cells)
    for column, (_, text) in running.items():
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = cells[column] or text
    return SheetRow(row.number, tuple(cells))
