"""Labels by scale and tone, so that no page sets a font or colour of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def words(
    text: str = "", *, scale: str = "text", tone: str = "text", wraps: bool = False, selectable: bool = False
) -> QLabel:
    """A label; `scale` and `tone` are names of theme.py that the style sheet knows."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("scale", scale)
    label.setProperty("tone", tone)
    if wraps:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def set_tone(widget: QWidget, tone: str) -> None:
    """Wear another tone from now on."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet looks at, and have it looked at again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
