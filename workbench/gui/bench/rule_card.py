"""Shows the rules of the indicator in hand as quiet text; the condition first, the price beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbench.domain.standard import Certainty, Indicator, Rule
from workbench.gui.outcome_look import CERTAINTY_LOOKS
from workbench.gui.rule_lines import price_in_words, rule_hint, rule_notes
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words

_UNVERIFIED = "黄色盾牌的细则没有对照原文核实：分值只作暂定，否决只作提醒。"


class RuleCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quote")
        self._shown: Indicator | None = None
        self._body: QWidget | None = None
        self._layout = column(margins=(10, 6, 10, 6), gap=0)
        self.setLayout(self._layout)

    def show_indicator(self, indicator: Indicator) -> None:
        if indicator is self._shown:
            return
        self._shown = indicator
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        lines: list[QWidget] = [_rule_line(rule, indicator) for rule in indicator.rules]
        if any(rule.certainty is Certainty.UNVERIFIED for rule in indicator.rules):
            lines.append(words(_UNVERIFIED, tone="proposed", scale="small", wraps=True))
        if indicator.how_to_test:
            lines.append(words(f"怎么查：{indicator.how_to_test}", tone="muted", scale="small", wraps=True))
        self._body = QWidget()
        self._body.setLayout(column(*lines, gap=6))
        self._layout.addWidget(self._body)


def _rule_line(rule: Rule, indicator: Indicator) -> QWidget:
    look = CERTAINTY_LOOKS[rule.certainty]
    sign = IconLabel(look.meaning, tone=look.tone, side=14)
    price = words(price_in_words(rule, indicator.part), scale="strong")
    price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    text = column(words(rule.when, wraps=True, selectable=True), gap=0)
    if notes := rule_notes(rule):
        text.addWidget(words(notes, tone="muted", scale="small", wraps=True))
    whole = row(column(2, sign, None, gap=0), text, price, gap=8)
    whole.setStretch(1, 1)
    line = QWidget()
    line.setToolTip(rule_hint(rule))
    line.setLayout(whole)
    return line
