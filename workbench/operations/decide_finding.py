"""Confirm, dismiss or change a finding: the inspector's own row, which a re-run of the checks keeps."""

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
) -> Decision:
    """The saved decision; an earlier one of the same inspector on this finding is replaced and stays in the journal.

    Raises:
        WrongUseError: a dismissal without reason, an unknown rule, or confirming what no rule prices.
    """
    who = inspector_name(by)
    if outcome is DecisionOutcome.DISMISSED and not reason.strip():
        raise WrongUseError("判为“不成立”请写明理由，例如“人工打开正常”。")
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
    )
    workspace.save(decision, inspector=who, why=decision.reason)
    return decision
