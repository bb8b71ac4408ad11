"""On the first day: offers the practice city and the tour, once the name is known."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.gui.widgets.boxes import framed, row
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words


class FirstOffer(DialogFrame):
    def __init__(self, parent: QWidget | None, *, lead_through: Callable[[], None]) -> None:
        super().__init__(
            parent,
            title="先看两分钟？",
            text="练习城是八个仿真网站，带着已知的毛病，断网也能用。导览带您看一遍窗口，按 Esc 随时结束。",
            accept="打开练习城，看导览",
            cancel="直接开始",
        )
        self._lead_through = lead_through
        hint = words("以后想看，菜单里有“用练习城试一遍”和“两分钟导览”。", tone="muted", wraps=True)
        line = row(IconLabel("hint", tone="accent"), hint, margins=(12, 10, 12, 10))
        line.setStretch(1, 1)
        self.add(framed(line, kind="quote"))
        self.setMinimumWidth(460)

    def take(self) -> None:
        self.accept()
        self._lead_through()
