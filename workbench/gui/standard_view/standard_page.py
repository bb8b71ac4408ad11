"""指标: read the standard in force; the lead confirms and corrects its cells, and sees first what that does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.cell_lines import CellLine
from workbench.gui.standard_view.revert_form import RevertForm
from workbench.gui.standard_view.rule_panel import RulePanel
from workbench.gui.standard_view.rule_rows import (
    RULE_FILTERS,
    rule_rows,
    scoring_in_words,
    unverified_cells,
)
from workbench.gui.standard_view.rule_table import RuleTable
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.split_view import split_view
from workbench.gui.widgets.words import words
from workbench.standards.standard_changes import AmendedStandard


@page("standard", title="指标", icon="standard", order=8)
class StandardPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._text = ""
        self._source = ""
        self._shown: tuple[AmendedStandard, str] | None = None
        self.table = RuleTable(self)
        self.model = self.table.rules
        self.panel = RulePanel(change=self.ask_change, revert=self.ask_revert)
        self._build()
        self.table.when_opened(lambda _place: self.ask_change())
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_chosen())

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None or (snapshot.amended, self.refusal()) == self._shown:
            return
        self._shown = snapshot.amended, self.refusal()
        standard = snapshot.standard
        self._title.setText(standard.title)
        self._document.setText(standard.document)
        self._scoring.setText(scoring_in_words(standard))
        self.narrow()

    def take_focus(self) -> None:
        self.table.setFocus()

    def arrive(self, destination: Destination) -> None:
        if not destination.shows and not destination.indicator:
            return
        self.search.clear()
        self._text = ""
        shows = destination.shows if destination.shows in RULE_FILTERS else "all"
        self.only_unverified.setChecked(destination.shows == "unverified")
        self.filter.setCurrentIndex(self.filter.findData(shows))
        self.narrow()

    def refusal(self) -> str:
        """Why who sits here may not change anything; empty where he may."""
        session = self.context.session
        if session.is_lead or session.snapshot is None:
            return ""
        lead = session.snapshot.campaign.lead
        return f"只有组长{lead}可以核实和修改指标；您若是组长，请先在右上角换成这个名字。"

    def ask_change(self, line: CellLine | None = None) -> None:
        """Ask for the value and source of this cell, else of the cell the chosen row is about."""
        found = self.table.chosen
        if found is None or self._is_refused():
            return
        CellForm(
            self,
            session=self.context.session,
            heading=f"核实或修改：{found.rule.code if found.rule else found.name}",
            when=found.when,
            lines=found.changeable,
            first=line or found.main,
            source=self._source,
            taken=self._changed,
        ).open()

    def ask_revert(self, line: CellLine | None = None) -> None:
        found = self.table.chosen
        changed = [each for each in found.cells if each.is_changed] if found else []
        wanted = line or next(iter(changed), None)
        if wanted is None:
            self.context.tell(NoticeLine("这一条没有改过，无需恢复。"))
        elif not self._is_refused():
            RevertForm(self, session=self.context.session, line=wanted, taken=self._reverted).open()

    def narrow(self) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        amended = snapshot.amended
        rows = rule_rows(
            amended,
            shows=str(self.filter.currentData()),
            text=self._text,
            is_unverified_only=self.only_unverified.isChecked(),
        )
        whole = unverified_cells(rule_rows(amended))
        self.only_unverified.setText(f"只看未核实（{whole} 格）")
        self.table.show_rows(rows)
        waiting = unverified_cells(rows)
        self._count.setText(f"{len(rows)} 条" + (f"，{waiting} 格未核实" if waiting else ""))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_chosen()

    def _build(self) -> None:
        self._title = words(scale="title")
        self._document = words(tone="muted", selectable=True)
        self._scoring = words(tone="muted", wraps=True)
        self._count = words(tone="muted", scale="small")
        self.search = SearchField(name="查找细则", hint="指标、细则或关键词", found=self._search)
        self.search.lead_to(self.table)
        self.search.setMaximumWidth(280)
        self.search.setMinimumWidth(200)
        self.filter = ChoiceField(name="显示哪些细则")
        for key, (title, _is_shown) in RULE_FILTERS.items():
            self.filter.addItem(title, key)
        self.filter.currentIndexChanged.connect(lambda _index: self.narrow())
        self.only_unverified = QCheckBox("只看未核实")
        self.only_unverified.setAccessibleName("只看未核实")
        self.only_unverified.toggled.connect(lambda _is_on: self.narrow())
        export = action_button(self.commands["export-standard"], kind="framed", shows_text=True)
        titles = row(self._title, self._document, None, export, gap=12)
        tools = row(self.search, self.filter, self.only_unverified, self._count, None)
        head = framed(column(titles, self._scoring, 4, tools, margins=(20, 16, 20, 12), gap=6), kind="bar")
        whole = column(head, self._rules(), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _rules(self) -> QStackedWidget:
        self._stack = QStackedWidget()
        self._stack.addWidget(
            split_view(
                "standard",
                Qt.Orientation.Horizontal,
                (
                    framed(column(self.table, margins=(12, 0, 0, 0)), kind="surface"),
                    framed(column(self.panel), kind="surface"),
                ),
                sizes=(960, 360),
            )
        )
        self._stack.addWidget(EmptyState("filter", "没有符合的细则", "换一个筛选条件，或清空查找框。"))
        return self._stack

    def _search(self, text: str) -> None:
        self._text = text
        self.narrow()

    def _show_chosen(self) -> None:
        self.panel.show_row(self.table.chosen, refusal=self.refusal())

    def _is_refused(self) -> bool:
        refusal = self.refusal()
        if refusal:
            self.context.tell(NoticeLine(refusal))
        return bool(refusal)

    def _changed(self, line: CellLine, source: str) -> None:
        self._source = source
        self.context.tell(NoticeLine(f"{line.title}已采用，得分已按它重算；Ctrl+Z 可撤销。", Tone.DONE))
        self.table.setFocus()

    def _reverted(self, line: CellLine) -> None:
        self.context.tell(NoticeLine(f"{line.title}已恢复原值，得分已重算；Ctrl+Z 可撤销。", Tone.DONE))
        self.table.setFocus()
