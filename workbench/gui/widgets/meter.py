"""A small bar with its label: how much of something is there, and how near a line it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.theme import TypeScale, colour, font

_BAR = 5


class Meter(QWidget):
    """`share` from 0 to 1; the label stands left above the bar and the figure right."""

    def __init__(
        self, label: str = "", figure: str = "", share: float = 0.0, *, tone: str = "accent"
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_meter(label, figure, share, tone=tone)

    def set_meter(self, label: str, figure: str, share: float, *, tone: str) -> None:
        self._label, self._figure, self._tone = label, figure, tone
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{label} {figure}")
        self.setToolTip(f"{label}　{figure}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, QFontMetrics(font(TypeScale.SMALL)).height() + _BAR + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TypeScale.SMALL))
        metrics = painter.fontMetrics()
        line = QRectF(0, 0, self.width(), metrics.height())
        figure_width = metrics.horizontalAdvance(self._figure)
        painter.setPen(colour(self._tone if self._share >= 1 else "text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._figure)
        painter.setPen(colour("muted"))
        room = int(line.width()) - figure_width - 6
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room),
        )
        bar = QRectF(0, metrics.height() + 3, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if self._share > 0:
            painter.setBrush(colour(self._tone))
            filled = QRectF(bar.left(), bar.top(), max(float(_BAR), bar.width() * self._share), _BAR)
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        painter.end()
