"""The palette: type a few characters of what you want, press Enter."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QWidget

from workbench.gui.commands.command_catalogue import key_in_words
from workbench.gui.theme import Space
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class _ActionLook:
    def height(self, _row: QAction) -> int:
        return Space.ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: QAction) -> None:
        paint_ground(painter, option, inset=2)
        inner = rect.adjusted(Space.M, 0, -Space.M, 0)
        side = Space.ICON
        row.icon().paint(painter, QRect(inner.left(), inner.center().y() - side // 2, side, side))
        keys = key_in_words(row.shortcut())
        taken = paint_text(painter, inner, keys, tone="muted", align=Qt.AlignmentFlag.AlignRight)
        paint_text(painter, inner.adjusted(side + Space.S, 0, -taken - Space.S, 0), row.text())

    def in_words(self, row: QAction) -> str:
        return f"{row.text()} {key_in_words(row.shortcut())}".strip()

    def hint(self, _row: QAction) -> str:
        return ""

    def key(self, row: QAction) -> Hashable:
        return row.objectName() or row.text()

    def can_select(self, _row: QAction) -> bool:
        return True


class CommandPalette(QDialog):
    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle("查找命令")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.text()]
        self.field = LineField(name="查找命令", hint="输入命令名称，例如：导出、下一个")
        self.list: RowList[QAction] = RowList(name="命令", look=_ActionLook(), selected=lambda _row: None)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._run)
        self.list.clicked.connect(lambda _index: self._run())
        self.field.installEventFilter(self)
        self.setLayout(column(self.field, self.list, margins=(12, 12, 12, 12)))
        self.resize(520, 440)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the list while the typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        shown = [each for each in self._actions if wanted in each.text().casefold() and each.isEnabled()]
        self.list.show_rows(shown)
        if shown:
            self.list.select(_ActionLook().key(shown[0]))

    def _run(self) -> None:
        action = self.list.current()
        if action is not None:
            self.accept()
            action.trigger()
