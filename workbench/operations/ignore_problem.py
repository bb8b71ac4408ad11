"""Ignore a problem for a while, with a reason, and take an ignore back; it is listed in every report as long as it holds."""

from datetime import date
from uuid import uuid4

from workbench.checks.catalogue import checks
from workbench.domain.ids import inspector_name
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome
from workbench.domain.place import normalise_place
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.site_of import host_key
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace

_OPENS = (LinkOutcome.OK, LinkOutcome.REDIRECT)
_LEAST_ID = 4


def add_ignore(
    workspace: Workspace,
    *,
    subject: Subject | None,
    what: str,
    scope: IgnoreScope,
    target: str,
    reason: str,
    until: date,
    by: str,
    today: date | None = None,
) -> Ignore:
    """The saved ignore. `what` is a check's id or a link outcome; without `subject` it holds for every one.

    Raises:
        WrongUseError: no reason, a day that has passed, or nothing that could be ignored so.
        NotAllowedError: only the lead ignores for the whole campaign.
    """
    if not reason.strip():
        raise WrongUseError("忽略问题请写明理由，例如“该系统每周日维护”。")
    if until < (today or date.today()):
        raise WrongUseError(f"截止日期 {until} 已经过去，请写今天或以后的日期。")
    if subject is None:
        if scope is IgnoreScope.SUBJECT:
            raise WrongUseError("要忽略整个对象，请写明是哪一个对象。")
        require_lead(workspace, by)
    check, outcome = _read_what(what)
    ignore = Ignore(
        id=uuid4(),
        subject_id=subject.id if subject else None,
        scope=scope,
        target=_read_target(scope, target),
        check=check,
        outcome=outcome,
        reason=reason.strip(),
        until=until,
        inspector=inspector_name(by),
    )
    workspace.save(ignore, inspector=ignore.inspector, why=ignore.reason)
    return ignore


def end_ignore(workspace: Workspace, ignore: Ignore, *, by: str, why: str = "") -> None:
    """Let the problem count again from now on; the journal keeps the ignore.

    Raises:
        NotAllowedError: it is somebody else's, and `by` is not the lead.
    """
    who = inspector_name(by)
    if who not in (ignore.inspector, workspace.campaign.lead):
        raise NotAllowedError(f"这是{ignore.inspector}设的忽略，只有本人或组长可以结束。")
    workspace.delete(ignore, inspector=who, why=why.strip())


def find_ignore(workspace: Workspace, name: str) -> Ignore:
    """The ignore whose number begins so.

    Raises:
        WrongUseError: none does, or several do.
    """
    start = name.strip().lower().replace("-", "")
    found = {ignore.id: ignore for ignore in workspace.ignores() if ignore.id.hex.startswith(start)}
    if len(start) < _LEAST_ID or len(found) != 1:
        state = "不止一条" if len(found) > 1 else "没有一条"
        raise WrongUseError(f"编号以“{name}”开头的忽略{state}，请用 ignore list 核对编号。")
    return next(iter(found.values()))


def what_in_words(ignore: Ignore) -> str:
    """What is ignored, as a list shows it."""
    if ignore.outcome is not None:
        return f"链接：{LINK_OUTCOME_WORDS[ignore.outcome]}"
    return checks[ignore.check].title if ignore.check in checks else ignore.check


def _read_what(what: str) -> tuple[str, LinkOutcome | None]:
    if what in checks:
        return what, None
    outcomes = [outcome for outcome in LinkOutcome if outcome not in _OPENS]
    if what not in outcomes:
        raise WrongUseError(
            f"不能忽略“{what}”，可选的检查：{'、'.join(checks.all())}；链接结果：{'、'.join(outcomes)}。"
        )
    return "", LinkOutcome(what)


def _read_target(scope: IgnoreScope, target: str) -> str:
    if scope is IgnoreScope.SUBJECT:
        return ""
    address = normalise_place(as_asked(target)) if target.strip() else ""
    host = host_key(address)
    if not host:
        raise WrongUseError(f"“{target}”不是网址，请写作 http://www.example.gov.cn/ 的样子。")
    return host if scope is IgnoreScope.HOST else address
