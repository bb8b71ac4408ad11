"""Says over the page that one indicator is being taken over all subjects, how far it is, and how to leave."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar

from workbench.gui.bench.line_rows import AssemblyLine
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

_BAR_WIDTH = 140


class LineBar(QFrame):
    def __init__(self, *, leave: QAction) -> None:
        super().__init__()
        self.setProperty("kind", "line_bar")
        self._text = words(tone="accent", scale="strong")
        self._figure = words(tone="accent")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("流水线进度")
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(_BAR_WIDTH)
        self._leave = action_button(leave, shows_text=True)
        self._leave.setText("退出")
        whole = row(
            IconLabel("line-mode", tone="accent"),
            self._text,
            self._progress,
            self._figure,
            None,
            self._leave,
            margins=(12, 4, 8, 4),
        )
        self.setLayout(whole)
        self.hide()

    def show_line(self, name: str, line: AssemblyLine) -> None:
        self._text.setText(f"流水线：{name}")
        self._figure.setText(f"{line.done}/{len(line.stops)}")
        self._progress.setRange(0, max(1, len(line.stops)))
        self._progress.setValue(line.done)
        self.show()

    def figure(self) -> str:
        return self._figure.text()
