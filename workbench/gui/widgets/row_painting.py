"""The ground of a row in a list painted by hand: selected, hovered, with the keyboard's mark."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workbench.gui.theme import Space, TypeScale, colour, font


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, inset: int = 6) -> None:
    """The rounded ground of a row; the selected row carries the accent at its edge."""
    state = option.state
    rect = QRectF(option.rect.adjusted(inset, 1, -inset, -1))
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if not is_selected and not is_hovered:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent_soft" if is_selected else "hover"))
    painter.drawRoundedRect(rect, Space.RADIUS, Space.RADIUS)
    if is_selected and state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Space.RADIUS, Space.RADIUS)
    painter.restore()


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    tone: str | QColor = "text",
    size: float = TypeScale.TEXT,
    is_strong: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """One line of text, elided to its room; the width it took."""
    painter.setFont(font(size, is_strong=is_strong))
    painter.setPen(colour(tone) if isinstance(tone, str) else tone)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, elide, rect.width())
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
