"""Paints a record as a picture that prints like paper: a heading, where it is from, and its facts one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from workbench.gui.theme import LIGHT, TypeScale, font

_WIDTH = 960
_MARGIN = 32
_LABEL_WIDTH = 130
_GAP = 10
_MOST_HEIGHT = 2_000
_WRAPPED = int(Qt.TextFlag.TextWrapAnywhere)


def note_picture(heading: str, origin: str, facts: Sequence[tuple[str, str]]) -> QImage:
    """White, whatever the window wears; long addresses are wrapped, none is cut."""
    sheet = QImage(_WIDTH, _MOST_HEIGHT, QImage.Format.Format_RGB32)
    sheet.fill(QColor(LIGHT.surface))
    painter = QPainter(sheet)
    foot = _paint_head(painter, heading, origin)
    for label, text in facts:
        foot = _paint_fact(painter, label, text, foot)
    foot = min(foot + _MARGIN - _GAP, _MOST_HEIGHT)
    painter.setPen(QPen(QColor(LIGHT.line_strong), 2))
    painter.drawRect(QRect(1, 1, _WIDTH - 2, foot - 2))
    painter.end()
    return sheet.copy(0, 0, _WIDTH, foot)


def _paint_head(painter: QPainter, heading: str, origin: str) -> int:
    painter.setPen(QColor(LIGHT.veto))
    painter.setFont(font(TypeScale.TITLE, is_strong=True))
    foot = _paint_text(painter, heading, left=_MARGIN, top=_MARGIN)
    painter.setPen(QColor(LIGHT.muted))
    painter.setFont(font(TypeScale.TEXT))
    foot = _paint_text(painter, origin, left=_MARGIN, top=foot + _GAP)
    painter.setPen(QColor(LIGHT.line_strong))
    painter.drawLine(_MARGIN, foot + _GAP, _WIDTH - _MARGIN, foot + _GAP)
    return foot + 2 * _GAP


def _paint_fact(painter: QPainter, label: str, text: str, top: int) -> int:
    painter.setFont(font(TypeScale.TEXT))
    painter.setPen(QColor(LIGHT.muted))
    _paint_text(painter, label, left=_MARGIN, top=top)
    painter.setPen(QColor(LIGHT.text))
    painter.setFont(font(TypeScale.TEXT, is_strong=True))
    return _paint_text(painter, text, left=_MARGIN + _LABEL_WIDTH, top=top) + _GAP


def _paint_text(painter: QPainter, text: str, *, left: int, top: int) -> int:
    """Where it ends."""
    room = QRect(left, top, _WIDTH - left - _MARGIN, _MOST_HEIGHT - top)
    taken = painter.boundingRect(room, _WRAPPED, text)
    painter.drawText(taken, _WRAPPED, text)
    return taken.bottom()
