"""One rule in full: its cells, which the lead confirms and corrects here, and what the table has no room for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.standard import PART_WORDS, Certainty, Indicator, Rule
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.rule_lines import who_looks
from workbench.gui.standard_view.cell_block import Act, CellBlock
from workbench.gui.standard_view.rule_rows import RuleRow
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, line, row
from workbench.gui.widgets.words import words

_CERTAINTY_TEXT = {
    Certainty.CONFIRMED: "对照过原文。",
    Certainty.DERIVED: "由公布的结果推算得出。",
    Certainty.UNVERIFIED: "没有对照过原文：分值不计分、得分标暂定，否决只提醒。",
}


class RulePanel(QScrollArea):
    """`change` and `revert` act on a cell. `show_row` takes in a sentence why the reader may not, or an empty one."""

    def __init__(self, *, change: Act, revert: Act) -> None:
        super().__init__()
        self._change, self._revert = change, revert
        self.setWidgetResizable(True)
        self.setAccessibleName("细则全文")
        self.setMinimumWidth(260)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_row(None)

    def show_row(self, found: RuleRow | None, *, refusal: str = "") -> None:
        body = QWidget()
        body.setProperty("kind", "surface")
        body.setLayout(self._content(found, refusal) if found else _nothing())
        self.setWidget(body)

    def _content(self, found: RuleRow, refusal: str) -> QVBoxLayout:
        whole = column(_head(found), words(found.when, wraps=True, selectable=True), gap=8)
        if found.certainty is not None:
            text = _CERTAINTY_TEXT[found.certainty]
            whole.addWidget(words(text, tone="muted", scale="small", wraps=True))
        for each in found.cells:
            # The sentence of a rule stands above already; it is changed by the same form.
            if each.cell.address.name != "when" or each.is_changed:
                whole.addWidget(line())
                acts = (None, None) if refusal else (self._change, self._revert)
                whole.addWidget(CellBlock(each, change=acts[0], revert=acts[1]))
        whole.addWidget(line())
        if refusal:
            whole.addWidget(words(refusal, tone="muted", scale="small", wraps=True))
        if found.indicator is not None and found.rule is not None:
            whole.addLayout(_fact_grid(found.indicator, found.rule))
        whole.addStretch(1)
        whole.setContentsMargins(20, 16, 20, 16)
        return whole


def _nothing() -> QVBoxLayout:
    return column(words("选一条细则查看全文。", tone="muted"), None, margins=(20, 16, 20, 16))


def _head(found: RuleRow) -> QVBoxLayout:
    title = row(words(found.rule.code if found.rule else found.name, scale="heading"), None)
    if found.certainty is not None:
        look = CERTAINTY_LOOKS[found.certainty]
        title.addWidget(Badge(look.meaning, look.word, tone=look.tone))
    return column(title)


def _fact_grid(indicator: Indicator, rule: Rule) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for place, (label, text) in enumerate(_facts(indicator, rule)):
        grid.addWidget(words(label, tone="muted", scale="small"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(text, wraps=True, selectable=True), place, 1)
    return grid


def _facts(indicator: Indicator, rule: Rule) -> list[tuple[str, str]]:
    facts = [
        ("指标", f"{indicator.code} {indicator.name}"),
        ("部分", PART_WORDS[indicator.part]),
        ("类别", indicator.group if indicator.group != PART_WORDS[indicator.part] else ""),
        ("累计", "、".join(rule.sum_of)),
        ("不同时计", "、".join(rule.exclusive_with)),
        ("已扣则不再扣", "、".join(rule.not_if_charged)),
        ("谁来查", who_looks(rule)),
        ("怎么查", indicator.how_to_test),
        ("出处", rule.clause),
    ]
    return [(label, text) for label, text in facts if text]
