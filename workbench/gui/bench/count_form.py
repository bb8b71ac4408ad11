"""How many: digits and Enter, nothing else."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import NumberField
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.record_finding import MOST_COUNTED


class CountForm(DialogFrame):
    def __init__(
        self, parent: QWidget | None, *, about: str, count: int, taken: Callable[[int], None]
    ) -> None:
        super().__init__(parent, title="数量", text=about, accept="保存")
        self._taken = taken
        self._before = count
        self.count = NumberField(name="数量", lowest=1, highest=MOST_COUNTED, value=count)
        self.add(labelled("这条问题算几处", self.count))
        self.setMinimumWidth(340)
        self.count.setFocus()
        self.count.selectAll()

    def take(self) -> None:
        if self.count.value() != self._before:
            self._taken(self.count.value())
        self.accept()
