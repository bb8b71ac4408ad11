"""Icon and word on the quiet ground of their meaning: a result, an outcome, a state."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.icons import paint_icon
from workbench.gui.theme import TypeScale, colour, font

HEIGHT = 24
_ICON = 14
_PAD = 8
_GAP = 4


def badge_width(text: str) -> int:
    metrics = QFontMetrics(font(TypeScale.SMALL, is_strong=True))
    return 2 * _PAD + _ICON + _GAP + metrics.horizontalAdvance(text)


def paint_badge(painter: QPainter, rect: QRect, *, meaning: str, text: str, tone: str) -> None:
    """Draw the badge into `rect`, for rows painted by hand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    side = QRect(rect.left() + _PAD, rect.center().y() - _ICON // 2, _ICON, _ICON)
    paint_icon(painter, side, meaning, colour(tone))
    painter.setFont(font(TypeScale.SMALL, is_strong=True))
    painter.setPen(colour(tone))
    words = rect.adjusted(_PAD + _ICON + _GAP, 0, -_PAD + 2, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Badge(QWidget):
    def __init__(self, meaning: str = "hint", text: str = "", *, tone: str = "na") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(meaning, text, tone=tone)

    def set_badge(self, meaning: str, text: str, *, tone: str) -> None:
        self._meaning, self._text, self._tone = meaning, text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._text), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), meaning=self._meaning, text=self._text, tone=self._tone)
        painter.end()
