"""What the checks propose about the subject in hand beyond single links: narrow, open, copy, export, check again, ignore."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from workbench.gui.bench.link_place import LinkPlace, link_of_finding
from workbench.gui.bench.problem_rows import HEADINGS, ProblemRow, topics_of
from workbench.gui.bench.result_desk import ResultDesk
from workbench.gui.icons import icon
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.operations.export_rows import write_rows

_FIELDS: tuple[Field[ProblemRow], ...] = (
    Field(
        title=HEADINGS[0],
        text=lambda held: held.look.word,
        sign=lambda held: (held.look.meaning, held.look.tone),
    ),
    Field(title=HEADINGS[1], text=lambda held: held.title),
    Field(title=HEADINGS[2], text=lambda held: held.finding.excerpt or held.finding.note),
    Field(
        title=HEADINGS[3],
        text=lambda held: str(held.finding.count),
        order=lambda held: (held.finding.count,),
        is_number=True,
    ),
    Field(title=HEADINGS[4], text=lambda held: held.finding.rule or "不计分"),
    Field(title=HEADINGS[5], text=lambda held: held.finding.place),
)


class ProblemPanel(QWidget):
    """`opened` is called with an address the user wants to see beside, `leads` with a link whose address he wants to see."""

    def __init__(
        self, desk: ResultDesk, *, opened: Callable[[str], None], leads: Callable[[LinkPlace], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._opened, self._leads = opened, leads
        self._all: tuple[ProblemRow, ...] = ()
        self._text = ""
        self.filter = ChoiceField(name="问题类别")
        self.filter.currentIndexChanged.connect(lambda _index: self._narrow())
        self.search = SearchField(name="查找问题", hint="问题或网址里的文字", found=self._find)
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="疑似问题", model=self.model, widths=(88, 96, 240, 48, 76, 190), stretches=2
        )
        self.table.setSortingEnabled(True)
        self.search.lead_to(self.table)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.when_opened(self._open)
        self.table.context_asked(self._show_menu)
        copying = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)
        self._build()

    def show_rows(self, rows: Sequence[ProblemRow]) -> None:
        self._all = tuple(rows)
        wanted = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(f"全部 {len(rows)}", "")
        for topic, count in topics_of(rows).items():
            self.filter.addItem(f"{topic} {count}", topic)
        self.filter.setCurrentIndex(max(0, self.filter.findData(wanted)))
        self.filter.blockSignals(False)
        self._narrow()

    def chosen(self) -> tuple[ProblemRow, ...]:
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[place] for place in places)

    def link_in_hand(self) -> LinkPlace | None:
        """The one chosen, while the table has the keyboard and it is about a link."""
        chosen = self.chosen() if self.table.hasFocus() else ()
        return link_of_finding(chosen[0].finding, chosen[0].finding.place) if chosen else None

    def copy(self) -> None:
        self._desk.copy(HEADINGS, [held.cells for held in self.chosen()])

    def recheck(self) -> None:
        places = dict.fromkeys(held.finding.place for held in self.chosen() if "://" in held.finding.place)
        self._desk.recheck_pages(list(places))

    def export(self) -> None:
        rows = [held.cells for held in self.model.rows]
        self._desk.export("疑似问题", lambda _workspace, target: write_rows(target, HEADINGS, rows))

    def ignore(self) -> None:
        chosen = self.chosen()
        if chosen:
            held = chosen[0]
            self._desk.ignore(what=held.finding.check, title=held.title, address=held.finding.place)

    def _build(self) -> None:
        head = QWidget()
        tools = row(self.search, gap=6)
        tools.setStretch(0, 1)
        for meaning, title, act in (
            ("reload", "复查选中问题所在的页面", self.recheck),
            ("left-out", "忽略…", self.ignore),
            ("copy", "复制选中的行", self.copy),
            ("save-as", "导出…", self.export),
        ):
            button = tool_button(meaning, title)
            button.clicked.connect(act)
            tools.addWidget(button)
        # Two lines: beside the acts the search would be squeezed to nothing on a small or much enlarged screen.
        head.setLayout(column(row(self.filter, None), tools, margins=(10, 6, 10, 4), gap=4))
        listed = QWidget()
        inner = column(head, self.table, gap=0)
        inner.setStretch(1, 1)
        listed.setLayout(inner)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(
            EmptyState("proposed", "没有疑似问题", "运行检查（F5）后，各项检查发现的问题列在这里。")
        )
        self.setLayout(column(self._stack))

    def _find(self, text: str) -> None:
        self._text = text.casefold()
        self._narrow()

    def _narrow(self) -> None:
        topic = self.filter.currentData() or ""
        self.model.show(
            [
                held
                for held in self._all
                if topic in ("", held.topic) and self._text in " ".join(held.cells).casefold()
            ]
        )
        self._stack.setCurrentIndex(0 if self._all else 1)

    def _open(self, place: int) -> None:
        finding = self.model.rows[place].finding
        link = link_of_finding(finding, finding.place)
        if link is not None:
            self._leads(link)
        elif "://" in finding.place:
            self._opened(finding.place)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("page"), "打开所在页面", lambda: self._open(index.row()))
        menu.addAction(icon("reload"), "复查选中问题所在的页面", self.recheck)
        menu.addAction(icon("left-out"), "忽略…", self.ignore)
        menu.addAction(icon("copy"), "复制选中的行", self.copy)
        menu.addAction(icon("save-as"), "导出…", self.export)
        menu.popup(at)
