"""One line of a chart: label, bar and figure, painted by hand; it is a button that opens the list behind it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.gui.theme import Space, TypeScale, colour, font
from workbench.gui.widgets.stacked_bar import BarPart

_LABEL_SHARE = 0.28
_BAR_HEIGHT = 10
_GAP = 2


class ChartRow(QAbstractButton):
    """`share` is how much of the room the whole bar takes: 1 for the longest line of its chart."""

    def __init__(
        self,
        label: str,
        figure: str,
        parts: Sequence[BarPart],
        *,
        share: float = 1.0,
        opened: Callable[[], None],
    ) -> None:
        super().__init__()
        self._label, self._figure = label, figure
        self._parts = tuple(part for part in parts if part.amount > 0)
        self._share = share
        self._figure_room = self.figure_width()
        told = "，".join(f"{part.label} {part.amount}" for part in self._parts if part.label)
        self.setAccessibleName(f"{label} {figure}，打开名单")
        self.setToolTip("\n".join(text for text in (label, told, figure) if text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(opened)

    def figure_width(self) -> int:
        return QFontMetrics(font(TypeScale.TEXT)).horizontalAdvance(self._figure)

    def align_figure(self, room: int) -> None:
        """Leave this much for the figure, so that the bars of one chart share one measure."""
        self._figure_room = room

    def sizeHint(self) -> QSize:
        return QSize(320, max(Space.ROW - 4, QFontMetrics(font()).height() + Space.S))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setFont(font(TypeScale.TEXT))
        metrics = painter.fontMetrics()
        inner = QRectF(self.rect()).adjusted(Space.S, 0, -Space.S, 0)
        label_width = inner.width() * _LABEL_SHARE
        painter.setPen(colour("text"))
        painter.drawText(
            QRectF(inner.left(), 0, label_width, self.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, int(label_width)),
        )
        painter.setPen(colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._figure)
        left = inner.left() + label_width + Space.M
        room = inner.right() - self._figure_room - Space.M - left
        if room > _BAR_HEIGHT:
            top = (self.height() - _BAR_HEIGHT) / 2
            self._paint_bar(painter, QRectF(left, top, room * self._share, _BAR_HEIGHT))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() or self.hasFocus():
            painter.setBrush(colour("hover"))
            painter.setPen(colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, Space.RADIUS, Space.RADIUS)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        total = sum(part.amount for part in self._parts)
        if not total:
            return
        outline = QPainterPath()
        outline.addRoundedRect(room, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.save()
        painter.setClipPath(outline)
        left = room.left()
        for part in self._parts:
            width = room.width() * part.amount / total
            gap = _GAP if part is not self._parts[-1] else 0
            painter.fillRect(
                QRectF(left, room.top(), max(1.0, width - gap), room.height()), colour(part.tone)
            )
            left += width
        painter.restore()
