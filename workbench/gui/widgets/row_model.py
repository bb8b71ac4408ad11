"""A table model over frozen rows; it sorts its own tuple, so no proxy stands between view and rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.gui.icons import icon
from workbench.gui.theme import colour

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def _no_sign(_row: object) -> tuple[str, str]:
    return "", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Row]):
    """One column: its words, an optional icon with tone, and what to sort by where the words would mislead."""

    title: str
    text: Callable[[Row], str]
    sign: Callable[[Row], tuple[str, str]] = _no_sign
    order: Callable[[Row], tuple[object, ...]] | None = None
    is_number: bool = False
    hint: Callable[[Row], str] | None = None


class RowModel(QAbstractTableModel, Generic[Row]):
    def __init__(self, fields: Sequence[Field[Row]], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """In the order shown."""
        return self._rows

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fields[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self._fields[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        field, record = self._fields[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return field.text(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (field.hint or field.text)(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(field)
        meaning, tone = field.sign(record)
        if role == Qt.ItemDataRole.DecorationRole and meaning:
            return icon(meaning, tone=tone or "muted")
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return colour(tone)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order) if column >= 0 else None
        self.beginResetModel()
        self._rows = self._sorted()
        self.endResetModel()

    def _sorted(self) -> tuple[Row, ...]:
        if self._sorting is None:
            return self._given
        column, order = self._sorting
        field = self._fields[column]
        by = field.order or (lambda record: (field.text(record),))
        return tuple(sorted(self._given, key=by, reverse=order is Qt.SortOrder.DescendingOrder))

    @staticmethod
    def _alignment(field: "Field[Row]") -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if field.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
