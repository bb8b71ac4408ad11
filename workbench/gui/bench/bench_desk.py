"""What the inspector can do with what is in hand: answer, decide, record, take back; by one key or one small form."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.verdict import Outcome, Verdict
from workbench.gui.bench.bench_acts import BenchActs
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.count_form import CountForm
from workbench.gui.bench.finding_form import FindingDraft, FindingForm
from workbench.gui.bench.finding_rows import ONCE, FindingRow
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.phrase_form import PhraseForm
from workbench.gui.bench.reason_form import DISMISSALS, ReasonForm
from workbench.gui.bench.trace_dialog import TraceDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.operations.record_verdict import TopicAnswer

_NO_COUNT = "先选一条问题，再按 C 改数量；还没有问题时按 N 新增。"
_NO_TOPIC = "单项否决要逐项判定，不能整组判为不适用。"
_REST = "其余通过：已判 {} 项；按 Ctrl+Z 可一次撤销。"
_NO_REST = NoticeLine("没有可判的：其余各项都已判定，或有疑似问题待确认。")
_SAME_PLACE = "已记录；这个位置已有同样的问题，同一位置只计一次，不会重复扣分。"


class BenchDesk:
    """`shown_place` tells the page on screen: where a new finding is, unless the inspector says otherwise."""

    def __init__(
        self,
        parent: QWidget,
        hand: BenchHand,
        acts: BenchActs,
        panel: IndicatorPanel,
        *,
        shown_place: Callable[[], str],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        self._parent = parent
        self._hand = hand
        self._acts = acts
        self._panel = panel
        self._shown_place = shown_place
        self._tell = tell

    def judge(self, outcome: Outcome) -> bool:
        """Answer the indicator in hand; False where there is none."""
        standing, indicator = self._hand.standing, self._hand.indicator
        if standing is None or indicator is None:
            return False
        note = self._panel.note.text().strip()
        self._acts.judge(standing.subject, indicator.code, outcome, note=note)
        return True

    def write_note(self, text: str) -> None:
        """Keep the note with the answer there is; a note alone leaves the indicator unanswered."""
        standing, indicator = self._hand.standing, self._hand.indicator
        if standing is None or indicator is None:
            return
        own = [
            v
            for v in standing.verdicts
            if v.indicator == indicator.code and v.inspector == self._hand.inspector
        ]
        outcome = own[0].outcome if own else Outcome.NOT_CHECKED
        self._acts.write_note(standing.subject, indicator.code, outcome, note=text)

    def mark_topic_not_applicable(self, indicators: Sequence[str]) -> None:
        """The whole topic of the indicator in hand, in one act."""
        standing = self._hand.standing
        if standing is None:
            return
        if not indicators:
            self._tell(NoticeLine(_NO_TOPIC))
            return

        def told(answer: TopicAnswer) -> None:
            left = f"；{len(answer.left_open)} 项有问题或待确认，没有改动" if answer.left_open else ""
            self._tell(
                NoticeLine(
                    f"整组不适用：已判 {len(answer.verdicts)} 项{left}；按 Ctrl+Z 可一次撤销。", Tone.DONE
                )
            )

        self._acts.mark_not_applicable(standing.subject, indicators, done=told)

    def ask_phrase(self) -> None:
        """A phrase from the bank goes into the note, behind what stands there."""
        if self._hand.indicator is not None:
            PhraseForm(self._parent, taken=self._panel.write_into_note).open()

    def pass_the_rest(self) -> None:
        """Many answers by one key: how many is said, and how to take them back."""

        def told(verdicts: Sequence[Verdict]) -> None:
            self._tell(NoticeLine(_REST.format(len(verdicts)), Tone.DONE) if verdicts else _NO_REST)

        if self._hand.standing is not None:
            self._acts.pass_the_rest(self._hand.standing.subject, done=told)

    def confirm_findings(self) -> None:
        chosen = [each.finding for each in self._chosen_proposals()]
        if chosen:
            self._acts.decide(chosen, DecisionOutcome.CONFIRMED)

    def ask_dismissal(self) -> None:
        chosen = self._chosen_proposals()
        if not chosen:
            return
        findings = [each.finding for each in chosen]
        told = chosen[0].place or chosen[0].title if len(chosen) == 1 else f"选中的 {len(chosen)} 条"
        ReasonForm(
            self._parent,
            title="不成立",
            text=told,
            accept="判为不成立",
            usual=DISMISSALS,
            taken=lambda reason: self._acts.decide(findings, DecisionOutcome.DISMISSED, reason=reason),
        ).open()

    def ask_change(self) -> None:
        held, indicator = self._panel.findings.current(), self._hand.indicator
        if held is None or indicator is None or not held.can_change:
            return
        finding = held.finding
        FindingForm(
            self._parent,
            indicator=indicator,
            draft=_draft_of(held),
            is_change=finding.is_proposal,
            taken=lambda filled: self._acts.change(finding, filled),
        ).open()

    def ask_count(self) -> None:
        """How many the finding in hand is; nothing else of it changes."""
        held = self._panel.findings.current()
        if held is None or not held.can_change:
            self._tell(NoticeLine(_NO_COUNT))
            return
        finding, draft = held.finding, _draft_of(held)
        CountForm(
            self._parent,
            about=held.title,
            count=held.count,
            taken=lambda count: self._acts.change(finding, replace(draft, count=count)),
        ).open()

    def ask_finding(self) -> None:
        standing, indicator = self._hand.standing, self._hand.indicator
        if standing is None or indicator is None:
            return
        subject = standing.subject
        FindingForm(
            self._parent,
            indicator=indicator,
            draft=FindingDraft(place=self._shown_place()),
            taken=lambda filled: self._acts.add(subject, filled, done=self._added),
        ).open()

    def _added(self, finding: Finding) -> None:
        """The new one is in hand: what is done next, a picture above all, is about it."""
        self._panel.take_up(finding.id)
        held = self._panel.findings.current()
        if held is not None and held.finding.id == finding.id and ONCE in held.below:
            self._tell(NoticeLine(_SAME_PLACE))

    def withdraw_findings(self) -> None:
        own = [each.finding for each in self._panel.findings.chosen() if each.is_own]
        if own:
            self._acts.withdraw(own)

    def explain(self) -> None:
        if self._hand.standing is not None:
            TraceDialog(self._parent, self._hand.standing).open()

    def _chosen_proposals(self) -> list[FindingRow]:
        return [each for each in self._panel.findings.chosen() if each.finding.is_proposal]


def _draft_of(held: FindingRow) -> FindingDraft:
    """The finding as this inspector holds it now."""
    finding, decision = held.finding, held.decision
    return FindingDraft(
        rule=held.rule.code if held.rule else "",
        count=held.count,
        place=held.place,
        note=finding.note if not finding.is_proposal else decision.reason if decision else "",
        element=finding.element,
    )
