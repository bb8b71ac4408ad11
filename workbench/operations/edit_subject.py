"""Edit the register by hand: one subject whole, or a few cells of many at once."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from workbench.domain.ids import inspector_name, subject_id
from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.register.faulty_row import FaultyRowError
from workbench.register.register_address import read_address
from workbench.storage.workspace import Workspace

BULK_CELLS = frozenset(
    {
        "organiser",
        "supervisor",
        "region",
        "level",
        "contact",
        "phone",
        "has_service",
        "state",
        "state_reason",
        "is_drawn",
        "failed_last_time",
        "assigned_to",
        "parent_code",
        "platform",
    }
)
"""What may be the same for many subjects; code, name and address are each subject's own."""


def save_subject(workspace: Workspace, subject: Subject, *, by: str) -> Subject:
    """The subject as it was saved: a new one gets its id from its code, an old one keeps it.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: a cell cannot be as it is; nothing has been saved.
    """
    require_lead(workspace, by)
    tidy = _tidied(subject)
    others = [other for other in workspace.subjects() if other.id != subject.id]
    _refuse_unfit(tidy, {other.code: other for other in others})
    stored = any(held.id == tidy.id for held in workspace.subjects())
    whole = tidy if stored else replace(tidy, id=subject_id(workspace.campaign.id, tidy.code))
    workspace.save(whole, inspector=inspector_name(by), why="修改台账" if stored else "新增对象")
    return whole


def new_subject(workspace: Workspace) -> Subject:
    """An empty subject to fill in; nothing is saved."""
    return Subject(id=subject_id(workspace.campaign.id, ""), code="", name="")


def change_subjects(workspace: Workspace, ids: Collection[UUID], cells: Mapping[str, Any], *, by: str) -> int:
    """Give all these subjects the same cells, in one act that one undo takes back; how many were changed.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: one of the subjects cannot be so; nothing has been saved.
    """
    require_lead(workspace, by)
    if unknown := set(cells) - BULK_CELLS:
        raise ValueError(f"not the same for many subjects: {sorted(unknown)}")
    held = workspace.subjects()
    by_code = {subject.code: subject for subject in held}
    changed = []
    for subject in held:
        if subject.id in ids:
            new = _tidied(replace(subject, **cells))
            _refuse_unfit(new, {code: other for code, other in by_code.items() if other.id != new.id})
            changed += [new] if new != subject else []
    if changed:
        workspace.save(*changed, inspector=inspector_name(by), why=f"批量修改台账{len(changed)}项")
    return len(changed)


def remove_subjects(workspace: Workspace, ids: Collection[UUID], *, by: str) -> int:
    """Take subjects out of the register that nobody has judged yet, with their columns; how many.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: somebody has already worked on one; nothing has been removed.
    """
    require_lead(workspace, by)
    doomed = [subject for subject in workspace.subjects() if subject.id in ids]
    for subject in doomed:
        own = [finding for finding in workspace.findings(subject.id) if not finding.is_proposal]
        if own or workspace.verdicts(subject.id) or workspace.decisions(subject.id):
            raise WrongUseError(
                f"“{subject.name}”已经有判定或问题，不能删除；请把它的状态改为“不检查”并写明原因。"
            )
    columns = [column for column in workspace.columns() if column.subject_id in ids]
    if doomed:
        workspace.delete(*columns, *doomed, inspector=inspector_name(by), why="从台账删除")
    return len(doomed)


def _tidied(subject: Subject) -> Subject:
    """Blanks at the ends gone, addresses whole, names of inspectors in their one form."""
    said: dict[str, Any] = {
        name: " ".join(getattr(subject, name).split())
        for name in (
            "code",
            "name",
            "organiser",
            "supervisor",
            "region",
            "level",
            "parent_code",
            "predecessor_code",
            "successor_code",
            "state_reason",
            "platform",
        )
    }
    try:
        home = read_address(subject.home_url, word="首页网址") if subject.home_url.strip() else ""
        prefixes = tuple(
            read_address(prefix, word="网址前缀") for prefix in subject.url_prefixes if prefix.strip()
        )
    except FaultyRowError as fault:
        raise WrongUseError(str(fault)) from fault
    names = tuple(sorted({inspector_name(name) for name in subject.assigned_to if name.strip()}))
    said |= {"home_url": home, "url_prefixes": prefixes, "assigned_to": names}
    return replace(subject, **said)


def _refuse_unfit(subject: Subject, others: Mapping[str, Subject]) -> None:
    if not subject.code or not subject.name:
        raise WrongUseError("编号和名称都要填写。")
    if subject.code in others:
        raise WrongUseError(f"编号“{subject.code}”已经是“{others[subject.code].name}”的，请换一个。")
    if subject.kind is not SubjectKind.ACCOUNT and not subject.home_url:
        raise WrongUseError(f"“{subject.name}”还没有首页网址，请填写以 http:// 或 https:// 开头的地址。")
    _refuse_unknown_relatives(subject, others)
    if subject.state is SubjectState.NOT_CHECKED and not subject.state_reason:
        raise WrongUseError(f"“{subject.name}”不检查，请写明原因。")
    _refuse_disorder(subject)


def _refuse_unknown_relatives(subject: Subject, others: Mapping[str, Subject]) -> None:
    relatives = (
        ("上级网站", subject.parent_code),
        ("前身", subject.predecessor_code),
        ("后继", subject.successor_code),
    )
    for word, code in relatives:
        if code and code == subject.code:
            raise WrongUseError(f"“{subject.name}”的{word}不能是它自己。")
        if code and code not in others:
            raise WrongUseError(f"台账里没有编号“{code}”的对象，请核对“{subject.name}”的{word}编号。")


def _refuse_disorder(subject: Subject) -> None:
    """A closing goes forward in time, as far as its days are known."""
    closing = subject.closing
    if closing is None:
        return
    steps = [
        ("申请", closing.applied),
        ("核准", closing.approved),
        ("公告", closing.announced),
        ("下线", closing.offline),
    ]
    known = [(word, day) for word, day in steps if day is not None]
    for (earlier, first), (later, second) in zip(known, known[1:], strict=False):
        if second < first:
            raise WrongUseError(f"“{subject.name}”的{later}日期 {second} 早于{earlier}日期 {first}，请核对。")
