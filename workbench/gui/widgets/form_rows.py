"""Fields below their labels: the one form layout of all dialogs."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.words import words


def labelled(label: str, field: QWidget, *, hint: str = "") -> QVBoxLayout:
    """The field under its label; the label's mnemonic leads to it."""
    title = words(label, scale="strong")
    title.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    parts: list[QWidget | QLayout | int | None] = [title, field]
    if hint:
        parts.append(words(hint, scale="small", tone="muted", wraps=True))
    return column(*parts, None, gap=4)
