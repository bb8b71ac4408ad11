"""Record a problem a person saw, and take it back."""

from uuid import uuid4

from workbench.domain.finding import Finding, Source
from workbench.domain.ids import inspector_name
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.find_subject import find_rule
from workbench.storage.workspace import Workspace

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
) -> Finding:
    """The saved finding; a person's own finding stands as confirmed. `rule` may be empty: recorded, never priced.

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
        note=note.strip(),
        element=element.strip(),
        inspector=inspector_name(by),
    )
    workspace.save(finding, inspector=finding.inspector)
    return finding


def withdraw_finding(workspace: Workspace, *, finding: Finding, by: str, why: str = "") -> None:
    """Raises NotAllowedError where it is a proposal or another inspector's."""
    who = inspector_name(by)
    if finding.is_proposal:
        raise NotAllowedError("自动检查提出的问题不能撤回，请判为“不成立”并写明理由。")
    if finding.inspector != who:
        raise NotAllowedError(f"这是{finding.inspector}记的问题，只能由本人撤回。")
    workspace.delete(finding, inspector=who, why=why)


def check_count(count: int) -> None:
    if not 1 <= count <= MOST_COUNTED:
        raise WrongUseError(f"数量应为 1 到 {MOST_COUNTED} 的整数。")
