"""A table model whose rows have a box to tick at the left."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt

from workbench.gui.widgets.row_model import Field, Index, RowModel

Row = TypeVar("Row")


class TickedModel(RowModel[Row]):
    """`key` tells rows apart; `ticked` is called after each change. Rows shown for the first time are ticked."""

    def __init__(
        self,
        fields: Sequence[Field[Row]],
        *,
        key: Callable[[Row], Hashable],
        ticked: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fields, parent=parent)
        self._key = key
        self._told = ticked
        self._off: set[Hashable] = set()

    def ticked_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if self._key(row) not in self._off)

    def tick_all(self, *, is_on: bool) -> None:
        self._off = set() if is_on else {self._key(row) for row in self.rows}
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self._told()

    def flags(self, index: Index) -> Qt.ItemFlag:
        held = super().flags(index)
        return held | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            is_on = self._key(self.rows[index.row()]) not in self._off
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        key = self._key(self.rows[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._off.discard(key)
        else:
            self._off.add(key)
        self.dataChanged.emit(index, index)
        self._told()
        return True
