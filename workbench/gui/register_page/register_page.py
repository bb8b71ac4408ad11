"""台账: the table of subjects, edited and assigned here, the import with its preview, and the draw."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from workbench.domain.subject import KIND_WORDS, Subject
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.file_asking import ask_file
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.register_page.draw_dialog import DrawDialog
from workbench.gui.register_page.import_dialog import ImportDialog
from workbench.gui.register_page.register_bar import RegisterBar
from workbench.gui.register_page.register_desk import RegisterDesk
from workbench.gui.register_page.register_list_rows import RegisterRow, register_rows
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.buttons import command_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.import_register import preview_register
from workbench.register.preview_row import RowState
from workbench.register.register_preview import RegisterPreview
from workbench.register.register_table import TableKind

REGISTER_FILES = "台账 (*.csv *.xlsx *.xls *.zip)"

_FIELDS: tuple[Field[RegisterRow], ...] = (
    Field(title="编号", text=lambda found: found.subject.code),
    Field(
        title="名称", text=lambda found: found.subject.name, sign=lambda found: (found.subject.kind.value, "")
    ),
    Field(title="类型", text=lambda found: KIND_WORDS[found.subject.kind]),
    Field(title="主办单位", text=lambda found: found.subject.organiser),
    Field(title="地区", text=lambda found: found.subject.region),
    Field(title="首页网址", text=lambda found: found.subject.home_url or found.subject.platform),
    Field(
        title="栏目",
        text=lambda found: str(found.columns or ""),
        is_number=True,
        order=lambda found: (found.columns,),
    ),
    Field(title="检查员", text=lambda found: "、".join(found.subject.assigned_to)),
    Field(
        title="状态",
        text=lambda found: found.state,
        sign=lambda found: ("", "" if found.subject.is_inspected else "na"),
    ),
    Field(
        title="结果",
        text=lambda found: found.look.word,
        sign=lambda found: (found.look.meaning, found.look.tone),
    ),
    Field(
        title="得分",
        text=lambda found: found.figure,
        is_number=True,
        order=lambda found: (float(found.figure or -1),),
    ),
)


@page("register", title="台账", icon="register", order=2)
class RegisterPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._text = ""
        self._path: Path | None = None
        self.bar = RegisterBar(self.commands, found=self._search, narrowed=self._narrow)
        self.search, self.kind, self.state = self.bar.search, self.bar.kind, self.bar.state
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="台账",
            model=self.model,
            widths=(104, 220, 104, 150, 84, 180, 52, 90, 90, 104, 60),
            stretches=5,
        )
        self.table.setSortingEnabled(True)
        self.search.lead_to(self.table)
        self.table.horizontalHeader().setSortIndicator(-1, self.table.horizontalHeader().sortIndicatorOrder())
        self.table.when_opened(self._open_subject)
        self.table.context_asked(self._show_menu)
        self.desk = RegisterDesk(
            self,
            context.session,
            chosen=self.chosen,
            saved=self._subject_saved,
            shown=self._show_organiser,
            tell=context.tell,
        )
        self._asked = {
            "import": self.choose_file,
            "draw": self.ask_draw,
            "rounds": self.desk.plan_rounds,
            "task-packs": self.desk.ask_task_packs,
        }
        self._build()

    def refresh(self, changes: Changes) -> None:
        self._narrow()

    def take_focus(self) -> None:
        self.table.setFocus()

    def arrive(self, destination: Destination) -> None:
        if destination.files:
            self.preview(destination.files[0])
        elif destination.shows in self._asked:
            self._asked[destination.shows]()

    def choose_file(self) -> None:
        chosen = ask_file(self, "导入台账", REGISTER_FILES)
        if chosen is not None:
            self.preview(chosen)

    def preview(self, file: Path) -> None:
        """Look at the file first; nothing is stored before the preview is accepted."""

        def show(found: RegisterPreview) -> None:
            if found.kind is TableKind.MESSAGES:
                self.context.navigate(Destination(page="messages", files=(file,)))
                return
            ImportDialog(
                self,
                session=self.context.session,
                file=file,
                preview=found,
                done=lambda saved: self._imported(saved, found.count(RowState.FAULTY)),
            ).open()

        self.context.session.read(self, lambda workspace: preview_register(workspace, file), done=show)

    def ask_draw(self) -> None:
        if self.context.session.snapshot is not None:
            DrawDialog(self, session=self.context.session, done=self._drawn).open()

    def _build(self) -> None:
        first = command_button(self.commands["take-in-register"], meaning="import", kind="primary")
        empty = EmptyState(
            "register",
            "台账还是空的",
            "导入网站、频道、信息公开模块和账号的清单（csv、xlsx、xls 或 zip）。至少要有网站名称和首页网址两列。",
            first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(column(self.table, margins=(12, 0, 12, 0)), kind="surface"))
        self._stack.addWidget(empty)
        self._stack.addWidget(EmptyState("filter", "没有符合的对象", "换一个类型，或清空查找框。"))
        whole = column(self.bar, self._stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _show_organiser(self, name: str) -> None:
        """Its subjects alone: those that have none, where there is no name."""
        self.kind.setCurrentIndex(0)
        self.state.setCurrentIndex(self.state.findData("" if name else "nobody"))
        self.search.start_over(name)
        self.table.setFocus()

    def _search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        if snapshot.path != self._path:
            self._path = snapshot.path
            self.table.clearSelection()
        rows = register_rows(
            snapshot.standings,
            snapshot.columns,
            kind=self.bar.chosen_kind,
            text=self._text,
            shows=str(self.state.currentData()),
        )
        self._show_rows(rows)
        inspected = sum(found.subject.is_inspected for found in rows)
        lead = "" if self.context.session.is_lead else f"台账由组长{snapshot.campaign.lead}修改，您可以查看"
        self.bar.tell((f"{len(rows)} 个对象，本批检查 {inspected} 个", lead))
        self._stack.setCurrentIndex(0 if rows else 2 if snapshot.standings else 1)

    def _show_rows(self, rows: Sequence[RegisterRow]) -> None:
        """What was selected stays selected: after a change comes the next one, to the same subjects."""
        kept = {subject.id for subject in self.chosen()}
        at = self.model.row(self.table.currentIndex())
        self.model.show(rows)
        places = [place for place, found in enumerate(self.model.rows) if found.subject.id in kept]
        chosen = QItemSelection()
        for place in places:
            chosen.select(self.model.index(place, 0), self.model.index(place, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(chosen, flags.Select | flags.Rows)
        if places:
            stays = [place for place in places if at and self.model.rows[place].subject.id == at.subject.id]
            self.table.selectionModel().setCurrentIndex(
                self.model.index((stays or places)[0], 0), flags.NoUpdate
            )

    def chosen(self) -> tuple[Subject, ...]:
        """The selected subjects, in the order shown."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[place].subject for place in places)

    def _show_menu(self, _index: QModelIndex, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self.commands.values()))
        menu.popup(at)

    def _subject_saved(self, subject: Subject) -> None:
        places = [place for place, found in enumerate(self.model.rows) if found.subject.id == subject.id]
        if places:
            self.table.selectRow(places[0])
        self.context.tell(NoticeLine(f"已保存“{subject.name}”，可以撤销（Ctrl+Z）。", Tone.DONE))

    def _open_subject(self, place: int) -> None:
        self.context.navigate(Destination(page="bench", subject_id=self.model.rows[place].subject.id))

    def _imported(self, saved: int, faulty: int) -> None:
        left = f"；有误的 {faulty} 行没有导入" if faulty else ""
        self.context.tell(NoticeLine(f"已导入 {saved} 行，可以撤销（Ctrl+Z）{left}。", Tone.DONE))

    def _drawn(self, count: int) -> None:
        self.context.tell(
            NoticeLine(f"已抽中 {count} 个对象，未抽中的不计入本批；可以撤销（Ctrl+Z）。", Tone.DONE)
        )
