"""Parts of a whole as one bar, painted by hand: how many of each result."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.theme import colour

_HEIGHT = 14
_GAP = 2


@dataclass(frozen=True, slots=True)
class BarPart:
    label: str
    amount: int
    tone: str


class StackedBar(QWidget):
    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._name = name
        self._parts: tuple[BarPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(())

    def show_parts(self, parts: tuple[BarPart, ...]) -> None:
        self._parts = tuple(part for part in parts if part.amount > 0)
        told = "，".join(f"{part.label}{part.amount}" for part in self._parts)
        self.setAccessibleName(f"{self._name}：{told or '无'}")
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), colour("line"))
        total = sum(part.amount for part in self._parts)
        left = 0.0
        for part in self._parts:
            width = self.width() * part.amount / total
            painter.fillRect(QRectF(left, 0, max(1.0, width - _GAP), _HEIGHT), colour(part.tone))
            painter.fillRect(QRectF(left + width - _GAP, 0, _GAP, _HEIGHT), colour("surface"))
            left += width
        painter.end()
