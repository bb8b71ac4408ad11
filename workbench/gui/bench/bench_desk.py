"""What the inspector can do with what is in hand: answer, decide, record, take back; by one key or one small form."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.decision import DecisionOutcome
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_acts import BenchActs
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.finding_form import FindingDraft, FindingForm
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.reason_form import DISMISSALS, ReasonForm
from workbench.gui.bench.trace_dialog import TraceDialog


class BenchDesk:
    """`shown_url` tells the address on screen: where a new finding is, unless the inspector says otherwise."""

    def __init__(
        self,
        parent: QWidget,
        hand: BenchHand,
        acts: BenchActs,
        panel: IndicatorPanel,
        *,
        shown_url: Callable[[], str],
    ) -> None:
        self._parent = parent
        self._hand = hand
        self._acts = acts
        self._panel = panel
        self._shown_url = shown_url

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
        self._acts.judge(standing.subject, indicator.code, outcome, note=text)

    def pass_the_rest(self) -> None:
        if self._hand.standing is not None:
            self._acts.pass_the_rest(self._hand.standing.subject)

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
        if held is None or indicator is None or not held.finding.is_proposal:
            return
        finding = held.finding
        FindingForm(
            self._parent,
            indicator=indicator,
            draft=FindingDraft(rule=held.rule.code if held.rule else "", count=held.count, place=held.place),
            is_change=True,
            taken=lambda filled: self._acts.change(finding, filled),
        ).open()

    def ask_finding(self) -> None:
        standing, indicator = self._hand.standing, self._hand.indicator
        if standing is None or indicator is None:
            return
        subject = standing.subject
        FindingForm(
            self._parent,
            indicator=indicator,
            draft=FindingDraft(place=self._shown_url()),
            taken=lambda filled: self._acts.add(subject, filled),
        ).open()

    def withdraw_findings(self) -> None:
        own = [each.finding for each in self._panel.findings.chosen() if each.is_own]
        if own:
            self._acts.withdraw(own)

    def explain(self) -> None:
        if self._hand.standing is not None:
            TraceDialog(self._parent, self._hand.standing).open()

    def _chosen_proposals(self) -> list[FindingRow]:
        return [each for each in self._panel.findings.chosen() if each.finding.is_proposal]
