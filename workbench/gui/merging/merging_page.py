"""合并: take result files in, and settle what the inspectors see differently."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.file_asking import ask_files
from workbench.gui.merging.dispute_rows import DisputeRow, dispute_rows
from workbench.gui.merging.merge_dialog import MergeDialog
from workbench.gui.merging.settle_dialog import SettleDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import words
from workbench.operations.merge_results import MergeSummary, preview_merge

RESULT_FILES = "结果包 (*.inspection)"


def _state(found: DisputeRow) -> str:
    return "待裁定" if found.is_open else "已裁定"


def _state_sign(found: DisputeRow) -> tuple[str, str]:
    return ("dispute", "doubtful") if found.is_open else ("settle", "passed")


_FIELDS: tuple[Field[DisputeRow], ...] = (
    Field(title="状态", text=_state, sign=_state_sign),
    Field(title="对象", text=lambda found: found.subject.name),
    Field(title="指标", text=lambda found: f"{found.indicator.code}　{found.indicator.name}"),
    Field(title="各方判定", text=lambda found: found.sides),
    Field(title="裁定", text=lambda found: found.settled),
)


@page("merging", title="合并", icon="merging", order=6)
class MergingPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._title = words(scale="heading")
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(name="争议", model=self.model, widths=(96, 200, 200, 280, 300), stretches=4)
        self.table.when_opened(self.settle)
        self._settle = push_button("裁定…", meaning="settle")
        self._settle.clicked.connect(lambda: self.settle(self.table.currentIndex().row()))
        self.table.selectionModel().currentRowChanged.connect(
            lambda index, _old: self._settle.setEnabled(index.isValid())
        )
        self._build()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        rows = dispute_rows(snapshot.standard, snapshot.standings)
        self.model.show(rows)
        waiting = sum(found.is_open for found in rows)
        self._title.setText(
            f"争议：{waiting} 项待裁定，{len(rows) - waiting} 项已裁定" if rows else "没有争议"
        )
        self._stack.setCurrentIndex(0 if rows else 1)
        self._settle.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(0)

    def take_focus(self) -> None:
        self.table.setFocus()

    def arrive(self, destination: Destination) -> None:
        if destination.files:
            self.preview(destination.files)
        elif destination.shows == "merge":
            self.choose_files()

    def choose_files(self) -> None:
        chosen = ask_files(self, "合并结果包", RESULT_FILES)
        if chosen:
            self.preview(chosen)

    def preview(self, files: Sequence[Path]) -> None:
        """Look at the files first; nothing is taken in before the preview is accepted."""

        def show(found: MergeSummary) -> None:
            MergeDialog(
                self, session=self.context.session, files=files, preview=found, done=self._merged
            ).open()

        self.context.session.read(self, lambda workspace: preview_merge(workspace, files), done=show)

    def settle(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            found = self.model.rows[place]
            SettleDialog(self, session=self.context.session, dispute=found, done=self._settled).open()

    def _build(self) -> None:
        merge = push_button("合并结果包…", meaning="merge", kind="primary")
        merge.clicked.connect(self.choose_files)
        head = framed(row(self._title, None, self._settle, merge, margins=(20, 12, 20, 12)), kind="bar")
        first = push_button("合并结果包…", meaning="merge", kind="primary")
        first.clicked.connect(self.choose_files)
        empty = EmptyState(
            "merging",
            "没有争议",
            "把检查员交来的结果包（*.inspection）合并进来，也可以直接拖到窗口上。两人判定不同的指标会列在这里，由组长裁定。",
            first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(column(self.table, margins=(12, 0, 12, 0)), kind="surface"))
        self._stack.addWidget(empty)
        whole = column(head, self._stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _merged(self, summary: MergeSummary) -> None:
        self.context.tell(NoticeLine(summary.in_words(), Tone.DONE))

    def _settled(self) -> None:
        self.context.tell(NoticeLine("已裁定；双方的判定都留着，有一方改动会重新成为争议。", Tone.DONE))
