"""A table the way the window shows tables: whole rows, quiet lines, no grid."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.gui.theme import Space, colour
from workbench.gui.widgets.fields import keeps_enter

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_ENDS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class _RecordDelegate(QStyledItemDelegate):
    """A cell keeps the tone of its meaning while its row is selected."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        tone = index.data(Qt.ItemDataRole.ForegroundRole)
        option.palette.setColor(
            QPalette.ColorRole.HighlightedText, tone if isinstance(tone, QColor) else colour("text")
        )


class RecordTable(QTableView):
    def __init__(
        self,
        *,
        name: str,
        model: QAbstractItemModel,
        widths: tuple[int, ...] = (),
        stretches: int = -1,
        empty: str = "",
    ) -> None:
        """`widths` by column; the column `stretches` takes the room that is left; `empty` says what to do where no row is."""
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        if model.parent() is None:
            model.setParent(self)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_RecordDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Space.ROW + 2)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        self._empty = empty
        self._removed: Callable[[], None] | None = None
        self.setAccessibleDescription(empty)
        self._stretches = stretches
        self._least = widths[stretches] if 0 <= stretches < len(widths) else 0
        for index, width in enumerate(widths):
            self.setColumnWidth(index, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretching column takes what is left, but never less than its own width: then the table scrolls."""
        super().resizeEvent(event)
        if self._stretches >= 0:
            header = self.horizontalHeader()
            others = header.length() - self.columnWidth(self._stretches)
            self.setColumnWidth(self._stretches, max(self._least, self.viewport().width() - others))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and self.model().rowCount() == 0:
            ground = self.viewport().rect().adjusted(Space.XL, Space.L, -Space.XL, -Space.L)
            painter = QPainter(self.viewport())
            painter.setPen(colour("muted"))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that walks always lands on one row: on the first step the row with the focus, which is not selected yet, and
        at either end the row it cannot leave, where several were selected.
        """
        if event.key() == Qt.Key.Key_Delete and self._removed is not None:
            self._removed()
            return
        is_walking = event.key() in _WALKING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        begins = is_walking and not self.selectionModel().hasSelection()
        if not begins or event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        if is_walking and (begins or self._holds_several()):
            self.selectRow(max(0, self.currentIndex().row()))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and the last row: whole rows are walked here, not cells."""
        if action in _ENDS and self.model().rowCount():
            place = 0 if action == _ENDS[0] else self.model().rowCount() - 1
            return self.model().index(place, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def _holds_several(self) -> bool:
        held = self.selectionModel().selection()
        return held.count() > 1 or (held.count() == 1 and held.first().height() > 1)

    def when_opened(self, opened: Callable[[int], None]) -> None:
        """Call with the row that was double-clicked or opened by Enter."""
        self.activated.connect(lambda index: opened(index.row()))

    def when_removed(self, removed: Callable[[], None]) -> None:
        """Call at the Delete key."""
        self._removed = removed

    def selectRow(self, row: int) -> None:
        """This row alone. Qt's own would deselect a selected row while Ctrl is held, as it is when Ctrl+Enter has saved
        something or Ctrl+Z has taken it back.
        """
        flags = QItemSelectionModel.SelectionFlag
        at = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)

    def stand_at(self, place: int) -> None:
        """Select the row there, or the nearest there is: after a row left the list the one in its place is next."""
        if self.model().rowCount():
            self.selectRow(min(max(place, 0), self.model().rowCount() - 1))

    def context_asked(self, show: Callable[[QModelIndex, QPoint], None]) -> None:
        """Call with the row under the pointer and the place for a menu."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        viewport = self.viewport()
        self.customContextMenuRequested.connect(lambda at: show(self.indexAt(at), viewport.mapToGlobal(at)))

    def event(self, event: QEvent) -> bool:
        return keeps_enter(event) or super().event(event)
