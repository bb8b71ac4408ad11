"""Something shown whole where there is room for it, and scrolled where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

# Less than this shows nothing anybody could work with.
_LEAST = QSize(200, 80)


class ScrollingArea(QScrollArea):
    """Asks for as much room as what it holds, and makes do with less: what holds it need never be larger than the screen."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._inside = inside

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return _LEAST
