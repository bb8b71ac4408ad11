"""Where a message stands on a day: in time, late, running, overdue, or unanswered for more than three months."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.clocks.answer_limit import AnswerLimit
from workbench.clocks.message_platforms import MessagePlatform, Platforms
from workbench.clocks.working_days import CalendarUnknownError
from workbench.domain.message import Message, MessageState
from workbench.domain.window import Window

THREE_MONTHS = Window(3, "mo")


class Timing(StrEnum):
    IN_TIME = "in_time"
    LATE = "late"
    IN_WORK = "in_work"
    OVERDUE = "overdue"
    OVER_THREE_MONTHS = "over_three_months"
    CLOSED_UNDATED = "closed_undated"
    INVALID = "invalid"
    LATER = "later"
    UNTOLD = "untold"


TIMING_WORDS = {
    Timing.IN_TIME: "按期办结",
    Timing.LATE: "逾期办结",
    Timing.IN_WORK: "在办未到期",
    Timing.OVERDUE: "逾期未办结",
    Timing.OVER_THREE_MONTHS: "超过3个月未办结",
    Timing.CLOSED_UNDATED: "已办结，日期不详",
    Timing.INVALID: "无效，不计",
    Timing.LATER: "截止日后收到",
    Timing.UNTOLD: "无法计时",
}
CLOSED_TIMINGS = frozenset({Timing.IN_TIME, Timing.LATE, Timing.CLOSED_UNDATED})
OVERDUE_TIMINGS = frozenset({Timing.OVERDUE, Timing.OVER_THREE_MONTHS})
CLOSED_STATES = frozenset({MessageState.ANSWERED, MessageState.NOT_PUBLIC, MessageState.UNTRUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReading:
    """A message as it stands on a day. `due` is None where it cannot be told, and `reason` then says why.

    `is_past_inner` where the platform's inner limit is over and the message was not answered within it.
    """

    message: Message
    timing: Timing
    platform: MessagePlatform | None = None
    due: date | None = None
    is_past_inner: bool = False
    reason: str = ""

    @property
    def platform_name(self) -> str:
        return self.platform.name if self.platform else self.message.platform

    @property
    def is_open(self) -> bool:
        return self.timing in OVERDUE_TIMINGS or self.timing is Timing.IN_WORK


def timing_on(message: Message, limit: AnswerLimit, day: date) -> Timing:
    """Where the message stands at the end of `day`; what happened later is not known yet.

    Three months run by the calendar, as the veto does; the limit by its own unit.

    Raises:
        CalendarUnknownError: it hangs on a year whose holidays are not known.
    """
    if message.state is MessageState.INVALID:
        return Timing.INVALID
    if message.received > day:
        return Timing.LATER
    if message.answered is not None and message.answered <= day:
        return Timing.IN_TIME if _is_within(limit, message.received, message.answered) else Timing.LATE
    if message.answered is None and message.state in CLOSED_STATES:
        return Timing.CLOSED_UNDATED
    if message.received < THREE_MONTHS.first_day(day):
        return Timing.OVER_THREE_MONTHS
    return Timing.IN_WORK if _is_within(limit, message.received, day) else Timing.OVERDUE


def read_message(message: Message, platforms: Platforms, day: date) -> MessageReading:
    """As `timing_on`, by the message's own platform; what cannot be told is a reading too."""
    platform = platforms.get(message.platform)
    if platform is None:
        reason = f"留言平台“{message.platform}”没有登记办理时限，请写进本单位的平台表。"
        return MessageReading(message=message, timing=_without_limit(message, day), reason=reason)
    try:
        timing = timing_on(message, platform.limit, day)
        return MessageReading(
            message=message,
            timing=timing,
            platform=platform,
            due=_due(message, platform.limit),
            is_past_inner=_is_past_inner(message, platform, timing, day),
        )
    except CalendarUnknownError as error:
        timing = _without_limit(message, day)
        return MessageReading(message=message, timing=timing, platform=platform, reason=str(error))


def read_messages(messages: Iterable[Message], platforms: Platforms, day: date) -> Sequence[MessageReading]:
    return tuple(read_message(message, platforms, day) for message in messages)


def _is_within(limit: AnswerLimit, received: date, day: date) -> bool:
    return limit.holds_surely(received, day) or day <= limit.due_day(received)


def _due(message: Message, limit: AnswerLimit) -> date | None:
    """None for a message in time whose last day lies in a year not yet known."""
    try:
        return limit.due_day(message.received)
    except CalendarUnknownError:
        return None


def _is_past_inner(message: Message, platform: MessagePlatform, timing: Timing, day: date) -> bool:
    if platform.inner_limit is None or timing in (Timing.INVALID, Timing.LATER, Timing.CLOSED_UNDATED):
        return False
    ended = message.answered if message.answered is not None and message.answered <= day else day
    return not _is_within(platform.inner_limit, message.received, ended)


def _without_limit(message: Message, day: date) -> Timing:
    """What can be said of a message whose limit is not known: no more than hangs on no limit."""
    if message.state is MessageState.INVALID:
        return Timing.INVALID
    if message.received > day:
        return Timing.LATER
    is_answered = message.answered is not None and message.answered <= day
    if message.answered is None and message.state in CLOSED_STATES:
        return Timing.CLOSED_UNDATED
    if not is_answered and message.received < THREE_MONTHS.first_day(day):
        return Timing.OVER_THREE_MONTHS
    return Timing.UNTOLD
