"""Records a problem the inspector saw, or changes what a check proposed: rule, count, place, note."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from workbench.domain.standard import Indicator
from workbench.gui.bench.phrase_form import PhraseForm
from workbench.gui.rule_lines import price_in_words
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import ChoiceField, LineField, NumberField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.operations.record_finding import MOST_COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    rule: str = ""
    count: int = 1
    place: str = ""
    note: str = ""
    element: str = ""


class FindingForm(DialogFrame):
    """`taken` is handed what was filled in."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        indicator: Indicator,
        draft: FindingDraft,
        taken: Callable[[FindingDraft], None],
        is_change: bool = False,
    ) -> None:
        title = "修改问题" if is_change else "新增问题"
        super().__init__(parent, title=title, text=f"{indicator.code} {indicator.name}", accept="保存")
        self._taken = taken
        self.rule = ChoiceField(name="细则", is_long=True)
        for each in indicator.rules:
            if not each.is_pooled:
                self.rule.addItem(f"{each.when}　{price_in_words(each, indicator.part)}", each.code)
        self.rule.setCurrentIndex(max(0, self.rule.findData(draft.rule)))
        self.count = NumberField(name="数量", lowest=1, highest=MOST_COUNTED, value=draft.count)
        self.place = LineField(name="位置", hint="网址，或写明在哪里", text=draft.place)
        self.note = LineField(name="说明", hint="看到了什么", text=draft.note)
        self.element = LineField(name="缺少的要素", hint="例如：办理地点", text=draft.element)
        self._bank = push_button("常用语…", meaning="phrases")
        self._bank.setShortcut("Ctrl+P")
        self._bank.setToolTip("常用语（Ctrl+P）")
        self._bank.clicked.connect(self._ask_phrase)
        self.has_elements = any(each.distinct_by for each in indicator.rules)
        self._lay_out(is_change=is_change)
        self.note.setFocus()

    def _lay_out(self, *, is_change: bool) -> None:
        """What is mostly filled in comes first, to the eye and by Tab; the button beside the words has a key of its own."""
        noted = row(self.note, self._bank)
        noted.setStretch(0, 1)
        counts = row(
            labelled("数量", self.count),
            labelled("位置", self.place, hint="默认是正在看的页面；没有位置的问题留空"),
            gap=12,
        )
        counts.setStretch(1, 1)
        self.add(labelled("细则", self.rule))
        self.add(column(words("理由" if is_change else "说明", scale="strong"), noted, gap=4))
        self.add(counts)
        chain = [self.rule, self.note, self.count, self.place]
        if self.has_elements and not is_change:
            self.add(labelled("缺少的要素", self.element))
            chain.append(self.element)
        for before, after in pairwise([*chain, self._bank]):
            self.setTabOrder(before, after)
        self.setMinimumWidth(520)

    def _ask_phrase(self) -> None:
        PhraseForm(self, taken=self._write_phrase).open()

    def _write_phrase(self, text: str) -> None:
        before = self.note.text().strip()
        self.note.setText(f"{before}；{text}" if before else text)
        self.note.setFocus()

    def take(self) -> None:
        if self.rule.count() == 0:
            self.complain("这项指标由其他细则的问题自动累计，请把问题记在那些细则下。")
            return
        self._taken(
            FindingDraft(
                rule=str(self.rule.currentData()),
                count=self.count.value(),
                place=self.place.text().strip(),
                note=self.note.text().strip(),
                element=self.element.text().strip() if self.has_elements else "",
            )
        )
        self.accept()
