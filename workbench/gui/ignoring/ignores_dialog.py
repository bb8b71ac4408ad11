"""What is ignored, by whom, why and until when; an ignore can be ended before its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workbench.domain.ignore import IGNORE_SCOPE_WORDS, Ignore
from workbench.gui.session import Session
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.ignore_problem import end_ignore, what_in_words
from workbench.operations.list_ignores import EVERY_SUBJECT
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class IgnoreRow:
    ignore: Ignore
    subject: str
    is_over: bool


_FIELDS: tuple[Field[IgnoreRow], ...] = (
    Field(title="对象", text=lambda held: held.subject),
    Field(title="忽略什么", text=lambda held: what_in_words(held.ignore)),
    Field(title="范围", text=lambda held: IGNORE_SCOPE_WORDS[held.ignore.scope]),
    Field(title="网址", text=lambda held: held.ignore.target),
    Field(title="理由", text=lambda held: held.ignore.reason),
    Field(title="由谁", text=lambda held: held.ignore.inspector),
    Field(
        title="有效到",
        text=lambda held: f"{held.ignore.until}{'（已到期）' if held.is_over else ''}",
        sign=lambda held: ("", "na" if held.is_over else ""),
        order=lambda held: (held.ignore.until,),
    ),
)


class IgnoresDialog(DialogFrame):
    def __init__(self, parent: QWidget | None, *, session: Session) -> None:
        super().__init__(
            parent,
            title="忽略清单",
            text="忽略的问题不计分，列入每份报告。提前结束后，问题重新计入。",
            cancel="关闭",
        )
        self._session = session
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="忽略清单",
            model=self.model,
            widths=(150, 120, 80, 200, 180, 72, 120),
            stretches=3,
            empty="没有忽略任何问题。要忽略一条，在检查页下方的结果表里选中它，按“忽略”。",
        )
        self.table.setProperty("kind", "framed")
        self.table.setSortingEnabled(True)
        end = push_button("提前结束", meaning="remove", kind="danger")
        end.clicked.connect(self.end_chosen)
        self.acts.addWidget(end)
        self.add(self.table, stretch=1)
        self._read()
        self.resize(960, 420)

    def end_chosen(self) -> None:
        chosen = [self.model.rows[index.row()] for index in self.table.selectionModel().selectedRows()]
        if not chosen:
            self.complain("请先选中要结束的忽略。")
            return
        by = self._session.inspector

        def work(workspace: Workspace) -> None:
            for each in chosen:
                end_ignore(workspace, each.ignore, by=by)

        self._session.act(self, work, subjects=None, done=lambda _none: self._read(), failed=self.complain)

    def _read(self) -> None:
        snapshot = self._session.snapshot
        names = {each.subject.id: each.subject.name for each in snapshot.standings} if snapshot else {}
        self._session.read(
            self, lambda workspace: workspace.ignores(), done=lambda held: self._show(held, names)
        )

    def _show(self, ignores: tuple[Ignore, ...], names: Mapping[UUID, str]) -> None:
        today = date.today()
        rows = [
            IgnoreRow(
                each,
                names.get(each.subject_id, "") if each.subject_id else EVERY_SUBJECT,
                not each.holds_on(today),
            )
            for each in ignores
        ]
        self.model.show(sorted(rows, key=lambda held: (held.is_over, held.ignore.until)))
