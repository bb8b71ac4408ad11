"""Takes a cell back to what the campaign was begun with, after showing whose score that would change."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.gui.session import Session
from workbench.gui.standard_view.cell_lines import CellLine
from workbench.gui.standard_view.shift_view import ShiftView, preview_of
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.operations.change_standard import revert_standard
from workbench.operations.score_shift import ScoreShift


class RevertForm(DialogFrame):
    """`taken` is called once it is stored."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        line: CellLine,
        taken: Callable[[CellLine], None],
    ) -> None:
        now = f"现在是“{line.text}”，" if line.change else ""
        back = f"恢复为“{line.shipped or line.text}”。"
        super().__init__(parent, title=f"{line.title}恢复原值", text=f"{now}{back}", accept="恢复原值")
        self._session = session
        self._line = line
        self._taken = taken
        self.shifts = ShiftView()
        self.add(self.shifts, stretch=1)
        self.setMinimumWidth(560)
        self._enable(is_ready=False)
        session.read(
            self,
            lambda workspace: preview_of(workspace, session, line.address, None),
            done=self._show,
            failed=self.complain,
        )

    def take(self) -> None:
        by, line = self._session.inspector, self._line
        self._enable(is_ready=False)

        def stored(_cells: object) -> None:
            self._taken(line)
            self.accept()

        self._session.act(
            self,
            lambda workspace: revert_standard(workspace, cell=line.address, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _show(self, shifts: tuple[ScoreShift, ...]) -> None:
        self.shifts.show_shifts(shifts)
        self._enable(is_ready=True)

    def _enable(self, *, is_ready: bool) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(is_ready)
