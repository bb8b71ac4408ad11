"""What is done with the subjects selected in the register; every act is stored at once and can be undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.domain.subject import Subject
from workbench.gui.file_asking import ask_folder
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.register_page.assign_dialog import AssignDialog
from workbench.gui.register_page.bulk_form import BulkForm
from workbench.gui.register_page.columns_dialog import ColumnsDialog
from workbench.gui.register_page.found_columns_dialog import FoundColumnsDialog
from workbench.gui.register_page.organisers_dialog import OrganisersDialog
from workbench.gui.register_page.rounds_dialog import RoundsDialog
from workbench.gui.register_page.subject_form import SubjectForm
from workbench.gui.session import Session
from workbench.operations.assign_subjects import tasks_of
from workbench.operations.edit_subject import new_subject, remove_subjects
from workbench.operations.split_tasks import split_tasks
from workbench.storage.workspace import Workspace


class RegisterDesk:
    """`chosen` gives the selected subjects; `saved` is handed a subject that was just added or changed, `shown` an organiser
    whose subjects are wanted.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        *,
        chosen: Callable[[], tuple[Subject, ...]],
        saved: Callable[[Subject], None],
        shown: Callable[[str], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        self._parent = parent
        self._session = session
        self._chosen = chosen
        self._saved = saved
        self._shown = shown
        self._tell = tell

    def add(self) -> None:
        self._session.read(self._parent, new_subject, done=lambda draft: self._open(draft, is_new=True))

    def edit(self) -> None:
        """One subject whole, or a few cells of several; who is not the lead looks at the first."""
        chosen = self._chosen()
        if len(chosen) > 1 and self._session.is_lead:
            BulkForm(
                self._parent,
                session=self._session,
                subjects=chosen,
                done=self._told("已修改 {} 个对象，可以撤销（Ctrl+Z）。"),
            ).open()
        elif chosen:
            self._open(chosen[0], is_new=False)
        else:
            self._ask_to_choose()

    def show_columns(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._columns_of(chosen[0])
        else:
            self._ask_to_choose()

    def find_columns(self) -> None:
        """Of the first selected website."""
        sites = [each for each in self._chosen() if each.home_url]
        if sites:
            self._find_columns_of(sites[0])
        else:
            self._tell(NoticeLine("请先在表里选中一个有首页网址的网站。"))

    def assign(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._ask_to_choose()
        else:
            AssignDialog(
                self._parent,
                session=self._session,
                subjects=chosen,
                done=self._told("已分派 {} 个对象，可以撤销（Ctrl+Z）。"),
            ).open()

    def list_organisers(self) -> None:
        OrganisersDialog(
            self._parent,
            session=self._session,
            shown=self._shown,
            told=self._told("已修改 {} 个对象，可以撤销（Ctrl+Z）。"),
        ).open()

    def plan_rounds(self) -> None:
        RoundsDialog(self._parent, session=self._session, chosen=self._chosen()).open()

    def ask_task_packs(self) -> None:
        self._session.read(self._parent, tasks_of, done=self._choose_folder)

    def remove(self) -> None:
        ids = frozenset(subject.id for subject in self._chosen())
        if not ids:
            self._ask_to_choose()
            return
        by = self._session.inspector
        self._session.act(
            self._parent,
            lambda workspace: remove_subjects(workspace, ids, by=by),
            subjects=None,
            done=self._told("已从台账删除 {} 个对象，可以撤销（Ctrl+Z）。"),
        )

    def write_task_packs(self, folder: Path) -> None:
        """One file per inspector that somebody has been assigned to."""

        def work(workspace: Workspace) -> tuple[Path, ...]:
            return split_tasks(workspace, tasks_of(workspace), folder)

        def written(files: tuple[Path, ...]) -> None:
            self._tell(NoticeLine(f"已生成 {len(files)} 个任务包，放在 {folder}", Tone.DONE))

        self._session.act(self._parent, work, subjects=None, done=written)

    def _choose_folder(self, tasks: dict[str, tuple[str, ...]]) -> None:
        if not tasks:
            self._tell(NoticeLine("还没有分派检查员；请先选中对象，再按“分派…”。", Tone.HINT))
            return
        folder = ask_folder(self._parent, "任务包放到哪个文件夹")
        if folder is not None:
            self.write_task_packs(folder)

    def _open(self, subject: Subject, *, is_new: bool) -> None:
        SubjectForm(
            self._parent,
            session=self._session,
            subject=subject,
            is_new=is_new,
            done=self._saved,
            columns_asked=None if is_new else self._columns_of,
        ).open()

    def _columns_of(self, subject: Subject) -> None:
        ColumnsDialog(
            self._parent, session=self._session, subject=subject, find=lambda: self._find_columns_of(subject)
        ).open()

    def _find_columns_of(self, subject: Subject) -> None:
        tell = self._told("已登记 {} 个栏目，可以撤销（Ctrl+Z）。")
        FoundColumnsDialog(
            self._parent, session=self._session, subject=subject, done=lambda saved: tell(len(saved))
        ).open()

    def _ask_to_choose(self) -> None:
        self._tell(NoticeLine("请先在表里选中对象；按住 Shift 或 Ctrl 可以选多个。"))

    def _told(self, text: str) -> Callable[[int], None]:
        return lambda count: self._tell(NoticeLine(text.format(count), Tone.DONE))
