"""The problems behind a figure: where, under which rule; Enter goes to the bench."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.domain.finding import SOURCE_WORDS
from workbench.gui.overview.overview_figures import HeldProblem
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel

_FIELDS: tuple[Field[HeldProblem], ...] = (
    Field(title="对象", text=lambda held: held.subject.name),
    Field(title="细则", text=lambda held: held.finding.rule),
    Field(title="问题", text=lambda held: held.finding.excerpt or held.finding.note),
    Field(
        title="数量",
        text=lambda held: str(held.finding.count),
        order=lambda held: (held.finding.count,),
        is_number=True,
    ),
    Field(title="位置", text=lambda held: held.finding.place),
    Field(title="来源", text=lambda held: SOURCE_WORDS[held.finding.source]),
)


class ProblemDialog(DialogFrame):
    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        problems: Sequence[HeldProblem],
        opened: Callable[[HeldProblem], None],
    ) -> None:
        super().__init__(parent, title=title, text="按回车或双击，到检查页查看这一条。", cancel="关闭")
        model = RowModel(_FIELDS)
        model.show(problems)
        self.table = RecordTable(name=title, model=model, widths=(170, 80, 260, 56, 220, 84), stretches=2)
        self.table.setProperty("kind", "framed")
        self.table.setSortingEnabled(True)
        # In the order given until a heading is clicked.
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self.table.stand_at(0)
        self.table.when_opened(lambda place: self._open(model.rows[place], opened))
        self.add(self.table, stretch=1)
        self.resize(920, 520)

    def _open(self, held: HeldProblem, opened: Callable[[HeldProblem], None]) -> None:
        self.accept()
        opened(held)
