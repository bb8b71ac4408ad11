"""What the page stands in: with the keyboard in the page, Enter is the page's and follows its link."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageFrame(QWidget):
    """Elsewhere at the bench Enter confirms a problem: nobody means that who has walked to a link."""

    def event(self, event: QEvent) -> bool:
        is_question = event.type() == QEvent.Type.ShortcutOverride
        if is_question and isinstance(event, QKeyEvent) and event.key() in _ENTER and not event.modifiers():
            event.accept()
            return True
        return super().event(event)
