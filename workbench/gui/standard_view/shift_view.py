"""Whose score a change would alter, before it is taken: heading and table, or the sentence that nothing alters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import set_tone, words
from workbench.operations.change_standard import preview_change
from workbench.operations.score_shift import ScoreShift
from workbench.storage.workspace import Workspace

_FIELDS: tuple[Field[ScoreShift], ...] = (
    Field(title="编号", text=lambda shift: shift.subject.code),
    Field(title="对象", text=lambda shift: shift.subject.name),
    Field(title="现在", text=lambda shift: shift.in_words[0]),
    Field(title="采用后", text=lambda shift: shift.in_words[1]),
)
_LEAST_ROWS, _MOST_ROWS = 1, 8


class ShiftView(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._told = words(scale="strong", wraps=True)
        self._note = words(tone="muted", scale="small", wraps=True)
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="得分会变的对象", model=self.model, widths=(110, 180, 150, 150), stretches=1
        )
        self.table.setProperty("kind", "framed")
        self.setLayout(column(self._told, self._note, self.table, None, gap=4))
        self.wait()

    def wait(self) -> None:
        self._say("正在计算影响……", tone="muted")

    def refuse(self) -> None:
        self._say("填好以后，这里会列出哪些对象的得分会变。", tone="muted")

    def show_shifts(self, shifts: Sequence[ScoreShift], *, note: str = "") -> None:
        if not shifts:
            self._say("现有得分和结果都不变。", note=note)
            return
        self._say(f"{len(shifts)} 个对象的得分或结果会变：", note=note)
        self.model.show(shifts)
        rows = max(_LEAST_ROWS, min(len(shifts), _MOST_ROWS))
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * height + 4)
        self.table.show()

    def told(self) -> str:
        return self._told.text()

    def _say(self, text: str, *, tone: str = "text", note: str = "") -> None:
        self._told.setText(text)
        set_tone(self._told, tone)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.table.hide()
        self.model.show(())


def preview_of(
    workspace: Workspace, session: Session, cell: str, value: str | None
) -> tuple[ScoreShift, ...]:
    """Runs in the lane; the scores of now are those on screen."""
    snapshot = session.snapshot
    standings = snapshot.standings if snapshot else None
    return preview_change(workspace, cell=cell, value=value, standings=standings)
