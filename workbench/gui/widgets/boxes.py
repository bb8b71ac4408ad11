"""Layouts with the distances of the theme, and the frames of cards and bars."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None
Box = TypeVar("Box", bound=QBoxLayout)


def column(*parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QVBoxLayout:
    """Parts one below the other; an int is a fixed gap, None takes the room that is left."""
    return _fill(QVBoxLayout(), parts, margins, gap)


def row(*parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """Parts side by side; an int is a fixed gap, None takes the room that is left."""
    return _fill(QHBoxLayout(), parts, margins, gap)


def _fill(box: Box, parts: tuple[Part, ...], margins: tuple[int, int, int, int], gap: int) -> Box:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return box


def framed(layout: QLayout, *, kind: str = "card", name: str = "") -> QFrame:
    """The layout in a frame of the style sheet: card, surface, bar, foot, quote or a strip."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setObjectName(name)
    frame.setLayout(layout)
    return frame


def line(*, upright: bool = False) -> QFrame:
    drawn = QFrame()
    drawn.setProperty("kind", "upright_line" if upright else "line")
    return drawn
