"""A table the way the window shows tables: whole rows, quiet lines, no grid."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.gui.theme import Space, colour
from workbench.gui.widgets.fields import keeps_enter


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

    def when_opened(self, opened: Callable[[int], None]) -> None:
        """Call with the row that was double-clicked or opened by Enter."""
        self.activated.connect(lambda index: opened(index.row()))

    def context_asked(self, show: Callable[[QModelIndex, QPoint], None]) -> None:
        """Call with the row under the pointer and the place for a menu."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        viewport = self.viewport()
        self.customContextMenuRequested.connect(lambda at: show(self.indexAt(at), viewport.mapToGlobal(at)))

    def event(self, event: QEvent) -> bool:
        return keeps_enter(event) or super().event(event)
