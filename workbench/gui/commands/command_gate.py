"""A command that cannot always be given: greyed with its reason, which its key tells as well."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from workbench.gui.notice_line import NoticeLine

_WHY = "why_not"


class CommandGate(QObject):
    """Belongs to the action. A disabled action lets its keys rest, so while it is shut a second, nameless one has them."""

    def __init__(self, action: QAction, tell: Callable[[NoticeLine], None]) -> None:
        super().__init__(action)
        self._action = action
        self._hint = action.toolTip()
        self._echo = QAction(action.parent())
        self._echo.setShortcuts(action.shortcuts())
        self._echo.setShortcutContext(action.shortcutContext())
        self._echo.triggered.connect(lambda _checked=False: tell(NoticeLine(why_not(action))))
        self.show_reason("")

    def show_reason(self, reason: str) -> None:
        """Shut with this sentence; open where there is none."""
        action = self._action
        if action.property(_WHY) == reason:
            return
        action.setProperty(_WHY, reason)
        action.setEnabled(not reason)
        action.setToolTip(f"{self._hint}\n{reason}" if reason else self._hint)
        target = action.parent()
        if not isinstance(target, QWidget):
            return
        # Only while it is shut: an action more makes Qt look at more keys.
        if reason and self._echo.shortcuts():
            target.addAction(self._echo)
        else:
            target.removeAction(self._echo)


def why_not(action: QAction) -> str:
    """Why the action is shut, in a sentence; empty where it is open, or shut without a word."""
    return str(action.property(_WHY) or "")
