"""One cell of the standard in the panel: what stands there, how sure, who changed it, and the way to change it."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from workbench.domain.standard import Certainty
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.standard_view.cell_lines import CellLine
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

Act = Callable[[CellLine], None]


class CellBlock(QWidget):
    """`change` and `revert` are called with the line; None where the reader may not change anything."""

    def __init__(self, line: CellLine, *, change: Act | None, revert: Act | None) -> None:
        super().__init__()
        self.line = line
        head = row(words(line.title, tone="muted", scale="small"), gap=8)
        if line.cell.certainty is not None:
            look = CERTAINTY_LOOKS[_certainty(line)]
            head.addWidget(IconLabel(look.meaning, tone=look.tone, side=14))
            head.addWidget(words(look.word, tone=look.tone, scale="small"))
        head.addStretch(1)
        for button in self._acts(change, revert):
            head.addWidget(button)
        text = words(line.text, scale="strong", wraps=True, selectable=True)
        parts: list[QWidget] = [] if isinstance(line.cell.value, Certainty) else [text]
        if line.told:
            tone = "doubtful" if line.sides else "muted"
            parts.append(words(line.told, tone=tone, scale="small", wraps=True, selectable=True))
        self.setLayout(column(head, *parts, gap=2))

    def _acts(self, change: Act | None, revert: Act | None) -> list[QPushButton]:
        acts = []
        if revert is not None and self.line.is_changed:
            acts.append(_button("恢复原值", f"{self.line.title}恢复原值", lambda: revert(self.line)))
        if change is not None and self.line.act:
            title = f"{self.line.act}…"
            acts.append(_button(title, f"{self.line.act}{self.line.title}", lambda: change(self.line)))
        return acts


def _button(text: str, name: str, act: Callable[[], None]) -> QPushButton:
    button = push_button(text, kind="link")
    button.setAccessibleName(name)
    button.clicked.connect(act)
    return button


def _certainty(line: CellLine) -> Certainty:
    return Certainty.UNVERIFIED if line.is_unverified else line.cell.certainty or Certainty.UNVERIFIED
