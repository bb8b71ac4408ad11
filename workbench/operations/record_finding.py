"""Record a problem a person saw, correct it, and take it back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import inspector_name
from workbench.domain.place import normalise_place
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.find_subject import find_rule
from workbench.storage.workspace import Workspace
from workbench.views.personal_numbers import mask_personal

MOST_COUNTED = 100_000


def add_finding(
    workspace: Workspace,
    *,
    subject: Subject,
    rule: str,
    count: int,
    by: str,
    place: str = "",
    note: str = "",
    element: str = "",
    page_saved_at: datetime | None = None,
) -> Finding:
    """The saved finding; a person's own finding stands as confirmed. `rule` may be empty: recorded, never priced.

    `page_saved_at` is when the page was saved that he saw it on, where it was not the live one.

    Raises:
        WrongUseError: the rule is unknown or the count is not 1 to 100 000.
    """
    check_count(count)
    if rule:
        find_rule(workspace, rule)
    finding = Finding(
        id=uuid4(),
        subject_id=subject.id,
        rule=rule,
        source=Source.INSPECTOR,
        place=place.strip(),
        count=count,
        note=_masked(note),
        element=_masked(element),
        inspector=inspector_name(by),
        page_saved_at=page_saved_at,
    )
    workspace.save(finding, inspector=finding.inspector)
    return finding


def counts_with(workspace: Workspace, finding: Finding) -> bool:
    """Whether he holds the same at this place already, recorded or confirmed, so that the two are one when scored.

    Findings equal in subject, rule and place are one problem, with the greater count; without a place each counts.
    """
    if not finding.place:
        return False
    decided = {
        decision.finding_id
        for decision in workspace.decisions(finding.subject_id)
        if decision.inspector == finding.inspector and decision.outcome is not DecisionOutcome.DISMISSED
    }
    return any(
        each.id != finding.id and _problem(each) == _problem(finding)
        for each in workspace.findings(finding.subject_id)
        if each.inspector == finding.inspector or each.id in decided
    )


def _problem(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, normalise_place(finding.place), finding.element


def change_finding(
    workspace: Workspace,
    *,
    finding: Finding,
    by: str,
    rule: str,
    count: int,
    place: str,
    note: str,
    element: str = "",
) -> Finding:
    """One's own finding said anew; what it said before stays in the journal.

    Raises:
        NotAllowedError: it is a proposal or another inspector's.
        WrongUseError: the rule is unknown or the count is not 1 to 100 000.
    """
    who = _refuse_others(finding, by)
    check_count(count)
    if rule:
        find_rule(workspace, rule)
    changed = replace(
        finding,
        rule=rule,
        count=count,
        place=place.strip(),
        note=_masked(note),
        element=_masked(element),
    )
    workspace.save(changed, inspector=who)
    return changed


def withdraw_finding(workspace: Workspace, *, finding: Finding, by: str, why: str = "") -> None:
    """Raises NotAllowedError where it is a proposal or another inspector's."""
    withdraw_findings(workspace, findings=(finding,), by=by, why=why)


def withdraw_findings(workspace: Workspace, *, findings: Sequence[Finding], by: str, why: str = "") -> None:
    """Take several back in one act, which is undone as one.

    Raises:
        NotAllowedError: one is a proposal or another inspector's; none is taken back.
    """
    who = inspector_name(by)
    for finding in findings:
        _refuse_others(finding, by)
    workspace.delete(*findings, inspector=who, why=why)


def _refuse_others(finding: Finding, by: str) -> str:
    who = inspector_name(by)
    if finding.is_proposal:
        raise NotAllowedError("自动检查提出的问题不能撤回，请判为“不成立”并写明理由。")
    if finding.inspector != who:
        raise NotAllowedError(
            f"这是{finding.inspector}记的问题，只能由本人撤回；您认为不是问题，请判为“不成立”。"
        )
    return who


def _masked(words: str) -> str:
    """What is copied from a page into words of one's own leaves the numbers of persons there."""
    return mask_personal(words.strip(), as_of=date.max)


def check_count(count: int) -> None:
    if not 1 <= count <= MOST_COUNTED:
        raise WrongUseError(f"数量应为 1 到 {MOST_COUNTED} 的整数。")
