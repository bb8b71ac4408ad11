"""The palette: type a few characters of what you want, press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from workbench.gui.commands.command_catalogue import key_in_words
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.fields import LineField

_ACTION = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CommandPalette(QDialog):
    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle("查找命令")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.text()]
        self._field = LineField(name="查找命令", hint="输入命令名称，例如：导出、下一个")
        self._list = QListWidget()
        self._list.setAccessibleName("命令")
        self._list.setUniformItemSizes(True)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._run)
        self._list.itemActivated.connect(lambda _item: self._run())
        self._field.installEventFilter(self)
        self.setLayout(column(self._field, self._list, margins=(12, 12, 12, 12)))
        self.resize(520, 420)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the list while the typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        self._list.clear()
        for action in self._actions:
            if wanted in action.text().casefold() and action.isEnabled():
                item = QListWidgetItem(action.icon(), _line(action))
                item.setData(_ACTION, action)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            action = item.data(_ACTION)
            self.accept()
            action.trigger()


def _line(action: QAction) -> str:
    keys = key_in_words(action.shortcut())
    return f"{action.text()}　　{keys}" if keys else action.text()
