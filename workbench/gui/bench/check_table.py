"""How each check ended on the subject in hand."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.checks.catalogue import checks
from workbench.domain.check_outcome import CHECK_END_WORDS, CheckEnd, CheckOutcome
from workbench.domain.ignore_list import IgnoredFinding
from workbench.gui.bench.check_look import CHECK_TONES
from workbench.gui.bench.outcome_rows import without_ignored
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel


def _title(outcome: CheckOutcome) -> str:
    return checks[outcome.check].title if outcome.check in checks else outcome.check


_FIELDS: tuple[Field[CheckOutcome], ...] = (
    Field(title="检查", text=_title),
    Field(
        title="结果",
        text=lambda outcome: CHECK_END_WORDS[outcome.state],
        sign=lambda outcome: CHECK_TONES[outcome.state],
    ),
    Field(title="说明", text=lambda outcome: outcome.reason),
    Field(title="对象", text=lambda outcome: outcome.target),
    Field(title="时间", text=lambda outcome: f"{outcome.at.astimezone():%m-%d %H:%M}" if outcome.at else ""),
)


class CheckTable(QWidget):
    def __init__(self, *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self._outcomes: tuple[CheckOutcome, ...] = ()
        self._ignored: tuple[IgnoredFinding, ...] = ()
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(name="检查", model=self.model, widths=(112, 116, 120, 110, 92), stretches=2)
        self.table.when_opened(lambda place: opened(self.model.rows[place].target))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState("outcomes", "还没有运行过检查", "按 F5 检查全部对象，按 Shift+F5 只检查这一个。")
        )
        self.setLayout(column(self._stack))

    def show_outcomes(self, outcomes: tuple[CheckOutcome, ...]) -> None:
        self._outcomes = outcomes
        shown = without_ignored(outcomes, self._ignored)
        self.model.show(tuple(sorted(shown, key=lambda each: each.state is CheckEnd.FINE)))
        self._stack.setCurrentIndex(0 if outcomes else 1)

    def show_ignored(self, ignored: tuple[IgnoredFinding, ...]) -> None:
        """What is ignored today does not count as found."""
        if ignored != self._ignored:
            self._ignored = ignored
            self.show_outcomes(self._outcomes)
