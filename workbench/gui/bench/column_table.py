"""The columns of the subject in hand, each with what the checks said of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.domain.check_outcome import CHECK_END_WORDS, CheckOutcome
from workbench.domain.column import COLUMN_CLASS_WORDS, Column
from workbench.domain.place import normalise_place
from workbench.gui.bench.check_look import CHECK_TONES, worst
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel


@dataclass(frozen=True, slots=True)
class ColumnRow:
    column: Column
    outcome: CheckOutcome | None


def _sign(row: ColumnRow) -> tuple[str, str]:
    return CHECK_TONES[row.outcome.state] if row.outcome else ("not_checked", "na")


_FIELDS: tuple[Field[ColumnRow], ...] = (
    Field(title="栏目", text=lambda row: row.column.name),
    Field(title="类别", text=lambda row: COLUMN_CLASS_WORDS[row.column.column_class]),
    Field(
        title="检查结果",
        text=lambda row: CHECK_END_WORDS[row.outcome.state] if row.outcome else "未检查",
        sign=_sign,
    ),
    Field(title="说明", text=lambda row: row.outcome.reason if row.outcome else ""),
    Field(title="网址", text=lambda row: row.column.url),
)


class ColumnTable(QWidget):
    def __init__(self, *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(name="栏目", model=self.model, widths=(140, 84, 104, 220, 220), stretches=3)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, self.table.horizontalHeader().sortIndicatorOrder())
        self.table.when_opened(lambda place: opened(self.model.rows[place].column.url))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState("columns", "没有登记栏目", "导入台账时带上栏目表，检查才能判断栏目是否更新。")
        )
        self.setLayout(column(self._stack))

    def show_columns(self, columns: tuple[Column, ...], outcomes: tuple[CheckOutcome, ...]) -> None:
        by_target: dict[str, list[CheckOutcome]] = {}
        for outcome in outcomes:
            by_target.setdefault(normalise_place(outcome.target), []).append(outcome)
        rows = [ColumnRow(each, worst(by_target.get(normalise_place(each.url), []))) for each in columns]
        self.model.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
