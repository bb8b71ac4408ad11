"""One row of a list of messages, read field by field, and the message it would store."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid5

from workbench.clocks.message_platforms import MessagePlatform, Platforms, find_platform
from workbench.domain.ids import message_id
from workbench.domain.message import Message, MessageState
from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.message_owners import MessageOwners
from workbench.register.message_words import day_of_text, message_state_of, satisfaction_of
from workbench.register.plain_text import plain_text, refuse_formula, says_nothing
from workbench.register.register_field import FIELD_WORDS
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.register_words import yes_or_no

MAX_TITLE = 120
MAX_NOTE = 400
_NUMBERLESS = UUID("6f8e8f0e-6a53-5f0e-9d2c-2b7f7c1f4a10")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRules:
    """What rows are read by. `platform` is that of rows which name none; `named` remembers what words were found to mean."""

    owners: MessageOwners
    platforms: Platforms
    stored: Mapping[UUID, Message]
    platform: MessagePlatform | None = None
    named: dict[str, MessagePlatform | None] = field(default_factory=dict)

    def platform_of(self, text: str) -> MessagePlatform | None:
        if text not in self.named:
            self.named[text] = find_platform(text, self.platforms)
        return self.named[text]


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A row as it would be stored; `base` is what is stored now."""

    owner: Subject
    message: Message
    base: Message | None
    remarks: tuple[str, ...]


def read_message_row(line: RegisterLine, *, rules: MessageRules) -> MessageDraft:
    """The message as it would be stored, over what is stored under the same number: blank cells leave that as it is.

    Raises:
        FaultyRowError: no day, no platform, no such subject, or an answer before the message.
    """
    for cell, text in line.texts.items():
        refuse_formula(text, word=FIELD_WORDS[cell])
    remarks: list[str] = []
    owner = rules.owners.owner_of(line)
    platform = _platform(line, rules)
    received = _needed_day(line)
    number = given_text(line, Field.MESSAGE_NUMBER) or _number_of(line, received)
    identity = message_id(owner.id, platform=platform.id, number=number)
    base = rules.stored.get(identity)
    fresh = base or Message(
        id=identity, subject_id=owner.id, platform=platform.id, number=number, received=received
    )
    said = _said(line, remarks)
    message = _settled(replace(fresh, received=received, **said), said, remarks)  # type: ignore[arg-type]  # by `_said`
    if message.answered is not None and message.answered < received:
        raise FaultyRowError(f"答复时间 {message.answered} 早于留言时间 {received}，请改正。")
    return MessageDraft(owner, message, base, tuple(remarks))


def _platform(line: RegisterLine, rules: MessageRules) -> MessagePlatform:
    text = given_text(line, Field.PLATFORM)
    found = rules.platform_of(text) if text else None
    if found is None:
        found = rules.platform
    if found is None:
        told = f"留言平台{quoted(text)}认不出来" if text else "没有写留言平台"
        raise FaultyRowError(f"{told}，请在“留言平台”一列填写，或在导入时选定平台。")
    return found


def _needed_day(line: RegisterLine) -> date:
    text = given_text(line, Field.RECEIVED)
    if not text:
        raise FaultyRowError("没有填写留言时间，请补上，如 2026-11-02。")
    return _day(text, Field.RECEIVED)


def _day(text: str, field: Field) -> date:
    found = day_of_text(text)
    if found is None:
        raise FaultyRowError(
            f"“{FIELD_WORDS[field]}”的{quoted(text)}不是带年份的日期，请改成 2026-11-02 这样的写法。"
        )
    return found


def _number_of(line: RegisterLine, received: date) -> str:
    """A number of our own from day and title, the same whenever the row is imported."""
    title = given_text(line, Field.TITLE)
    if not title:
        raise FaultyRowError("没有留言编号，也没有标题，认不出是哪一条，请补上其中一项。")
    mark = uuid5(_NUMBERLESS, f"{received}\n{title}\n{given_text(line, Field.UNIT)}").hex[:6].upper()
    return f"{received:%Y%m%d}-{mark}"


def _said(line: RegisterLine, remarks: list[str]) -> dict[str, object]:
    """What the row says beyond its place, by the names of `Message`."""
    said: dict[str, object] = {}
    for cell, most in ((Field.TITLE, MAX_TITLE), (Field.UNIT, MAX_TITLE), (Field.NOTE, MAX_NOTE)):
        text = given_text(line, cell)
        if text:
            said[cell.value] = text if len(text) <= most else text[: most - 1] + "…"
    answered = given_text(line, Field.ANSWERED)
    if answered:
        said["answered"] = _day(answered, Field.ANSWERED)
    for cell, name, read in (
        (Field.MESSAGE_STATE, "state", message_state_of),
        (Field.SATISFACTION, "satisfaction", satisfaction_of),
        (Field.IS_PERFUNCTORY, "is_perfunctory", yes_or_no),
    ):
        text = plain_text(line.text(cell))
        value = read(text) if text else None
        if value is not None:
            said[name] = value
        elif text and not says_nothing(text):
            remarks.append(f"“{FIELD_WORDS[cell]}”的{quoted(text)}认不出来，未采用，请核对。")
    return said


def _settled(message: Message, said: Mapping[str, object], remarks: list[str]) -> Message:
    """A message with a day of answer is answered, whatever else the export calls it."""
    if message.answered is None or message.state is not MessageState.IN_WORK:
        return message
    if "state" in said:
        remarks.append("写着在办，却有答复时间，按已回复处理，请核对。")
    return replace(message, state=MessageState.ANSWERED)
