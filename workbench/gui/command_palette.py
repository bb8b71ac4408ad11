"""The palette: type a few characters of what you want, press Enter."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QWidget

from workbench.gui.commands.command_catalogue import key_in_words
from workbench.gui.commands.command_gate import why_not
from workbench.gui.theme import Space, TypeScale
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
        mode = QIcon.Mode.Normal if row.isEnabled() else QIcon.Mode.Disabled
        place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        row.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        words = inner.adjusted(side + Space.S, 0, 0, 0)
        if not row.isEnabled():
            name = paint_text(painter, words, row.text(), tone="faint") + Space.M
            paint_text(
                painter, words.adjusted(name, 0, 0, 0), why_not(row), tone="muted", size=TypeScale.SMALL
            )
            return
        keys = key_in_words(row.shortcut())
        taken = paint_text(painter, inner, keys, tone="muted", align=Qt.AlignmentFlag.AlignRight)
        paint_text(painter, words.adjusted(0, 0, -taken - Space.S, 0), row.text())

    def in_words(self, row: QAction) -> str:
        return f"{row.text()} {why_not(row) or key_in_words(row.shortcut())}".strip()

    def hint(self, row: QAction) -> str:
        return why_not(row)

    def key(self, row: QAction) -> Hashable:
        return row.objectName() or row.text()

    def can_select(self, row: QAction) -> bool:
        return row.isEnabled()


class CommandPalette(QDialog):
    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle("查找命令")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The menu leads to some commands of pages too: here each stands once.
        named: dict[str, QAction] = {}
        for action in actions:
            if action.text() and (action.isEnabled() or why_not(action)):
                named.setdefault(action.text(), action)
        self._actions = sorted(named.values(), key=lambda action: not action.isEnabled())
        self.field = LineField(name="查找命令", hint="输入命令名称，例如：导出、下一个")
        self.list: RowList[QAction] = RowList(name="命令", look=_ActionLook(), selected=lambda _row: None)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._run)
        self.list.clicked.connect(lambda _index: self._run())
        self.field.installEventFilter(self)
        self.setLayout(column(self.field, self.list, margins=(12, 12, 12, 12)))
        self.resize(QSize(520, 440).boundedTo(self.screen().availableSize() - QSize(16, 48)))
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the list while the typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        shown = [each for each in self._actions if wanted in each.text().casefold()]
        self.list.show_rows(shown)
        if shown and shown[0].isEnabled():
            self.list.select(_ActionLook().key(shown[0]))

    def _run(self) -> None:
        action = self.list.current()
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()
