"""Dims the window, leaves one part of it in the light, and says beside it what it is for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import Space, colour
from workbench.gui.tour.tour_steps import TourStep
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.words import words

_CARD_WIDTH = 340
_DIMMED = 150
_ON = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class TourOverlay(QWidget):
    """Keeps the keys to itself: what is below must not be judged by mistake. `stepped` is called with +1, -1 or 0 for the end."""

    def __init__(self, ground: QWidget, *, stepped: Callable[[int], None]) -> None:
        super().__init__(ground)
        self._ground, self._stepped = ground, stepped
        self._lit: QWidget | None = None
        self.title = words(scale="heading", wraps=True)
        self.text = words(wraps=True)
        self._place = words(tone="muted", scale="small")
        self.back = push_button("上一步")
        self.end = push_button("结束", kind="link")
        self.on = push_button("下一步", kind="primary")
        for button, by in ((self.back, -1), (self.on, 1), (self.end, 0)):
            button.clicked.connect(lambda _checked=False, by=by: stepped(by))
            button.installEventFilter(self)
        self._inside = column(
            self.title,
            self.text,
            6,
            row(self._place, self.end, None, self.back, self.on),
            margins=(18, 16, 16, 14),
        )
        self.card = framed(self._inside)
        self.card.setParent(self)
        self.card.setFixedWidth(_CARD_WIDTH)
        self.setAccessibleName("导览")
        ground.installEventFilter(self)
        self.setGeometry(ground.rect())

    def show_step(self, step: TourStep, lit: QWidget, *, number: int, of: int) -> None:
        self._lit = lit
        self.title.setText(step.title)
        self.text.setText(step.text)
        self._place.setText(f"{number}/{of}")
        self.back.setEnabled(number > 1)
        self.on.setText("完成" if number == of else "下一步")
        self.on.setAccessibleName(self.on.text())
        self.show()
        self.raise_()
        self._lay_out()
        self.on.setFocus()

    def lit_rect(self) -> QRect:
        """The part in the light, in the overlay's own coordinates."""
        if self._lit is None:
            return QRect()
        corner = self._lit.mapTo(self._ground, QPoint(0, 0))
        return QRect(corner, self._lit.size()).adjusted(2, 2, -2, -2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._stepped(0)
        elif event.key() in _ON:
            # Enter on a button that was tabbed to means that button.
            held = self.focusWidget()
            is_other = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in (self.back, self.end)
            self._stepped((-1 if held is self.back else 0) if is_other else 1)
        elif event.key() in _BACK and self.back.isEnabled():
            self._stepped(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round the buttons of the card."""
        buttons = [each for each in (self.end, self.back, self.on) if each.isEnabled()]
        held = next((place for place, each in enumerate(buttons) if each.hasFocus()), -1)
        buttons[(held + (1 if forward else -1)) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._ground:
            self._lay_out()
        # Arrows on a button would lead to the button beside it.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is not self._ground
        ):
            self.keyPressEvent(event)
            return event.key() in (*_ON, *_BACK, Qt.Key.Key_Escape)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        light = QPainterPath()
        light.addRoundedRect(QRectF(self.lit_rect()), Space.RADIUS, Space.RADIUS)
        dim = colour("shadow")
        dim.setAlpha(_DIMMED)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shade.subtracted(light), dim)
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawPath(light)
        painter.drawRoundedRect(QRectF(self.card.geometry()), Space.S, Space.S)
        painter.end()

    def _lay_out(self) -> None:
        self.setGeometry(self._ground.rect())
        self._inside.activate()
        size = QSize(_CARD_WIDTH, self._inside.heightForWidth(_CARD_WIDTH))
        self.card.setGeometry(place_beside(self.lit_rect(), size, self.rect()))
        self.update()


def place_beside(lit: QRect, size: QSize, ground: QRect) -> QRect:
    """Where the card stands: right of the light, left of it, below or above, where there is room; else in its middle."""
    gap = Space.L
    card = QRect(QPoint(0, 0), size)
    middle = lit.center().y() - size.height() // 2
    centre = lit.center().x() - size.width() // 2
    spots = (
        QPoint(lit.right() + gap, middle),
        QPoint(lit.left() - gap - size.width(), middle),
        QPoint(centre, lit.bottom() + gap),
        QPoint(centre, lit.top() - gap - size.height()),
    )
    room = ground.adjusted(gap, gap, -gap, -gap)
    for spot in spots:
        card.moveTopLeft(spot)
        kept = QRect(card)
        kept.moveTop(max(room.top(), min(kept.top(), room.bottom() - size.height())))
        kept.moveLeft(max(room.left(), min(kept.left(), room.right() - size.width())))
        if not kept.intersects(lit):
            return kept
    card.moveCenter(lit.center())
    return card
