"""The recorded visits to the home page of the subject in hand: when, whether it opened, how long it took."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.domain.home_visit import VISIT_STATE_WORDS, HomeVisit, VisitState
from workbench.domain.visit_share import share_of
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import words

_SIGNS = {
    VisitState.OK: ("pass", "passed"),
    VisitState.FAILED: ("fail", "fail"),
    VisitState.VOID: ("na", "na"),
}
_FIELDS: tuple[Field[HomeVisit], ...] = (
    Field(
        title="时间",
        text=lambda visit: f"{visit.at.astimezone():%m-%d %H:%M:%S}",
        order=lambda visit: (visit.at,),
    ),
    Field(
        title="结果",
        text=lambda visit: VISIT_STATE_WORDS[visit.state],
        sign=lambda visit: _SIGNS[visit.state],
    ),
    Field(title="状态", text=lambda visit: str(visit.status or ""), is_number=True),
    Field(
        title="用时（秒）",
        text=lambda visit: f"{visit.total_s:.1f}",
        order=lambda visit: (visit.total_s,),
        is_number=True,
    ),
    Field(title="说明", text=lambda visit: visit.reason),
)


class VisitTable(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="首页访问记录", model=self.model, widths=(130, 90, 60, 84, 240), stretches=4
        )
        self.table.setSortingEnabled(True)
        self._told = words(tone="muted")
        self._told.setContentsMargins(12, 6, 12, 4)
        listed = QWidget()
        inner = column(self._told, self.table, gap=0)
        inner.setStretch(1, 1)
        listed.setLayout(inner)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(
            EmptyState(
                "clock", "还没有访问记录", "用命令 workbench visit 间隔访问首页，记录满一周后才能下结论。"
            )
        )
        self.setLayout(column(self._stack))

    def show_visits(self, visits: Sequence[HomeVisit]) -> None:
        self.model.show(tuple(reversed(visits)))
        share = share_of(visits)
        self._told.setText(
            f"计入 {share.counted} 次，打不开 {share.failed} 次（{share.in_words()}），作废 {share.void} 次"
        )
        self._stack.setCurrentIndex(0 if visits else 1)
