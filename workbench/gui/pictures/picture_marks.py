"""Marks drawn over a picture: box, arrow, mosaic, words; the picture itself is never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF

from workbench.gui.theme import LIGHT, font


class MarkKind(StrEnum):
    BOX = "box"
    ARROW = "arrow"
    MOSAIC = "mosaic"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """From the first corner to the last, in pixels of the picture; an arrow points to the last, words begin at the first."""

    kind: MarkKind
    first: QPointF
    last: QPointF
    text: str = ""

    @property
    def rect(self) -> QRectF:
        return QRectF(self.first, self.last).normalized()

    @property
    def is_worth_keeping(self) -> bool:
        """A slip of the mouse leaves no mark."""
        if self.kind is MarkKind.WORDS:
            return bool(self.text.strip())
        span = self.last - self.first
        return max(abs(span.x()), abs(span.y())) >= 4


# A marked picture goes into papers, which are white whatever the window wears.
_MARK = QColor(LIGHT.veto)
_HALO = QColor(LIGHT.surface)
_MOSAIC_BLOCK = 14
_HEAD_ANGLE = pi / 7


def stroke_of(image: QImage) -> float:
    """As thick as can be seen when the picture stands in a paper."""
    return max(3.0, image.width() / 360)


def draw_marks(image: QImage, marks: Iterable[Mark]) -> QImage:
    """A copy with the marks; mosaics first, so that nothing shows through and no mark is blurred."""
    copy = image.convertToFormat(QImage.Format.Format_RGB32)
    ordered = sorted(marks, key=lambda mark: mark.kind is not MarkKind.MOSAIC)
    painter = QPainter(copy)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in ordered:
        paint_mark(painter, image, mark)
    painter.end()
    return copy


def paint_mark(painter: QPainter, image: QImage, mark: Mark) -> None:
    """Paint in the coordinates of the picture."""
    painter.save()
    if mark.kind is MarkKind.MOSAIC:
        _paint_mosaic(painter, image, mark.rect.toAlignedRect() & image.rect())
    elif mark.kind is MarkKind.BOX:
        _paint_box(painter, mark.rect, stroke_of(image))
    elif mark.kind is MarkKind.ARROW:
        _paint_arrow(painter, mark.first, mark.last, stroke_of(image))
    else:
        _paint_words(painter, mark, stroke_of(image))
    painter.restore()


def _paint_box(painter: QPainter, rect: QRectF, stroke: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_HALO, stroke + 2), (_MARK, stroke)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawRoundedRect(rect, stroke * 1.5, stroke * 1.5)


def _paint_arrow(painter: QPainter, tail: QPointF, tip: QPointF, stroke: float) -> None:
    angle = atan2(tip.y() - tail.y(), tip.x() - tail.x())
    length = stroke * 5.5
    sides = [
        tip - QPointF(cos(angle + turn) * length, sin(angle + turn) * length)
        for turn in (-_HEAD_ANGLE, _HEAD_ANGLE)
    ]
    end = tip - QPointF(cos(angle), sin(angle)) * (length * 0.8)
    for colour, extra in ((_HALO, 2.0), (_MARK, 0.0)):
        pen = QPen(colour, stroke + extra, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawLine(tail, end)
        painter.setPen(QPen(colour, max(1.0, extra), Qt.PenStyle.SolidLine))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([tip, *sides]))


def _paint_mosaic(painter: QPainter, image: QImage, rect: QRect) -> None:
    """Blocks of one colour each, from few enough points that nothing can be read back."""
    if rect.isEmpty():
        return
    block = max(_MOSAIC_BLOCK, min(rect.width(), rect.height()) // 6)
    small = image.copy(rect).scaled(
        max(1, rect.width() // block),
        max(1, rect.height() // block),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(rect, small)


def _paint_words(painter: QPainter, mark: Mark, stroke: float) -> None:
    face: QFont = font(is_strong=True)
    face.setPixelSize(round(stroke * 6))
    path = QPainterPath()
    path.addText(mark.first, face, mark.text)
    painter.strokePath(path, QPen(_HALO, stroke * 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.fillPath(path, _MARK)
