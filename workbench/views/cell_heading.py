"""What the head of a table says of the column a cell stands in."""

from workbench.views.page_outline import NONE, Outline

_LONGEST_HEAD = 12
_LEVELS = 4
_MOST_COLUMNS = 40


class CellHeadings:
    """Of one page; the head of every table is read once."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._heads: dict[int, list[str]] = {}
        self._row = NONE
        self._cells: dict[int, int] = {}

    def of_run(self, run: int) -> str:
        """Empty where the run stands in no cell, or where its table has no head of its own."""
        cell = self._up_to(self._outline.run_elements[run], ("td", "th"), _LEVELS)
        row = self._outline.parents[cell] if cell != NONE else NONE
        table = self._up_to(row, ("table",), _LEVELS) if row != NONE else NONE
        if table == NONE:
            return ""
        head, cells = self._head_of(table), self._cells_of(row)
        return head[cells[cell]] if head and len(cells) == len(head) else ""

    def _cells_of(self, row: int) -> dict[int, int]:
        """The place of each cell in the row; of the row asked for last, since cells are asked for in their order."""
        if self._row != row:
            self._row = row
            self._cells = {cell: place for place, cell in enumerate(self._children(row))}
        return self._cells

    def _up_to(self, element: int, tags: tuple[str, ...], levels: int) -> int:
        for _ in range(levels):
            if element == NONE or self._outline.tags[element] in tags:
                return element
            element = self._outline.parents[element]
        return NONE

    def _head_of(self, table: int) -> list[str]:
        """The words of its first row, none where one of them is too long to name a column, or is a number."""
        if table not in self._heads:
            inside = range(table + 1, self._outline.ends[table])
            row = next((element for element in inside if self._outline.tags[element] == "tr"), NONE)
            cells = self._children(row) if row != NONE else []
            words = [self._outline.text_of(cell) for cell in cells[: _MOST_COLUMNS + 1]]
            is_head = len(words) <= _MOST_COLUMNS and all(
                len(each) <= _LONGEST_HEAD and not any(map(str.isdigit, each)) for each in words
            )
            self._heads[table] = words if is_head else []
        return self._heads[table]

    def _children(self, parent: int) -> list[int]:
        found, element = [], parent + 1
        while element < self._outline.ends[parent]:
            found.append(element)
            element = self._outline.ends[element]
        return found
