"""What the checks found about the subject in hand: links, problems, columns, visits, and how each check ended."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QFrame, QTabWidget, QWidget

from workbench.domain.check_outcome import CheckOutcome
from workbench.domain.column import Column
from workbench.domain.home_visit import HomeVisit
from workbench.domain.link import LinkOutcome
from workbench.domain.subject import Subject
from workbench.gui.bench.check_table import CheckTable
from workbench.gui.bench.column_table import ColumnTable
from workbench.gui.bench.link_panel import LinkPanel
from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.problem_panel import ProblemPanel
from workbench.gui.bench.problem_rows import problem_rows
from workbench.gui.bench.result_desk import ResultDesk
from workbench.gui.bench.visit_table import VisitTable
from workbench.gui.notice_line import NoticeLine
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.record_table import RecordTable
from workbench.operations.score_campaign import SubjectStanding
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    links: dict[LinkOutcome, int]
    outcomes: tuple[CheckOutcome, ...]
    visits: tuple[HomeVisit, ...]


class ResultsPanel(QFrame):
    """`opened` is called with an address the user wants to see beside, `stands` and `leads` with a link whose page or address he
    wants to see, `tell` with what has been done.
    """

    def __init__(
        self,
        session: Session,
        *,
        opened: Callable[[str], None],
        stands: Callable[[LinkPlace], None],
        leads: Callable[[LinkPlace], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._session = session
        self._standing: SubjectStanding | None = None
        self._columns: tuple[Column, ...] = ()
        self.desk = ResultDesk(self, session, subject=self._subject, tell=tell)
        self.links = LinkPanel(session, self.desk, opened=opened, stands=stands, leads=leads)
        self.problems = ProblemPanel(self.desk, opened=opened, leads=leads)
        self.columns = ColumnTable(opened=opened)
        self.visits = VisitTable()
        self.checks = CheckTable(opened=opened)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName("检查结果")
        for part, title in (
            (self.links, "链接"),
            (self.problems, "疑似问题"),
            (self.columns, "栏目"),
            (self.visits, "可用性"),
            (self.checks, "检查"),
        ):
            self._tabs.addTab(part, title)
        self.setLayout(column(self._tabs))

    def link_in_hand(self) -> LinkPlace | None:
        """The link of the row that has the keyboard, where one has."""
        return self.links.link_in_hand() or self.problems.link_in_hand()

    def swap_focus(self, other: QWidget) -> None:
        """Into the table on show by keyboard, and out of it again to `other`."""
        focused, page = QApplication.focusWidget(), self._tabs.currentWidget()
        table = page if isinstance(page, RecordTable) else page.findChild(RecordTable)
        if table is None or (focused is not None and self.isAncestorOf(focused)):
            other.setFocus()
            return
        table.setFocus()
        if table.model().rowCount() and not table.selectionModel().hasSelection():
            # Not `selectRow`: it would ask which keys are held, and Shift is.
            first = table.model().index(max(0, table.currentIndex().row()), 0)
            flags = QItemSelectionModel.SelectionFlag
            table.selectionModel().setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)

    def show_subject(self, standing: SubjectStanding, columns: tuple[Column, ...]) -> None:
        """Read anew what the checks have found of this subject."""
        self._standing, self._columns = standing, columns
        subject_id = standing.subject.id
        self.show_problems(standing)

        def read(workspace: Workspace) -> _Found:
            return _Found(
                links=workspace.link_summary(subject_id),
                outcomes=workspace.outcomes(subject_id),
                visits=workspace.home_visits(subject_id),
            )

        self._session.read(self, read, done=lambda found: self._take(subject_id, found))

    def show_problems(self, standing: SubjectStanding) -> None:
        """What the snapshot alone tells: after a decision nothing need be read again."""
        self._standing = standing
        rows = problem_rows(standing)
        self.problems.show_rows(rows)
        self.checks.show_ignored(standing.ignored)
        self._title(self.problems, "疑似问题", len(rows))

    def _subject(self) -> Subject | None:
        return self._standing.subject if self._standing is not None else None

    def _take(self, subject_id: UUID, found: _Found) -> None:
        if self._standing is None or subject_id != self._standing.subject.id:
            return
        self.links.show_links(subject_id, found.links)
        self.columns.show_columns(self._columns, found.outcomes)
        self.visits.show_visits(found.visits)
        self.checks.show_outcomes(found.outcomes)
        self._title(self.links, "链接", sum(found.links.values()))
        self._title(self.columns, "栏目", len(self._columns))
        self._title(self.visits, "可用性", len(found.visits))
        self._title(self.checks, "检查", len(found.outcomes))

    def _title(self, part: QWidget, title: str, count: int) -> None:
        self._tabs.setTabText(self._tabs.indexOf(part), f"{title} {count}" if count else title)
