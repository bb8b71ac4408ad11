"""What the checks found about the subject in hand: links, columns, and how each check ended."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QFrame, QTabWidget

from workbench.domain.check_outcome import CheckOutcome
from workbench.domain.column import Column
from workbench.domain.link import LinkOutcome
from workbench.gui.bench.check_table import CheckTable
from workbench.gui.bench.column_table import ColumnTable
from workbench.gui.bench.link_panel import LinkPanel
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column
from workbench.storage.workspace import Workspace

_Read = tuple[dict[LinkOutcome, int], tuple[CheckOutcome, ...]]


class ResultsPanel(QFrame):
    """`opened` is called with an address the user wants to see beside."""

    def __init__(self, session: Session, *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._session = session
        self._subject: UUID | None = None
        self._columns: tuple[Column, ...] = ()
        self.links = LinkPanel(session, opened=opened)
        self.columns = ColumnTable(opened=opened)
        self.checks = CheckTable(opened=opened)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName("检查结果")
        for part, title in ((self.links, "链接"), (self.columns, "栏目"), (self.checks, "检查")):
            self._tabs.addTab(part, title)
        self.setLayout(column(self._tabs))

    def show_subject(self, subject_id: UUID, columns: tuple[Column, ...]) -> None:
        """Read anew what the checks have found of this subject."""
        self._subject, self._columns = subject_id, columns

        def read(workspace: Workspace) -> _Read:
            return workspace.link_summary(subject_id), workspace.outcomes(subject_id)

        self._session.read(self, read, done=lambda answer: self._take(subject_id, answer))

    def _take(self, subject_id: UUID, answer: _Read) -> None:
        if subject_id != self._subject:
            return
        summary, outcomes = answer
        self.links.show_links(subject_id, summary)
        self.columns.show_columns(self._columns, outcomes)
        self.checks.show_outcomes(outcomes)
        links = sum(summary.values())
        for place, (title, count) in enumerate(
            (("链接", links), ("栏目", len(self._columns)), ("检查", len(outcomes)))
        ):
            self._tabs.setTabText(place, f"{title} {count}" if count else title)
