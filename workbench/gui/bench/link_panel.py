"""The links of the subject in hand: narrow and sort them, walk the table, open, copy, export, check again or ignore."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QMenu, QStackedWidget, QWidget

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.gui.bench.link_model import PAGE_ROWS, TITLES, LinkModel, cell_text
from workbench.gui.bench.link_place import LinkPlace, link_of_result
from workbench.gui.bench.result_desk import ResultDesk
from workbench.gui.icons import icon
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.record_table import RecordTable
from workbench.operations.export_rows import export_links
from workbench.storage.link_window import LinkOrder, LinkQuery
from workbench.storage.workspace import Workspace

_WIDTHS = (108, 190, 48, 128, 44, 130)
_PROBLEMS = (
    LinkOutcome.DEAD,
    LinkOutcome.SOFT_404,
    LinkOutcome.REDIRECTED_HOME,
    LinkOutcome.TIMED_OUT,
    LinkOutcome.UNSAFE_SCHEME,
    LinkOutcome.INTERNAL_ADDRESS,
)


class LinkPanel(QWidget):
    """`stands` is called with a link whose page the user wants to see, `leads` with one whose address; `opened` with an address
    of which no page is known.
    """

    def __init__(
        self,
        session: Session,
        desk: ResultDesk,
        *,
        opened: Callable[[str], None],
        stands: Callable[[LinkPlace], None],
        leads: Callable[[LinkPlace], None],
    ) -> None:
        super().__init__()
        self._session = session
        self._desk = desk
        self._opened, self._stands, self._leads = opened, stands, leads
        self._subject: UUID | None = None
        self._summary: dict[LinkOutcome, int] = {}
        self._is_chosen = False
        self._order = (LinkOrder.OUTCOME, False)
        self.filter = ChoiceField(name="链接结果")
        self.filter.currentIndexChanged.connect(lambda _index: self._read())
        self.filter.activated.connect(lambda _index: self._choose())
        self._text = ""
        self.search = SearchField(name="查找链接", hint="网址里的文字", found=self._find)
        self.only_home = QCheckBox("只看首页")
        self.only_home.setAccessibleName("只看首页上的链接")
        self.only_home.toggled.connect(lambda _on: self._read())
        self.model = LinkModel(self._fetch, sorted_by=self._sort, parent=self)
        self.table = RecordTable(name="链接", model=self.model, widths=_WIDTHS, stretches=1)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.search.lead_to(self.table)
        self.table.when_opened(self._open_page)
        self.table.context_asked(self._show_menu)
        copying = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)
        self._build()

    @property
    def query(self) -> LinkQuery:
        data = self.filter.currentData()
        order, is_descending = self._order
        return LinkQuery(
            outcome=None if data is None else LinkOutcome(data),
            text=self._text,
            is_on_home=True if self.only_home.isChecked() else None,
            order=order,
            is_descending=is_descending,
        )

    def show_links(self, subject_id: UUID, summary: dict[LinkOutcome, int]) -> None:
        is_other = subject_id != self._subject
        self._subject = subject_id
        self._is_chosen = self._is_chosen and not is_other
        if is_other:
            self.model.clear()
        if summary != self._summary or is_other:
            self._summary = summary
            self._fill_filter()
        self._stack.setCurrentIndex(0 if summary else 1)
        self._read()

    def chosen(self) -> tuple[LinkResult, ...]:
        """The selected links whose content has come."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        links = (self.model.link(place) for place in places)
        return tuple(link for link in links if link is not None)

    def link_in_hand(self) -> LinkPlace | None:
        """The one chosen, while the table has the keyboard."""
        chosen = self.chosen() if self.table.hasFocus() else ()
        return link_of_result(chosen[0]) if chosen else None

    def copy(self) -> None:
        rows = [[cell_text(link, place) for place in range(len(TITLES))] for link in self.chosen()]
        self._desk.copy(TITLES, rows)

    def recheck(self) -> None:
        self._desk.recheck_links([link.url for link in self.chosen()])

    def export(self) -> None:
        subject_id, query = self._subject, self.query
        if subject_id is not None:
            self._desk.export(
                "链接", lambda workspace, target: export_links(workspace, subject_id, query, target)
            )

    def ignore(self) -> None:
        chosen = self.chosen()
        if chosen:
            link = chosen[0]
            self._desk.ignore(
                what=link.outcome.value, title=LINK_OUTCOME_WORDS[link.outcome], address=link.url
            )

    def _build(self) -> None:
        head = QWidget()
        tools = row(self.search, gap=6)
        tools.setStretch(0, 1)
        for meaning, title, act in (
            ("reload", "复查选中的链接", self.recheck),
            ("left-out", "忽略…", self.ignore),
            ("copy", "复制选中的行", self.copy),
            ("save-as", "导出…", self.export),
        ):
            button = tool_button(meaning, title)
            button.clicked.connect(act)
            tools.addWidget(button)
        # Two lines: beside the acts the search would be squeezed to nothing on a small or much enlarged screen.
        head.setLayout(column(row(self.filter, self.only_home, None), tools, margins=(10, 6, 10, 4), gap=4))
        listed = QWidget()
        inner = column(head, self.table, gap=0)
        inner.setStretch(1, 1)
        listed.setLayout(inner)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(
            EmptyState("links", "还没有检查过链接", "按 F5 运行检查，结果会边查边出现在这里。")
        )
        self.setLayout(column(self._stack))

    def _choose(self) -> None:
        """From here on the list stays on what the inspector picked, until another subject comes."""
        self._is_chosen = True

    def _find(self, text: str) -> None:
        self._text = text
        self._read()

    def _sort(self, order: LinkOrder, is_descending: bool) -> None:
        self._order = (order, is_descending)
        self._read()

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

    def _read(self) -> None:
        subject_id, query = self._subject, self.query
        if subject_id is None:
            return

        def take(count: int) -> None:
            if subject_id == self._subject and query == self.query:
                self.model.show(query, count)

        self._session.read(self, lambda workspace: workspace.link_count(subject_id, query), done=take)

    def _fetch(self, page: int, query: LinkQuery) -> None:
        subject_id = self._subject
        if subject_id is None:
            return

        def read(workspace: Workspace) -> tuple[LinkResult, ...]:
            return workspace.link_window(subject_id, query, offset=page * PAGE_ROWS, limit=PAGE_ROWS)

        def take(links: tuple[LinkResult, ...]) -> None:
            if subject_id == self._subject:
                self.model.take(page, query, links)

        self._session.read(self, read, done=take)

    def _open_page(self, place: int) -> None:
        link = self.model.link(place)
        if link is not None:
            self._show(link, self._stands)

    def _show(self, link: LinkResult, way: Callable[[LinkPlace], None]) -> None:
        place = link_of_result(link)
        if place is not None:
            way(place)
        else:
            self._opened(link.url)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        link = self.model.link(index.row()) if index.isValid() else None
        if link is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("page"), "打开所在页面", lambda: self._show(link, self._stands))
        menu.addAction(icon("links"), "打开这个链接", lambda: self._show(link, self._leads))
        menu.addAction(icon("reload"), "复查选中的链接", self.recheck)
        menu.addAction(icon("left-out"), "忽略…", self.ignore)
        menu.addAction(icon("copy"), "复制网址", lambda: self._desk.copy_text(link.url))
        menu.addAction(icon("copy"), "复制选中的行", self.copy)
        menu.addAction(icon("save-as"), "导出…", self.export)
        menu.popup(at)
