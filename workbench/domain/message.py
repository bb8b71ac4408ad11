"""A citizen's message with its clocks: when it came, when it was answered, and what has become of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class MessageState(StrEnum):
    ANSWERED = "answered"
    IN_WORK = "in_work"
    NOT_PUBLIC = "not_public"
    INVALID = "invalid"
    UNTRUE = "untrue"


MESSAGE_STATE_WORDS = {
    MessageState.ANSWERED: "已回复",
    MessageState.IN_WORK: "在办",
    MessageState.NOT_PUBLIC: "不公开",
    MessageState.INVALID: "无效",
    MessageState.UNTRUE: "不属实",
}


class Satisfaction(StrEnum):
    NONE = ""
    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"


SATISFACTION_WORDS = {
    Satisfaction.NONE: "未评价",
    Satisfaction.SATISFIED: "满意",
    Satisfaction.FAIR: "基本满意",
    Satisfaction.DISSATISFIED: "不满意",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`platform` is the id of a message platform (找错, 曝光台, 百姓信箱 …), whose limit it is held to.

    `number` is the platform's own. `is_perfunctory` (敷衍) is said by hand.
    """

    id: UUID
    subject_id: UUID
    platform: str
    number: str
    received: date
    answered: date | None = None
    state: MessageState = MessageState.IN_WORK
    title: str = ""
    unit: str = ""
    is_perfunctory: bool = False
    satisfaction: Satisfaction = Satisfaction.NONE
    note: str = ""

    @property
    def has_answer(self) -> bool:
        """Whether there is anything that could be perfunctory: on a known day or not, in public or not."""
        open_states = (MessageState.IN_WORK, MessageState.INVALID)
        return self.answered is not None or self.state not in open_states
