"""Shows a picture at any size and lets marks be drawn over it, by mouse or by arrow keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.gui.pictures.picture_marks import Mark, MarkKind, paint_mark
from workbench.gui.theme import colour

_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_STEP = 10.0
_SMALL_STEP = 1.0
_CROSS = 9


class MarkCanvas(QWidget):
    """`marked` is called when the marks have changed, `asked_words` where words are wanted for a place.

    With a tool in hand the arrow keys move a cross, Space sets the first corner and then the last; Shift moves by one pixel.
    """

    def __init__(self, *, marked: Callable[[], None], asked_words: Callable[[QPointF], None]) -> None:
        super().__init__()
        self._marked = marked
        self._asked_words = asked_words
        self.image = QImage()
        self.marks: tuple[Mark, ...] = ()
        self.zoom = 1.0
        self._tool: MarkKind | None = None
        self._draft: Mark | None = None
        self._cross: QPointF | None = None
        self.setAccessibleName("图片")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def tool(self) -> MarkKind | None:
        return self._tool

    def show_image(self, image: QImage) -> None:
        self.image, self.marks, self._draft, self._cross = image, (), None, None
        self._resize()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self._resize()

    def take_tool(self, tool: MarkKind | None) -> None:
        self._tool, self._draft = tool, None
        self._cross = None
        self.setCursor(Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor)
        self.update()

    def add(self, mark: Mark) -> None:
        if mark.is_worth_keeping:
            self.marks = (*self.marks, mark)
            self._marked()
        self.update()

    def take_back(self) -> None:
        """The last mark goes."""
        self.marks = self.marks[:-1]
        self._marked()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self.zoom, self.zoom)
        painter.drawImage(0, 0, self.image)
        for mark in (*self.marks, *((self._draft,) if self._draft else ())):
            paint_mark(painter, self.image, mark)
        painter.resetTransform()
        if self.hasFocus() and self._cross is not None:
            self._paint_cross(painter, self._cross * self.zoom)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._tool is not None and event.button() is Qt.MouseButton.LeftButton:
            self._begin(self._at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, last=self._at(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._draft is not None:
            self._end(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if self._tool is None or (step is None and event.key() != Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        if step is None:
            self._set_corner()
            return
        is_small = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._move_cross(step * (_SMALL_STEP if is_small else _STEP))

    def _set_corner(self) -> None:
        at = self._cross_or_middle()
        self._cross = at
        if self._draft is None:
            self._begin(at)
        else:
            self._end(at)

    def _move_cross(self, by: QPointF) -> None:
        at = self._cross_or_middle() + by
        at.setX(min(max(at.x(), 0.0), self.image.width() - 1.0))
        at.setY(min(max(at.y(), 0.0), self.image.height() - 1.0))
        self._cross = at
        if self._draft is not None:
            self._draft = replace(self._draft, last=at)
        self.update()

    def _begin(self, at: QPointF) -> None:
        assert self._tool is not None
        if self._tool is MarkKind.WORDS:
            self._asked_words(at)
            return
        self._draft = Mark(kind=self._tool, first=at, last=at)

    def _end(self, at: QPointF) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            self.add(replace(draft, last=at))

    def _at(self, point: QPointF) -> QPointF:
        return QPointF(
            min(max(point.x() / self.zoom, 0.0), self.image.width() - 1.0),
            min(max(point.y() / self.zoom, 0.0), self.image.height() - 1.0),
        )

    def _cross_or_middle(self) -> QPointF:
        """A point in the very corner counts as nothing to Qt, so it is asked for by name."""
        if self._cross is not None:
            return QPointF(self._cross)
        seen = self.visibleRegion().boundingRect()
        return QPointF(seen.center()) / self.zoom

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        for tone, width in (("surface", 4), ("accent", 2)):
            painter.setPen(QPen(colour(tone), width))
            painter.drawLine(at - QPointF(_CROSS, 0), at + QPointF(_CROSS, 0))
            painter.drawLine(at - QPointF(0, _CROSS), at + QPointF(0, _CROSS))

    def _resize(self) -> None:
        wanted = QRectF(QPoint(0, 0), self.image.size() * self.zoom).toAlignedRect().size()
        self.setFixedSize(wanted.expandedTo(QSize(1, 1)))
        self.update()
