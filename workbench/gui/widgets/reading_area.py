"""Scrolls what is read: as high as its content up to a limit, fading out at the bottom while there is more below."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from workbench.gui.theme import colour

_FADE = 28


class _Fade(QWidget):
    """Lies over the lower edge and lets the mouse through."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        solid = colour("surface")
        clear = QColor(solid)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, solid)
        painter = QPainter(self)
        painter.fillRect(self.rect(), gradient)
        painter.end()


class ReadingArea(QScrollArea):
    def __init__(self, content: QWidget, *, name: str, lowest: int, highest: int) -> None:
        super().__init__()
        self._content, self._lowest, self._highest = content, lowest, highest
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        # Wrapped text is as high as its width asks for; its own guess at a height would leave gaps.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._fade = _Fade(self.viewport())
        self.setWidget(content)
        content.installEventFilter(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._place_fade())
        bar.rangeChanged.connect(lambda _least, _most: self._place_fade())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self._lowest, self._wanted_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._place_fade()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted_height(self) -> int:
        has_wrapped_text = self._content.hasHeightForWidth()
        height = (
            self._content.heightForWidth(self.viewport().width())
            if has_wrapped_text
            else self._content.sizeHint().height()
        )
        return min(self._highest, height)

    def _place_fade(self) -> None:
        ground, bar = self.viewport(), self.verticalScrollBar()
        self._fade.setGeometry(0, ground.height() - _FADE, ground.width(), _FADE)
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()
