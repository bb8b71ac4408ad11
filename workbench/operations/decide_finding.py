"""Confirm, dismiss or change a finding: the inspector's own row, which a re-run of the checks keeps."""

from collections.abc import Sequence
from datetime import datetime

from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.ids import decision_id, inspector_name
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_rule
from workbench.operations.record_finding import check_count
from workbench.storage.workspace import Workspace


def decide_finding(
    workspace: Workspace,
    *,
    finding: Finding,
    outcome: DecisionOutcome,
    by: str,
    reason: str = "",
    rule: str = "",
    count: int | None = None,
    place: str | None = None,
    page_saved_at: datetime | None = None,
) -> Decision:
    """The saved decision; an earlier one of the same inspector on this finding is replaced and stays in the journal.

    `page_saved_at` is when the page was saved that he looked at, where it was not the live one.

    Raises:
        WrongUseError: a dismissal without reason, an unknown rule, or confirming what no rule prices.
    """
    who = inspector_name(by)
    _refuse_bare_dismissal(outcome, reason)
    if outcome is DecisionOutcome.CHANGED:
        find_rule(workspace, rule or finding.rule)
        check_count(finding.count if count is None else count)
    decision = Decision(
        id=decision_id(finding.id, inspector=who),
        finding_id=finding.id,
        subject_id=finding.subject_id,
        inspector=who,
        outcome=outcome,
        reason=reason.strip(),
        rule=rule or finding.rule,
        count=finding.count if count is None else count,
        place=finding.place if place is None else place.strip(),
        page_saved_at=page_saved_at,
    )
    workspace.save(decision, inspector=who, why=decision.reason)
    return decision


def decide_findings(
    workspace: Workspace,
    *,
    findings: Sequence[Finding],
    outcome: DecisionOutcome,
    by: str,
    reason: str = "",
    page_saved_at: datetime | None = None,
) -> tuple[Decision, ...]:
    """Confirm or dismiss several in one act, which is undone as one.

    Raises:
        WrongUseError: a dismissal without reason.
    """
    who = inspector_name(by)
    _refuse_bare_dismissal(outcome, reason)
    decisions = tuple(
        Decision(
            id=decision_id(finding.id, inspector=who),
            finding_id=finding.id,
            subject_id=finding.subject_id,
            inspector=who,
            outcome=outcome,
            reason=reason.strip(),
            rule=finding.rule,
            count=finding.count,
            place=finding.place,
            page_saved_at=page_saved_at,
        )
        for finding in findings
    )
    workspace.save(*decisions, inspector=who, why=reason.strip())
    return decisions


def _refuse_bare_dismissal(outcome: DecisionOutcome, reason: str) -> None:
    if outcome is DecisionOutcome.DISMISSED and not reason.strip():
        raise WrongUseError("判为“不成立”请写明理由，例如“人工打开正常”。")
