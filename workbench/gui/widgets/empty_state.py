"""What an empty list shows: what would be here, and what to do next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from workbench.gui.theme import Space
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

_TEXT_WIDTH = 420
_ROOM_FOR_ICON = 260


class EmptyState(QWidget):
    def __init__(
        self, meaning: str, title: str, text: str, *buttons: QAbstractButton, tone: str = "faint"
    ) -> None:
        super().__init__()
        self._icon = IconLabel(meaning, tone=tone, side=40)
        self._title = words(title, scale="heading")
        self._text = words(text, tone="muted", wraps=True)
        self._text.setMaximumWidth(_TEXT_WIDTH)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = buttons
        self._laid: tuple[tuple[QAbstractButton, ...], int] = ((), 0)
        self._acts = QGridLayout()
        self._acts.setSpacing(Space.S)
        acts = row(None, self._acts, None)
        self._whole = column(
            None,
            row(None, self._icon, None),
            self._title,
            row(self._text),
            4,
            acts,
            None,
            margins=(24, 24, 24, 24),
        )
        self.setLayout(self._whole)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A button has come or gone, or has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight the words come first."""
        super().resizeEvent(event)
        is_roomy = self.height() >= _ROOM_FOR_ICON
        self._icon.setVisible(is_roomy)
        margin = Space.XL if is_roomy else Space.XS
        side = Space.XL if self.width() >= _TEXT_WIDTH else Space.XS
        self._whole.setContentsMargins(side, margin, side, margin)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons side by side, or two in a line where they would not be whole."""
        shown = tuple(each for each in self._buttons if not _was_hidden(each))
        needed = sum(each.sizeHint().width() + Space.S for each in shown) + 2 * Space.XL
        columns = max(1, len(shown)) if needed <= self.width() else 2
        if (shown, columns) == self._laid:
            return
        self._laid = (shown, columns)
        for each in self._buttons:
            self._acts.removeWidget(each)
        for place, each in enumerate(shown):
            self._acts.addWidget(each, place // columns, place % columns)

    def say(self, meaning: str, title: str, text: str) -> None:
        self._icon.set_icon(meaning, tone="faint")
        self._title.setText(title)
        self._text.setText(text)


def _was_hidden(button: QAbstractButton) -> bool:
    """By us, that is; what has not been on screen yet counts as hidden to Qt too."""
    return button.isHidden() and button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
