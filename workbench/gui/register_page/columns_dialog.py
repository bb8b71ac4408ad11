"""The columns of one subject: add, change, drop."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.column import COLUMN_CLASS_WORDS, Column
from workbench.domain.ids import column_id
from workbench.domain.subject import Subject
from workbench.gui.changes import Changes
from workbench.gui.register_page.column_form import ColumnForm
from workbench.gui.session import Session
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.edit_column import remove_column

_FIELDS: tuple[Field[Column], ...] = (
    Field(title="栏目", text=lambda held: held.name),
    Field(title="类别", text=lambda held: COLUMN_CLASS_WORDS[held.column_class]),
    Field(title="层级", text=lambda held: str(held.level), is_number=True),
    Field(title="网址", text=lambda held: held.url),
    Field(title="说明", text=lambda held: "历史专题" if held.is_historic else ""),
)


class ColumnsDialog(DialogFrame):
    """`find` opens the search for columns of this site."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        subject: Subject,
        find: Callable[[], None],
    ) -> None:
        super().__init__(
            parent, title=f"{subject.name}的栏目", text="回车或双击修改，删除键删除。", cancel="关闭"
        )
        self._session = session
        self._subject = subject
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="栏目",
            model=self.model,
            widths=(180, 96, 52, 320, 90),
            stretches=3,
            empty="还没有栏目。按“发现栏目…”从网站上查找，或在检查页的网页里右键点链接登记，也可以用 Ctrl+I 导入栏目表。",
        )
        self.table.setProperty("kind", "framed")
        self.table.when_opened(lambda place: self._edit(self.model.rows[place]))
        self.table.when_removed(self._drop)
        add = push_button("新增栏目…", meaning="add")
        self.drop = drop = push_button("删除", meaning="remove", kind="danger")
        add.clicked.connect(self._add)
        drop.clicked.connect(self._drop)
        search = push_button("发现栏目…", meaning="find")
        search.clicked.connect(find)
        search.setEnabled(bool(subject.home_url))
        self.add(self.table, stretch=1)
        self.acts.addWidget(search)
        self.acts.addWidget(drop)
        self.acts.addWidget(add)
        for button in (add, drop):
            button.setEnabled(session.is_lead)
        if not session.is_lead and session.snapshot is not None:
            self.complain(f"栏目由组长{session.snapshot.campaign.lead}登记；您可以查看。")
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._settle())
        session.changed.connect(self._show)
        self._show(Changes(is_register=True))
        self.resize(820, 460)

    def _show(self, _changes: Changes) -> None:
        """What was selected stays so, and what was just added is selected."""
        snapshot = self._session.snapshot
        if snapshot is not None:
            place = self.table.currentIndex().row()
            at = self.model.row(self.table.currentIndex())
            known = {held.id for held in self.model.rows}
            self.model.show(snapshot.columns.get(self._subject.id, ()))
            ids = [held.id for held in self.model.rows]
            added = [each for each in ids if known and each not in known]
            wanted = added[0] if added else at.id if at else None
            self.table.stand_at(ids.index(wanted) if wanted in ids else place)
        self._settle()

    def _settle(self) -> None:
        is_chosen = self.table.selectionModel().hasSelection()
        self.drop.setEnabled(self._session.is_lead and is_chosen)

    def _add(self) -> None:
        draft = Column(id=column_id(self._subject.id, ""), subject_id=self._subject.id, name="", url="")
        self._edit(draft)

    def _edit(self, draft: Column) -> None:
        if self._session.is_lead:
            ColumnForm(self, session=self._session, draft=draft, done=lambda _saved: None).open()

    def _drop(self) -> None:
        if not self._session.is_lead:
            return
        for index in self.table.selectionModel().selectedRows():
            self._drop_one(self.model.rows[index.row()])

    def _drop_one(self, column: Column) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: remove_column(workspace, column, by=by),
            subjects=None,
            failed=self.complain,
        )
