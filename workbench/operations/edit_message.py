"""What a person says of messages by hand: state, day of answer, perfunctory, satisfaction; and typed totals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.domain.ids import inspector_name
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals
from workbench.errors import WrongUseError
from workbench.storage.workspace import Workspace

NOT_ANSWERED = "还没有答复，不能标为敷衍；已经答复的，请先记为已回复。"


def set_message_state(
    workspace: Workspace, messages: Sequence[Message], state: MessageState, *, by: str
) -> tuple[Message, ...]:
    """Back to 在办 takes the day of the answer away, and without an answer none is perfunctory. What was changed, as it is
    now; so do the others.
    """
    stated = [
        replace(each, state=state, answered=None if state is MessageState.IN_WORK else each.answered)
        for each in messages
    ]
    changed = [replace(each, is_perfunctory=each.is_perfunctory and each.has_answer) for each in stated]
    return _save(workspace, messages, changed, by, "改留言状态")


def answer_messages(
    workspace: Workspace, messages: Sequence[Message], day: date | None, *, by: str
) -> tuple[Message, ...]:
    """What was open or invalid is answered, on that day or on one nobody knows; private and untrue ones keep their state.

    Raises:
        WrongUseError: the day is earlier than one of the messages.
    """
    early = next((each for each in messages if day is not None and day < each.received), None)
    if early is not None:
        raise WrongUseError(f"留言 {early.number} 是 {early.received} 收到的，答复日期不能更早，请改正。")
    kept = (MessageState.NOT_PUBLIC, MessageState.UNTRUE)
    changed = [
        replace(each, answered=day, state=each.state if each.state in kept else MessageState.ANSWERED)
        for each in messages
    ]
    return _save(workspace, messages, changed, by, "改答复日期")


def mark_perfunctory(
    workspace: Workspace, messages: Sequence[Message], *, is_it: bool, by: str
) -> tuple[Message, ...]:
    """Whether the answer only went through the motions: nobody but a person can say.

    Raises:
        WrongUseError: one of them has no answer yet; none has been marked.
    """
    unanswered = next((each for each in messages if is_it and not each.has_answer), None)
    if unanswered is not None:
        raise WrongUseError(f"留言 {unanswered.number} {NOT_ANSWERED}")
    return _save(
        workspace,
        messages,
        [replace(each, is_perfunctory=is_it) for each in messages],
        by,
        "标记敷衍" if is_it else "取消敷衍标记",
    )


def set_satisfaction(
    workspace: Workspace, messages: Sequence[Message], satisfaction: Satisfaction, *, by: str
) -> tuple[Message, ...]:
    changed = [replace(each, satisfaction=satisfaction) for each in messages]
    return _save(workspace, messages, changed, by, "改满意度")


def save_message_totals(workspace: Workspace, totals: MessageTotals, *, by: str) -> MessageTotals:
    """Those of the same platform and days are replaced.

    Raises:
        WrongUseError: the parts do not add up to what was received, with the difference.
    """
    misfit = totals.misfit()
    if misfit:
        raise WrongUseError(misfit)
    if not totals.received:
        raise WrongUseError("收到条数是 0，没有要保存的汇总数，请填写。")
    workspace.save(totals, inspector=inspector_name(by), why="填写留言汇总数")
    return totals


def delete_message_totals(workspace: Workspace, totals: MessageTotals, *, by: str) -> None:
    workspace.delete(totals, inspector=inspector_name(by), why="删除留言汇总数")


def _save(
    workspace: Workspace, before: Sequence[Message], after: Sequence[Message], by: str, why: str
) -> tuple[Message, ...]:
    changed = tuple(new for old, new in zip(before, after, strict=True) if new != old)
    if changed:
        workspace.save(*changed, inspector=inspector_name(by), why=why)
    return changed
