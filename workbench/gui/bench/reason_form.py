"""Asks for a reason in one line, with the usual ones ready to pick."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.form_rows import labelled

DISMISSALS = ("人工打开正常", "不属于检查范围", "已在检查期间改正", "与其他问题重复", "误报")


class ReasonForm(DialogFrame):
    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        accept: str,
        taken: Callable[[str], None],
        usual: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, title=title, text=text, accept=accept)
        self._taken = taken
        self.reason = LineField(name="理由", hint="写明理由，复核时会看到")
        self.add(labelled("理由", self.reason))
        if usual:
            self.add(column(*(self._usual(*each) for each in enumerate(usual, start=1)), gap=0))
        self.setMinimumWidth(440)
        self.reason.setFocus()

    def _usual(self, number: int, text: str) -> QWidget:
        button = push_button(f"{text}（Alt+{number}）", kind="link")
        button.setAccessibleName(text)
        button.setShortcut(f"Alt+{number}")
        button.clicked.connect(lambda: self._take_usual(text))
        return button

    def _take_usual(self, text: str) -> None:
        self.reason.setText(text)
        self.take()

    def take(self) -> None:
        text = self.reason.text().strip()
        if not text:
            self.complain("请写明理由。")
            self.reason.setFocus()
            return
        self._taken(text)
        self.accept()
