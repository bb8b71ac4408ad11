"""The columns a site seems to have, to be ticked and registered in one act: first from saved pages, then from the site itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from workbench.domain.column import Column
from workbench.domain.subject import Subject
from workbench.gui.program_run import ProgramRun
from workbench.gui.register_page.found_columns import (
    FoundColumns,
    SearchProgress,
    class_word,
    found_of,
    read_event,
)
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field
from workbench.gui.widgets.ticked_model import TickedModel
from workbench.gui.widgets.words import words
from workbench.operations.confirm_columns import propose_saved_columns, save_proposed_columns
from workbench.views.column_proposals import ColumnProposal

_FIELDS: tuple[Field[ColumnProposal], ...] = (
    Field(title="栏目", text=lambda found: found.name),
    Field(title="类别", text=class_word),
    Field(title="层级", text=lambda found: str(found.level), is_number=True),
    Field(title="依据", text=lambda found: found.reason),
    Field(title="网址", text=lambda found: found.url),
)


class FoundColumnsDialog(DialogFrame):
    """`done` is handed the columns as registered."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        session: Session,
        subject: Subject,
        done: Callable[[tuple[Column, ...]], None],
    ) -> None:
        super().__init__(
            parent,
            title=f"发现栏目：{subject.name}",
            text="从首页菜单和网站地图查找。空格勾选；登记以后可以一次撤销，类别和层级可以在“栏目”里再改。",
            accept="登记",
            cancel="关闭",
        )
        self._session = session
        self._subject = subject
        self._done = done
        self._run: ProgramRun | None = None
        self._summary = words(tone="muted", wraps=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("查找进度")
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.model = TickedModel(_FIELDS, key=lambda found: found.url, ticked=self._count, parent=self)
        self.table = RecordTable(
            name="发现的栏目", model=self.model, widths=(200, 96, 52, 240, 260), stretches=4
        )
        self.table.setProperty("kind", "framed")
        self.search = push_button("联网查找", meaning="find")
        self.search.clicked.connect(self.ask_site)
        every, none = push_button("全选", kind="link"), push_button("全不选", kind="link")
        every.clicked.connect(lambda: self.model.tick_all(is_on=True))
        none.clicked.connect(lambda: self.model.tick_all(is_on=False))
        head = row(self._summary, every, none)
        head.setStretch(0, 1)
        self.add(head)
        self.add(self._bar)
        self.add(self.table, stretch=1)
        self.acts.addWidget(self.search)
        self._show(FoundColumns(), is_saved=True)
        self._summary.setText("正在读取最近保存的网页…")
        session.read(
            self,
            lambda workspace: propose_saved_columns(workspace, subject),
            done=lambda found: self._show(found_of(found), is_saved=True),
            failed=self.complain,
        )
        self.resize(900, 520)
        self.table.setFocus()

    def ask_site(self) -> None:
        """In a child of its own: tens of pages are read, and the window goes on."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        self.search.setEnabled(False)
        self.complain("")
        self._count()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._summary.setText("正在打开首页…")
        self._run = ProgramRun(
            self,
            *("columns", str(snapshot.path), "--subject", self._subject.code, "--events"),
            *("--by", self._session.inspector),
            heard=self._hear,
            done=lambda _said: self._search_ended(),
            failed=self._search_failed,
        )

    def take(self) -> None:
        chosen, subject, by = self.model.ticked_rows(), self._subject, self._session.inspector

        def stored(saved: tuple[Column, ...]) -> None:
            self._done(saved)
            self.accept()

        self._session.act(
            self,
            lambda workspace: save_proposed_columns(workspace, subject, chosen, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def done(self, result: int) -> None:
        """Nobody waits for the search any more."""
        if self._run is not None:
            self._run.close()
            self._run = None
        super().done(result)

    def _hear(self, line: str) -> None:
        said = read_event(line)
        if isinstance(said, SearchProgress):
            self._bar.setRange(0, said.asked + said.waiting)
            self._bar.setValue(said.asked)
            self._summary.setText(said.in_words())
        elif said is not None:
            self._show(said, is_saved=False)

    def _search_ended(self) -> None:
        self._run = None
        self._bar.hide()
        self.search.setEnabled(True)

    def _search_failed(self, complaint: str) -> None:
        self._search_ended()
        self._summary.setText("")
        self.complain(complaint)

    def _show(self, found: FoundColumns, *, is_saved: bool) -> None:
        self._summary.setText(found.in_words(is_saved=is_saved))
        self.model.show(found.new)
        self._count()

    def _count(self) -> None:
        count = len(self.model.ticked_rows())
        if self.accept_button is None:
            return
        self.accept_button.setText(f"登记 {count} 个栏目" if count else "登记")
        self.accept_button.setEnabled(bool(count) and self._session.is_lead)
        snapshot = self._session.snapshot
        if not self._session.is_lead and snapshot is not None:
            self.complain(f"栏目由组长{snapshot.campaign.lead}登记；您可以查看。")
            self.accept_button.setEnabled(False)
