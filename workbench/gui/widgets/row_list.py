"""A list of frozen rows painted by hand; it keeps selection and place while the rows are shown anew."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class RowLook(Protocol[Row_contra]):
    """How one kind of row is measured, painted, told to screen readers and recognised again."""

    def height(self, row: Row_contra) -> int: ...
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row_contra
    ) -> None: ...
    def in_words(self, row: Row_contra) -> str: ...
    def hint(self, row: Row_contra) -> str: ...
    def key(self, row: Row_contra) -> Hashable: ...
    def can_select(self, row: Row_contra) -> bool: ...


class _RowListModel(QAbstractListModel, Generic[Row]):
    def __init__(self, look: RowLook[Row], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> bool:
        """Whether the list is another one; where only the content of rows changed, the view keeps its place."""
        is_other = [self._look.key(row) for row in rows] != [self._look.key(row) for row in self.rows]
        if is_other:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        # Only what is another row is painted and measured anew: a list of hundreds would cost a tick its speed.
        changed = [place for place, row in enumerate(rows) if row is not self.rows[place]]
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        return False

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._look.in_words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._look.hint(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._look.can_select(self.rows[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _RowDelegate(QStyledItemDelegate, Generic[Row]):
    def __init__(self, look: RowLook[Row], model: _RowListModel[Row]) -> None:
        super().__init__(model)
        self._look = look
        self._rows = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._look.paint(painter, option, option.rect, self._rows.rows[index.row()])

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._look.height(self._rows.rows[index.row()]))


class RowList(QListView, Generic[Row]):
    """`selected` is called when the user, or `select`, makes another row the current one."""

    def __init__(
        self,
        *,
        name: str,
        look: RowLook[Row],
        selected: Callable[[Row | None], None],
        takes_several: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._told = selected
        self._is_quiet = False
        self._rows: _RowListModel[Row] = _RowListModel(look, self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(look, self._rows))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if takes_several else modes.SingleSelection)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the current row stays current where it is still there. Nothing is told."""
        held = self.current()
        self._is_quiet = True
        if self._rows.show(tuple(rows)) and held is not None:
            self.select(self._look.key(held))
        self._is_quiet = False

    def current(self) -> Row | None:
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def chosen(self) -> tuple[Row, ...]:
        """The selected rows in the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.rows[place] for place in places)

    def select(self, key: Hashable) -> bool:
        """Make the row with this key the current one; False where there is none."""
        for place, row in enumerate(self.rows):
            if self._look.key(row) == key and self._look.can_select(row):
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._rows.index(place), flags)
                self._reveal(place)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in hand stays in sight when the room gets less."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self._reveal(self.currentIndex().row())

    def _reveal(self, place: int) -> None:
        """The first row below a heading brings its heading along."""
        if place and not self._look.can_select(self.rows[place - 1]):
            self.scrollTo(self._rows.index(place - 1))
        self.scrollTo(self._rows.index(place))

    def _current_changed(self, _new: QModelIndex, _old: QModelIndex) -> None:
        if not self._is_quiet:
            self._told(self.current())
