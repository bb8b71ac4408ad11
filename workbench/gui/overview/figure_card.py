"""A card of lines, each a figure with its words; a line that can be opened is a button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.link_button import LinkButton
from workbench.gui.widgets.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """`open` is what a click does; None where there is nothing to open."""

    meaning: str
    tone: str
    figure: str
    text: str
    open: Callable[[], None] | None = None


class FigureCard(QFrame):
    def __init__(self, title: str, *, empty: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._empty = empty
        self._body: QWidget | None = None
        self._layout = column(words(title, scale="heading"), margins=(20, 16, 20, 16), gap=10)
        self._layout.addStretch(1)
        self.setLayout(self._layout)

    def show_lines(self, lines: Sequence[FigureLine]) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self._body.setLayout(self._grid(lines))
        self._layout.insertWidget(1, self._body)

    def _grid(self, lines: Sequence[FigureLine]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        if not lines:
            grid.addWidget(words(self._empty, tone="muted", wraps=True), 0, 0, 1, 3)
        for place, line in enumerate(lines):
            grid.addWidget(IconLabel(line.meaning, tone=line.tone), place, 0)
            grid.addWidget(words(line.figure, scale="strong"), place, 1)
            if line.open is None:
                grid.addWidget(_words(line), place, 2)
            else:
                grid.addWidget(
                    _button(line.text, line.figure, line.open), place, 2, Qt.AlignmentFlag.AlignLeft
                )
        return grid


def _words(line: FigureLine) -> QWidget:
    return words(line.text, tone="muted", wraps=True)


def _button(text: str, figure: str, opened: Callable[[], None]) -> QWidget:
    button = LinkButton(text)
    button.setAccessibleName(f"{figure} {text}，打开")
    button.clicked.connect(opened)
    return button
