"""An icon by itself, drawn in the tone of its meaning."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.icons import paint_icon
from workbench.gui.theme import Space, colour


class IconLabel(QWidget):
    def __init__(self, meaning: str, *, tone: str = "muted", side: int = Space.ICON) -> None:
        super().__init__()
        self._meaning = meaning
        self._tone = tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, meaning: str, *, tone: str) -> None:
        self._meaning, self._tone = meaning, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._side) // 2
        paint_icon(
            painter,
            QRect((self.width() - self._side) // 2, top, self._side, self._side),
            self._meaning,
            colour(self._tone),
        )
        painter.end()
