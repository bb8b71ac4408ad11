"""What an import of a list of messages would do, row by row."""

from collections.abc import Sequence

from workbench.clocks.message_platforms import MessagePlatform, message_platforms
from workbench.domain.message import MESSAGE_STATE_WORDS, SATISFACTION_WORDS, Message
from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError
from workbench.register.message_owners import MessageOwners
from workbench.register.message_rows import MessageDraft, MessageRules, read_message_row
from workbench.register.preview_row import FieldChange, PreviewRow, RowState, changes_between
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.subject_twins import places_in_words, twins_of


def preview_messages(
    lines: Sequence[RegisterLine],
    *,
    existing: Sequence[Subject],
    existing_messages: Sequence[Message],
    platform: MessagePlatform | None = None,
    owner: Subject | None = None,
) -> tuple[PreviewRow, ...]:
    """The rows in the order of the file; see `PreviewRow`. `platform` and `owner` are those of rows that name none."""
    rules = MessageRules(
        owners=MessageOwners(existing, given=owner),
        platforms=message_platforms(),
        stored={message.id: message for message in existing_messages},
        platform=platform,
    )
    drafts: dict[int, MessageDraft] = {}
    faults: dict[int, str] = {}
    for index, line in enumerate(lines):
        try:
            drafts[index] = read_message_row(line, rules=rules)
        except FaultyRowError as fault:
            faults[index] = str(fault)
    for index, twins in twins_of({i: str(draft.message.id) for i, draft in drafts.items()}).items():
        faults[index] = f"与{places_in_words(lines, twins)}是同一条留言，请只保留一行，或改正编号。"
    return tuple(
        _faulty(line, faults[index]) if index in faults else _row(line, drafts[index])
        for index, line in enumerate(lines)
    )


def message_changes(old: Message, new: Message) -> tuple[FieldChange, ...]:
    return changes_between(_words_of(old), _words_of(new))


def _words_of(message: Message) -> dict[Field, str]:
    return {
        Field.RECEIVED: message.received.isoformat(),
        Field.ANSWERED: message.answered.isoformat() if message.answered else "",
        Field.MESSAGE_STATE: MESSAGE_STATE_WORDS[message.state],
        Field.TITLE: message.title,
        Field.UNIT: message.unit,
        Field.IS_PERFUNCTORY: "是" if message.is_perfunctory else "否",
        Field.SATISFACTION: SATISFACTION_WORDS[message.satisfaction],
        Field.NOTE: message.note,
    }


def _row(line: RegisterLine, draft: MessageDraft) -> PreviewRow:
    message, base = draft.message, draft.base
    changes = message_changes(base, message) if base else ()
    remarks = "".join(draft.remarks)
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.NEW if base is None else RowState.CHANGED if changes else RowState.SAME,
        code=draft.owner.code,
        name=" ".join(part for part in (message.number, message.title) if part),
        reason=f"{line.place}：{remarks}" if remarks else "",
        message=message,
        changes=changes,
    )


def _faulty(line: RegisterLine, fault: str) -> PreviewRow:
    number, title = given_text(line, Field.MESSAGE_NUMBER), given_text(line, Field.TITLE)
    return PreviewRow(
        line=line.number,
        source=line.source,
        state=RowState.FAULTY,
        code=given_text(line, Field.CODE),
        name=" ".join(part for part in (number, title[:40]) if part),
        reason=f"{line.place}：{fault}",
    )
