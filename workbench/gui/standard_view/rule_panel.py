"""One rule in full: what the table has no room for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.score import shown_number
from workbench.domain.standard import PART_WORDS
from workbench.domain.subject import KIND_WORDS
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.rule_lines import who_looks
from workbench.gui.standard_view.rule_rows import RuleRow
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.words import words

_CERTAINTY_TEXT = {
    "已核实": "读自公布的原文。",
    "推算": "由公布的结果推算得出。",
    "未核实": "没有对照过原文：未知的分值不计分，未核实的否决只提醒。",
}


class RulePanel(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName("细则全文")
        self.setMinimumWidth(240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_row(None)

    def show_row(self, found: RuleRow | None) -> None:
        body = QWidget()
        body.setProperty("kind", "surface")
        body.setLayout(
            _content(found)
            if found
            else column(words("选一条细则查看全文。", tone="muted"), None, margins=(20, 16, 20, 16))
        )
        self.setWidget(body)


def _content(found: RuleRow) -> QVBoxLayout:
    look = CERTAINTY_LOOKS[found.rule.certainty]
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for place, (label, text) in enumerate(_facts(found)):
        grid.addWidget(words(label, tone="muted", scale="small"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(text, wraps=True, selectable=True), place, 1)
    return column(
        row(words(found.rule.code, scale="heading"), None, Badge(look.meaning, look.word, tone=look.tone)),
        words(found.rule.when, wraps=True, selectable=True),
        words(_CERTAINTY_TEXT[look.word], tone="muted", scale="small", wraps=True),
        4,
        grid,
        None,
        margins=(20, 16, 20, 16),
        gap=8,
    )


def _facts(found: RuleRow) -> list[tuple[str, str]]:
    indicator, rule = found.indicator, found.rule
    facts = [
        ("指标", f"{indicator.code} {indicator.name}"),
        ("部分", PART_WORDS[indicator.part]),
        ("类别", indicator.group if indicator.group != PART_WORDS[indicator.part] else ""),
        ("分值", shown_number(indicator.points)),
        ("扣/加分", found.price),
        ("时间窗", rule.window.in_words() if rule.window else ""),
        ("累计", "、".join(rule.sum_of)),
        ("不同时计", "、".join(rule.exclusive_with)),
        ("已扣则不再扣", "、".join(rule.not_if_charged)),
        ("适用", "、".join(KIND_WORDS[kind] for kind in indicator.applies_to)),
        ("谁来查", who_looks(rule)),
        ("怎么查", indicator.how_to_test),
        ("出处", rule.clause),
    ]
    return [(label, text) for label, text in facts if text]
