"""指标: read the pinned standard; an unverified cell is named as such wherever it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.score import shown_number
from workbench.domain.standard import PART_WORDS, Certainty
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.standard_view.rule_panel import RulePanel
from workbench.gui.standard_view.rule_rows import RULE_FILTERS, RuleRow, rule_rows, scoring_in_words
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.split_view import split_view
from workbench.gui.widgets.words import words


def _points(found: RuleRow) -> str:
    return shown_number(found.indicator.points) if found.is_first else ""


def _certainty(found: RuleRow) -> tuple[str, str]:
    look = CERTAINTY_LOOKS[found.rule.certainty]
    return look.meaning, look.tone


_FIELDS: tuple[Field[RuleRow], ...] = (
    Field(title="部分", text=lambda found: PART_WORDS[found.indicator.part] if found.opens_part else ""),
    Field(
        title="指标",
        text=lambda found: f"{found.indicator.code}　{found.indicator.name}" if found.is_first else "",
    ),
    Field(title="分值", text=_points, is_number=True),
    Field(title="细则", text=lambda found: found.rule.code),
    Field(title="情形", text=lambda found: found.rule.when),
    Field(title="扣/加分", text=lambda found: found.price),
    Field(title="依据", text=lambda found: CERTAINTY_LOOKS[found.rule.certainty].word, sign=_certainty),
)


@page("standard", title="指标", icon="standard", order=5)
class StandardPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._text = ""
        self._title = words(scale="title")
        self._document = words(tone="muted", selectable=True)
        self._scoring = words(tone="muted", wraps=True)
        self.search = SearchField(name="查找细则", hint="指标、细则或关键词", found=self._search)
        self.filter = ChoiceField(name="显示哪些细则")
        for key, (title, _is_shown) in RULE_FILTERS.items():
            self.filter.addItem(title, key)
        self.filter.currentIndexChanged.connect(lambda _index: self._narrow())
        self._count = words(tone="muted", scale="small")
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="细则", model=self.model, widths=(84, 190, 52, 96, 300, 150, 92), stretches=4
        )
        self.panel = RulePanel()
        self.table.selectionModel().currentRowChanged.connect(
            lambda index, _old: self.panel.show_row(self.model.row(index))
        )
        self._build()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None or not changes.is_other_file:
            return
        standard = snapshot.standard
        self._title.setText(standard.title)
        self._document.setText(standard.document)
        self._scoring.setText(scoring_in_words(standard))
        self._narrow()

    def take_focus(self) -> None:
        self.table.setFocus()

    def arrive(self, destination: Destination) -> None:
        if destination.shows in RULE_FILTERS:
            self.search.clear()
            self._text = ""
            self.filter.setCurrentIndex(self.filter.findData(destination.shows))
            self._narrow()

    def _build(self) -> None:
        titles = row(self._title, self._document, None, gap=12)
        tools = row(self.search, self.filter, self._count, None)
        self.search.setMaximumWidth(280)
        self.search.setMinimumWidth(240)
        head = framed(column(titles, self._scoring, 4, tools, margins=(20, 16, 20, 12), gap=6), kind="bar")
        self._stack = QStackedWidget()
        self._stack.addWidget(
            split_view(
                "standard",
                Qt.Orientation.Horizontal,
                (
                    framed(column(self.table, margins=(12, 0, 0, 0)), kind="surface"),
                    framed(column(self.panel), kind="surface"),
                ),
                sizes=(960, 340),
            )
        )
        self._stack.addWidget(EmptyState("filter", "没有符合的细则", "换一个筛选条件，或清空查找框。"))
        whole = column(head, self._stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        rows = rule_rows(snapshot.standard, shows=str(self.filter.currentData()), text=self._text)
        self.model.show(rows)
        unverified = sum(found.rule.certainty is Certainty.UNVERIFIED for found in rows)
        self._count.setText(f"{len(rows)} 条" + (f"，{unverified} 条未核实" if unverified else ""))
        self._stack.setCurrentIndex(0 if rows else 1)
        self.table.selectRow(0)
