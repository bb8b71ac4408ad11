"""What an empty list shows: what would be here, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

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
        acts = row(None, *buttons, None)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight the words come first."""
        super().resizeEvent(event)
        is_roomy = self.height() >= _ROOM_FOR_ICON
        self._icon.setVisible(is_roomy)
        margin = Space.XL if is_roomy else Space.XS
        self._whole.setContentsMargins(Space.XL, margin, Space.XL, margin)

    def say(self, meaning: str, title: str, text: str) -> None:
        self._icon.set_icon(meaning, tone="faint")
        self._title.setText(title)
        self._text.setText(text)
