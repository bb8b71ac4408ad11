"""The lines of a chart one below the other, or the words that say why there are none."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from workbench.gui.overview.chart_row import ChartRow
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.words import words


class ChartLines(QWidget):
    def __init__(self, *, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._inside: QWidget | None = None
        self._layout = column(gap=0)
        self.setLayout(self._layout)

    def show_rows(self, rows: Iterable[ChartRow]) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        drawn = tuple(rows)
        room = max((each.figure_width() for each in drawn), default=0)
        for each in drawn:
            each.align_figure(room)
        self._inside = QWidget()
        told = (words(self._empty, tone="muted", wraps=True),)
        self._inside.setLayout(column(*(drawn or told), gap=2))
        self._layout.addWidget(self._inside)
