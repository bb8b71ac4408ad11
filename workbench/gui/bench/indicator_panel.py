"""The indicator in hand: its rules, the inspector's answer, the findings under it and his note."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from workbench.domain.standard import Indicator, Standard
from workbench.domain.verdict import Outcome
from workbench.gui.bench.deciding_bar import DECIDING, DecidingBar
from workbench.gui.bench.finding_list import FindingList
from workbench.gui.bench.finding_rows import FindingRow, finding_rows, next_waiting
from workbench.gui.bench.rule_card import RuleCard
from workbench.gui.icons import icon
from workbench.gui.outcome_look import look_of_outcome
from workbench.gui.rule_lines import indicator_heading
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.reading_area import ReadingArea
from workbench.gui.widgets.words import words
from workbench.operations.score_campaign import SubjectStanding

ANSWERS = {
    "judge-pass": Outcome.PASS,
    "judge-fail": Outcome.FAIL,
    "judge-na": Outcome.NOT_APPLICABLE,
    "judge-doubtful": Outcome.DOUBTFUL,
}


class IndicatorPanel(QWidget):
    """`finding_selected` hears what is in hand, `noted` when the note was edited, `all_decided` when the last that waited has
    been decided; `evidence` stands under the findings, `deciding` wherever the bench puts it.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        *,
        evidence: QWidget,
        finding_selected: Callable[[FindingRow | None], None],
        noted: Callable[[str], None],
        all_decided: Callable[[], None],
    ) -> None:
        super().__init__()
        self._all_decided = all_decided
        self._actions = actions
        self._evidence = evidence
        self._finding_selected = finding_selected
        self._noted = noted
        self._known_note = ""
        self._waiting: UUID | None = None
        self._answers: dict[Outcome, QToolButton] = {}
        self._build()
        self._left: QWidget | None = None
        self.note.editingFinished.connect(self._note_edited)
        self.note.returnPressed.connect(self._leave_note)
        self.note.when_given_up(self._give_note_up)

    def _build(self) -> None:
        self._code = words(tone="muted", scale="small")
        self._name = ElidedLabel(size=TypeScale.HEADING, is_strong=True)
        self._others = words(tone="muted", scale="small", wraps=True)
        self.rules = RuleCard()
        self._past = words(tone="proposed", scale="small", wraps=True, selectable=True)
        self.findings = FindingList(selected=self._select)
        self._count = words(scale="strong")
        self._nothing = words("没有问题。发现问题按 N 记录。", tone="muted", scale="small", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note = LineField(name="备注", hint="备注（回车保存）")
        self.deciding = DecidingBar(self._actions, self.note)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.findings)
        nothing = QWidget()
        nothing.setLayout(column(self._nothing, None, margins=(14, 0, 14, 0)))
        self._lists.addWidget(nothing)
        heading = row(self._name, self._code)
        heading.setStretch(0, 1)
        above = QWidget()
        above.setLayout(column(self.rules, self._past, margins=(14, 0, 14, 0), gap=6))
        reading = ReadingArea(above, name="细则", lowest=52, highest=240)
        below = row(
            self._count,
            None,
            action_button(self._actions["edit-note"], shows_text=True),
            action_button(self._actions["add-finding"], shows_text=True),
            gap=0,
        )
        whole = column(
            column(heading, self._answer_buttons(), self._others, margins=(14, 10, 14, 2)),
            reading,
            column(below, margins=(14, 0, 10, 0)),
            self._lists,
            self._evidence,
            gap=4,
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def show_indicator(
        self,
        standard: Standard,
        standing: SubjectStanding,
        indicator: Indicator,
        *,
        inspector: str,
        is_new: bool,
        evidence: Mapping[UUID, int],
        past: str = "",
    ) -> None:
        self._name.set_text(indicator.name)
        self._code.setText(indicator_heading(indicator))
        self.rules.show_indicator(indicator)
        self._past.setText(past)
        self._past.setVisible(bool(past))
        self._show_answer(standing, indicator, inspector)
        rows = finding_rows(standard, standing, indicator, inspector=inspector, evidence=evidence)
        before = self.findings.rows
        self.findings.show_rows(rows)
        waiting = sum(each.waits for each in rows)
        self._count.setText(f"问题 {len(rows)}" + (f"，{waiting} 条待确认" if waiting else ""))
        self._lists.setCurrentIndex(0 if rows else 1)
        self._lists.setMinimumHeight(self.findings.least_height())
        self.deciding.show_for(len(rows))
        held = self.findings.current()
        has_just_been_decided = held is not None and held.finding.id == self._waiting and not held.waits
        if is_new or held is None:
            self.findings.select_first_waiting()
        elif has_just_been_decided:
            self._go_on(next_waiting(before, rows, held.finding.id))
        self._select(self.findings.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lists.setMinimumHeight(self.findings.least_height())

    def let_go(self) -> None:
        """No indicator is in hand: nothing of the one before can be decided by mistake."""
        self.findings.show_rows(())
        self.deciding.show_for(0)
        self.note.hide()
        self._select(None)

    def _go_on(self, waiting: FindingRow | None) -> None:
        """To what waits next; where nothing does, the one just decided stays in hand and its page on screen."""
        if waiting is not None:
            self.findings.select(waiting.finding.id)
        else:
            self._all_decided()

    def _show_answer(self, standing: SubjectStanding, indicator: Indicator, inspector: str) -> None:
        judgement = standing.judgements.get(indicator.code)
        sides = judgement.answers if judgement else ()
        own = next((side.outcome for side in sides if side.inspector == inspector), Outcome.NOT_CHECKED)
        for outcome, button in self._answers.items():
            button.defaultAction().setChecked(outcome is own)
        verdict = next(
            (v for v in standing.verdicts if v.indicator == indicator.code and v.inspector == inspector), None
        )
        self._known_note = verdict.note if verdict else ""
        if not self.note.hasFocus():
            self.note.setText(self._known_note)
            self.note.setVisible(bool(self._known_note))
        told = [
            f"{side.inspector}：{look_of_outcome(side.outcome).word}{_held(len(side.charges))}"
            for side in sides
            if side.inspector != inspector
        ]
        if judgement is not None and judgement.settlement is not None:
            told.append(f"已裁定：{look_of_outcome(judgement.outcome).word}（{judgement.settlement.reason}）")
        self._others.setText("；".join(told))
        self._others.setVisible(bool(told))

    def _answer_buttons(self) -> QWidget:
        buttons = QWidget()
        layout = row(gap=6)
        for command_id, outcome in ANSWERS.items():
            action = self._actions[command_id]
            action.setCheckable(True)
            look = look_of_outcome(outcome)
            action.setIcon(icon(look.meaning, active_tone=look.tone))
            button = action_button(action, kind="answer", shows_text=True)
            button.setProperty("answer", outcome.value)
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            self._answers[outcome] = button
            layout.addWidget(button, 1)
        buttons.setLayout(layout)
        return buttons

    def _select(self, found: FindingRow | None) -> None:
        self._waiting = found.finding.id if found is not None and found.waits else None
        is_proposal = found is not None and found.finding.is_proposal
        for command_id in DECIDING:
            self._actions[command_id].setEnabled(is_proposal)
        self._actions["change-finding"].setEnabled(found is not None and found.can_change)
        self._actions["withdraw-finding"].setEnabled(found is not None and found.is_own)
        self._finding_selected(found)

    def past_text(self) -> str:
        return self._past.text()

    def take_up(self, finding_id: UUID) -> bool:
        """Make this finding the one in hand; False where it is not under the indicator in hand."""
        return self.findings.select(finding_id)

    def write_into_note(self, text: str) -> None:
        """Behind what stands there; Enter keeps it."""
        before = self.note.text().strip()
        self.note.setText(f"{before}；{text}" if before else text)
        self.edit_note()

    def edit_note(self) -> None:
        self._left = self.window().focusWidget()
        self.note.show()
        self.note.setFocus()

    def _give_note_up(self) -> None:
        self.note.setText(self._known_note)
        self._leave_note()

    def _leave_note(self) -> None:
        """Back to where the keys of the bench are heard: they would be typed into the note otherwise."""
        left = self._left
        (left if left is not None and left is not self.note else self.findings).setFocus()

    def _note_edited(self) -> None:
        """Keep it; an empty one makes room again."""
        text = self.note.text().strip()
        self.note.setVisible(bool(text))
        if text != self._known_note:
            self._known_note = text
            self._noted(text)


def _held(count: int) -> str:
    return f"，{count} 处问题" if count else ""
