"""The findings under one indicator as the inspector sees them: what waits for him first; plain values, no Qt."""

from dataclasses import dataclass

from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import SOURCE_WORDS, Finding, Source
from workbench.domain.standard import Indicator, Rule, Standard
from workbench.gui.outcome_look import PROPOSED_LOOK, Look, look_of_decision
from workbench.operations.score_campaign import SubjectStanding

# Checks and inspectors show in the word at the right already.
_TOLD_SOURCES = (Source.SUPERIOR, Source.CITIZEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """`decision` is this inspector's own; `others` says who else has decided or recorded it."""

    finding: Finding
    rule: Rule | None
    decision: Decision | None
    look: Look
    title: str
    below: str
    is_own: bool
    waits: bool

    @property
    def place(self) -> str:
        changed = self.decision is not None and self.decision.outcome is DecisionOutcome.CHANGED
        return (self.decision.place if changed and self.decision else "") or self.finding.place

    @property
    def count(self) -> int:
        if self.decision is not None and self.decision.outcome is DecisionOutcome.CHANGED:
            return self.decision.count
        return self.finding.count

    def in_words(self) -> str:
        return "，".join(part for part in (self.look.word, self.title, self.below) if part)


def finding_rows(
    standard: Standard, standing: SubjectStanding, indicator: Indicator, *, inspector: str
) -> tuple[FindingRow, ...]:
    """Open proposals first, then what is decided or recorded; what the latest run no longer found and nobody held is left out."""
    codes = {rule.code for rule in indicator.rules}
    decisions = {
        decision.finding_id: decision for decision in standing.decisions if decision.inspector == inspector
    }
    decided_by_others = {d.finding_id for d in standing.decisions if d.inspector != inspector}
    rows = []
    for finding in {f.id: f for f in standing.findings}.values():
        decision = decisions.get(finding.id)
        if _rule_of(finding, decision) not in codes and finding.rule not in codes:
            continue
        if (
            finding.is_proposal
            and not finding.is_seen
            and decision is None
            and finding.id not in decided_by_others
        ):
            continue
        rows.append(_row(standard, standing, finding, decision, inspector))
    return tuple(
        sorted(rows, key=lambda row: (not row.waits, row.decision is not None, row.finding.rule, row.place))
    )


def _rule_of(finding: Finding, decision: Decision | None) -> str:
    is_changed = decision is not None and decision.outcome is DecisionOutcome.CHANGED
    return decision.rule if is_changed and decision is not None else finding.rule


def _row(
    standard: Standard, standing: SubjectStanding, finding: Finding, decision: Decision | None, inspector: str
) -> FindingRow:
    rule = standard.rule(_rule_of(finding, decision))
    is_own = finding.inspector == inspector and not finding.is_proposal
    return FindingRow(
        finding=finding,
        rule=rule,
        decision=decision,
        look=_look(finding, decision, is_own=is_own),
        title=finding.excerpt or finding.note or (rule.when if rule else "未列入指标的问题"),
        below=_below(standing, finding, decision, inspector),
        is_own=is_own,
        waits=finding.is_proposal and decision is None,
    )


def _look(finding: Finding, decision: Decision | None, *, is_own: bool) -> Look:
    if decision is not None:
        return look_of_decision(decision.outcome)
    if finding.is_proposal:
        return PROPOSED_LOOK
    return Look("own-finding", "本人记录" if is_own else finding.inspector, "fail")


def _below(standing: SubjectStanding, finding: Finding, decision: Decision | None, inspector: str) -> str:
    count = (
        decision.count
        if decision is not None and decision.outcome is DecisionOutcome.CHANGED
        else finding.count
    )
    parts = [f"{count} 处" if count > 1 else "", finding.element]
    parts.append(SOURCE_WORDS[finding.source] if finding.source in _TOLD_SOURCES else "")
    if finding.is_proposal and not finding.is_seen:
        parts.append("最近一次检查未再发现")
    if decision is not None and decision.reason:
        parts.append(f"理由：{decision.reason}")
    parts += [
        f"{other.inspector}：{look_of_decision(other.outcome).word}"
        for other in standing.decisions
        if other.finding_id == finding.id and other.inspector != inspector
    ]
    return " · ".join(part for part in parts if part)
