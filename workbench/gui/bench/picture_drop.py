"""Lets pictures be dropped on a widget, and nothing else of what it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from workbench.gui.bench.picture_intake import has_pictures


class PictureDrop(QObject):
    def __init__(self, target: QWidget, *, taken: Callable[[QMimeData], None]) -> None:
        super().__init__(target)
        self._taken = taken
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent) and has_pictures(event.mimeData()):
            if event.type() == QEvent.Type.Drop:
                self._taken(event.mimeData())
            if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
                event.acceptProposedAction()
                return True
        return super().eventFilter(watched, event)
