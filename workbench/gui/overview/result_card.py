"""How many subjects have which result: one bar, and a button for each part that opens the list behind it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton

from workbench.domain.score import Result
from workbench.gui.icons import icon
from workbench.gui.outcome_look import look_of_result
from workbench.gui.overview.overview_figures import Figures
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.stacked_bar import BarPart, StackedBar
from workbench.gui.widgets.words import words

_LISTS = {
    Result.PASS: "passed",
    Result.FAIL: "failed",
    Result.PROVISIONAL: "provisional",
    Result.INCOMPLETE: "open",
}
# What has no result yet stays pale: a full bar would read as finished.
PALE_TONES = {Result.INCOMPLETE: "line_strong", Result.NOT_CHECKED: "line"}
BEYOND = "beyond"


class ResultCard(QFrame):
    """`opened` is handed the filter of the bench that lists what was clicked, or BEYOND."""

    def __init__(self, *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._figure = words(scale="figure")
        self._told = words(tone="muted")
        self._bar = StackedBar(name="各种结果")
        self._buttons: dict[Result, QPushButton] = {}
        parts = row(gap=4)
        for result in _LISTS:
            self._buttons[result] = self._part(result, opened)
            parts.addWidget(self._buttons[result])
        self.beyond = push_button("", kind="link")
        self.beyond.clicked.connect(lambda: opened(BEYOND))
        parts.addWidget(self.beyond)
        parts.addStretch(1)
        head = row(self._figure, self._told, None, gap=10)
        self.setLayout(
            column(
                words("完成进度", scale="heading"), head, self._bar, parts, margins=(20, 16, 20, 14), gap=10
            )
        )

    def show_figures(self, figures: Figures) -> None:
        self._figure.setText(f"{figures.finished}/{figures.in_round}")
        left = f"，另有 {figures.left_out} 个不在本批" if figures.left_out else ""
        self._told.setText(f"个对象已有结果{left}")
        beyond = f"另有 {figures.beyond} 个，这套指标不检查"
        self.beyond.setText(beyond)
        self.beyond.setAccessibleName(f"{beyond}，打开名单")
        self.beyond.setVisible(figures.beyond > 0)
        self._bar.show_parts(
            tuple(
                BarPart(
                    result.value,
                    figures.by_result[result],
                    PALE_TONES.get(result, look_of_result(result).tone),
                )
                for result in _LISTS
            )
        )
        for result, button in self._buttons.items():
            count = figures.by_result[result]
            button.setText(f"{result.value} {count}")
            button.setAccessibleName(f"{result.value} {count} 个，打开名单")
            button.setEnabled(count > 0)

    @staticmethod
    def _part(result: Result, opened: Callable[[str], None]) -> QPushButton:
        look = look_of_result(result)
        button = push_button(result.value, kind="link")
        button.setIcon(icon(look.meaning, tone=look.tone))
        button.clicked.connect(lambda: opened(_LISTS[result]))
        return button
