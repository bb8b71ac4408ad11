"""Confirms or corrects a cell: the value, the source, and whose score it would change, before it is taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workbench.errors import WorkbenchError
from workbench.gui.session import Session
from workbench.gui.standard_view.cell_editor import CellEditor
from workbench.gui.standard_view.cell_lines import CellLine
from workbench.gui.standard_view.shift_view import ShiftView, preview_of
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.operations.change_standard import change_standard
from workbench.operations.score_shift import ScoreShift
from workbench.storage.workspace import Workspace

_TYPING_PAUSE_MS = 250
_WINDOW_NOTE = "已有的疑似问题不会自己变：采用后请重新检查，程序才按新的时间窗提出。"
_HINTS = {
    "price": "扣分、加分都写正数；写出即为核实。",
    "points": "本指标最多扣（加）这么多；写出即为核实。",
    "certainty": "核实后，这一条按条款作数；否决不再只是提醒。",
    "cap": "这一条最多扣（加）这么多。",
    "fail_below": "低于它为不合格，恰好等于它为合格。",
    "bonus_above": "扣分后高于它才计加分。",
    "bonus_cap": "加分最多计这么多。",
    "applies_to": "这项指标检查哪些对象。",
    "scored_kinds": "这些对象计分，其余只判合格、不合格。",
}


class CellForm(DialogFrame):
    """`lines` are the cells of the row, `first` the one in hand, `source` what was typed last time.

    `taken` is handed the cell and its source once they are stored.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        heading: str,
        when: str,
        lines: Sequence[CellLine],
        first: CellLine,
        source: str,
        taken: Callable[[CellLine, str], None],
    ) -> None:
        super().__init__(parent, title=heading, text=when, accept="采用")
        self._session = session
        self._lines = tuple(lines)
        self._taken = taken
        self._usual = source
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self._build()
        self.choice.setCurrentIndex(self._lines.index(first))
        self._show_cell()
        self.choice.currentIndexChanged.connect(lambda _index: self._show_cell())
        self.setMinimumWidth(640)

    @property
    def line(self) -> CellLine:
        return self._lines[self.choice.currentIndex()]

    def take(self) -> None:
        line, by = self.line, self._session.inspector
        value, source = self.editor.value(), self.source.text()
        if not source.strip():
            self.complain("请写明依据：哪份文件、第几条或第几页。")
            self.source.setFocus()
            return
        self._enable(is_ready=False)

        def stored(_changes: object) -> None:
            self._taken(line, source)
            self.accept()

        self._session.act(
            self,
            lambda workspace: change_standard(
                workspace, cell=line.address, value=value, source=source, by=by
            ),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _build(self) -> None:
        self.choice = ChoiceField(name="哪一格", is_long=True)
        for line in self._lines:
            now = "" if line.cell.address.name == "when" else f"　现在：{line.text}"
            self.choice.addItem(f"{line.title}{now}", line.address)
        self.choice.setEnabled(len(self._lines) > 1)
        self._place = column(gap=0)
        self.source = LineField(name="依据", hint="文件和条款，例如：国办秘函〔2019〕19号附件第5页")
        self.shifts = ShiftView()
        self.add(labelled("哪一格", self.choice))
        self.add(self._place)
        self.add(labelled("依据", self.source, hint="和您的姓名、时间一起记在这一格上，所有人都看得到。"))
        self.add(self.shifts, stretch=1)

    def _show_cell(self) -> None:
        while (old := self._place.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        line = self.line
        holder = QWidget()
        self.editor = CellEditor(line, changed=self._edited)
        label = "核实后的值" if line.act == "核实" else "改为"
        holder.setLayout(labelled(label, self.editor, hint=_HINTS.get(line.cell.address.name, "")))
        self._place.addWidget(holder)
        self.source.setText(line.change.source if line.change else self._usual)
        QWidget.setTabOrder(self.choice, self.editor.first)
        self.editor.first.setFocus()
        self._edited()

    def _edited(self) -> None:
        self._asked += 1
        self._enable(is_ready=False)
        self.complain("")
        self._enable(is_ready=False)
        self.shifts.wait()
        self._pause.start()

    def _preview(self) -> None:
        asked, line, value = self._asked, self.line, self.editor.value()
        if not value:
            self.shifts.refuse()
            return

        def work(workspace: Workspace) -> tuple[ScoreShift, ...]:
            # What has been typed over meanwhile need not be reckoned any more.
            is_wanted = asked == self._asked
            return preview_of(workspace, self._session, line.address, value) if is_wanted else ()

        def show(shifts: tuple[ScoreShift, ...]) -> None:
            if asked == self._asked:
                is_window = line.cell.address.name == "window"
                self.shifts.show_shifts(shifts, note=_WINDOW_NOTE if is_window else "")
                self._enable(is_ready=True)

        def fail(error: Exception) -> None:
            if not isinstance(error, WorkbenchError):
                raise error
            if asked == self._asked:
                self.complain(error)
                self.shifts.refuse()
                self._enable(is_ready=False)

        self._session.read(self, work, done=show, failed=fail)

    def _enable(self, *, is_ready: bool) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(is_ready)
