"""The links of the subject in hand: pick an outcome, walk the table, open the page that carries a link."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.gui.bench.link_look import page_of
from workbench.gui.bench.link_model import LinkModel
from workbench.gui.icons import icon
from workbench.gui.session import Session
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField
from workbench.gui.widgets.record_table import RecordTable
from workbench.storage.link_records import LinkOrder
from workbench.storage.workspace import Workspace

_WIDTHS = (88, 190, 48, 128, 44, 130)
_PROBLEMS = (
    LinkOutcome.DEAD,
    LinkOutcome.SOFT_404,
    LinkOutcome.REDIRECTED_HOME,
    LinkOutcome.TIMED_OUT,
    LinkOutcome.UNSAFE_SCHEME,
    LinkOutcome.INTERNAL_ADDRESS,
)
_HINT = "双击打开所在页面，右键有更多。"


class LinkPanel(QWidget):
    def __init__(self, session: Session, *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self._session = session
        self._opened = opened
        self._subject: UUID | None = None
        self._summary: dict[LinkOutcome, int] = {}
        self._is_chosen = False
        self.filter = ChoiceField(name="链接结果")
        self.filter.currentIndexChanged.connect(lambda _index: self._read_ids())
        self.filter.activated.connect(lambda _index: self._choose())
        self.model = LinkModel(self._fetch, parent=self)
        self.table = RecordTable(name="链接", model=self.model, widths=_WIDTHS, stretches=1)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.when_opened(self._open_page)
        self.table.context_asked(self._show_menu)
        empty = EmptyState("links", "还没有检查过链接", "按 F5 运行检查，结果会边查边出现在这里。")
        head = QWidget()
        tools = row(
            self.filter, ElidedLabel(_HINT, tone="muted", size=TypeScale.SMALL), margins=(10, 6, 10, 4)
        )
        tools.setStretch(1, 1)
        head.setLayout(tools)
        listed = QWidget()
        inner = column(head, self.table, gap=0)
        inner.setStretch(1, 1)
        listed.setLayout(inner)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(empty)
        self.setLayout(column(self._stack))

    def show_links(self, subject_id: UUID, summary: dict[LinkOutcome, int]) -> None:
        is_other = subject_id != self._subject
        self._subject = subject_id
        self._is_chosen = self._is_chosen and not is_other
        if summary != self._summary or is_other:
            self._summary = summary
            self._fill_filter()
        self._stack.setCurrentIndex(0 if summary else 1)
        self._read_ids()

    def _choose(self) -> None:
        """From here on the list stays on what the inspector picked, until another subject comes."""
        self._is_chosen = True

    def _fill_filter(self) -> None:
        """Every outcome there is with its number; until the inspector picks one, what is wrong is shown."""
        wanted = self.filter.currentData() if self._is_chosen else self._first_problem()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(f"全部链接 {sum(self._summary.values())}", None)
        for outcome in LinkOutcome:
            if self._summary.get(outcome):
                self.filter.addItem(f"{LINK_OUTCOME_WORDS[outcome]} {self._summary[outcome]}", outcome)
        self.filter.setCurrentIndex(max(0, self.filter.findData(wanted)))
        self.filter.blockSignals(False)

    def _first_problem(self) -> LinkOutcome | None:
        return next((outcome for outcome in _PROBLEMS if self._summary.get(outcome)), None)

    def _read_ids(self) -> None:
        subject_id, data = self._subject, self.filter.currentData()
        if subject_id is None:
            return
        outcome = None if data is None else LinkOutcome(data)

        def read(workspace: Workspace) -> tuple[int, ...]:
            return workspace.link_ids(subject_id, outcome=outcome, order=LinkOrder.OUTCOME)

        def take(ids: tuple[int, ...]) -> None:
            if subject_id == self._subject and data == self.filter.currentData():
                self.model.show(ids)

        self._session.read(self, read, done=take)

    def _fetch(self, page: int, ids: Sequence[int]) -> None:
        def take(links: tuple[LinkResult, ...]) -> None:
            self.model.take(page, ids, links)

        self._session.read(self, lambda workspace: workspace.links_at(ids), done=take)

    def _open_page(self, place: int) -> None:
        link = self.model.link(place)
        if link is not None:
            self._opened(page_of(link) or link.url)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        link = self.model.link(index.row())
        if link is None:
            return
        menu = QMenu(self)
        menu.addAction(icon("page"), "打开所在页面", lambda: self._opened(page_of(link) or link.url))
        menu.addAction(icon("links"), "打开这个链接", lambda: self._opened(link.url))
        menu.addAction(icon("copy"), "复制网址", lambda: QGuiApplication.clipboard().setText(link.url))
        menu.popup(at)
