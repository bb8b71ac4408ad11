"""The messages as rows of a table, and the lists behind every figure; plain values, no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from workbench.clocks.message_clock import (
    CLOSED_STATES,
    OVERDUE_TIMINGS,
    TIMING_WORDS,
    MessageReading,
    Timing,
)
from workbench.clocks.message_figures import MessageSpan, state_on
from workbench.domain.message import MESSAGE_STATE_WORDS, Message, MessageState, Satisfaction
from workbench.operations.message_book import MessageBook

TIMING_SIGNS = {
    Timing.IN_TIME: ("in-time", "passed"),
    Timing.LATE: ("overdue", "fail"),
    Timing.IN_WORK: ("clock", "accent"),
    Timing.OVERDUE: ("overdue", "fail"),
    Timing.OVER_THREE_MONTHS: ("veto", "veto"),
    Timing.CLOSED_UNDATED: ("done", "na"),
    Timing.INVALID: ("na", "na"),
    Timing.LATER: ("clock", "na"),
    Timing.UNTOLD: ("doubtful", "doubtful"),
}
_IN_TIME_SHARE = OVERDUE_TIMINGS | {Timing.IN_TIME, Timing.LATE}


@dataclass(frozen=True, slots=True)
class MessageRow:
    """`state` is what it was on the day the book is read for."""

    reading: MessageReading
    site: str
    unit: str
    state: MessageState

    @property
    def message(self) -> Message:
        return self.reading.message

    @property
    def timing(self) -> Timing:
        return self.reading.timing

    @property
    def is_counted(self) -> bool:
        return self.timing not in (Timing.INVALID, Timing.LATER)

    @property
    def searched(self) -> str:
        message = self.message
        return f"{message.number} {message.title} {self.unit} {self.site}".casefold()


@dataclass(frozen=True, slots=True)
class Shown:
    """One list a figure can open: `word` says which, `holds` what is in it."""

    word: str
    holds: Callable[[MessageRow], bool]


def _of_timing(timing: Timing) -> Shown:
    return Shown(TIMING_WORDS[timing], lambda found: found.timing is timing)


def _of_state(state: MessageState) -> Shown:
    return Shown(
        f"状态：{MESSAGE_STATE_WORDS[state]}",
        lambda found: found.state is state and found.timing is not Timing.LATER,
    )


SHOWN: dict[str, Shown] = {
    "": Shown("全部留言", lambda _found: True),
    "valid": Shown("有效留言", lambda found: found.is_counted),
    "open-overdue": Shown("逾期未办结（含超过3个月）", lambda found: found.timing in OVERDUE_TIMINGS),
    **{f"timing-{timing.value}": _of_timing(timing) for timing in Timing},
    "closed": Shown("已办结", lambda found: found.is_counted and found.state in CLOSED_STATES),
    "judged": Shown("计入按期办结率的", lambda found: found.timing in _IN_TIME_SHARE),
    "past-inner": Shown(
        "超过内部时限", lambda found: found.reading.is_past_inner and found.timing is not Timing.LATE
    ),
    **{f"state-{state.value}": _of_state(state) for state in MessageState},
    "perfunctory": Shown("答复敷衍", lambda found: found.message.is_perfunctory and found.is_counted),
    "rated": Shown(
        "已评价", lambda found: found.message.satisfaction is not Satisfaction.NONE and found.is_counted
    ),
    "dissatisfied": Shown("不满意", lambda found: found.message.satisfaction is Satisfaction.DISSATISFIED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFilter:
    span: MessageSpan
    shows: str = ""
    text: str = ""


def message_rows(book: MessageBook) -> tuple[MessageRow, ...]:
    """A row for every message, the newest first."""
    return tuple(
        MessageRow(
            reading=reading,
            site=book.subjects[reading.message.subject_id].name
            if reading.message.subject_id in book.subjects
            else "",
            unit=book.unit_of(reading),
            state=state_on(reading.message, book.as_of),
        )
        for reading in reversed(book.readings)
    )


def narrowed_rows(rows: Sequence[MessageRow], wanted: MessageFilter) -> tuple[MessageRow, ...]:
    holds, text = SHOWN[wanted.shows].holds, wanted.text.casefold()
    return tuple(
        found
        for found in rows
        if wanted.span.holds(found.message.received) and holds(found) and text in found.searched
    )


def sites_with_messages(book: MessageBook) -> tuple[tuple[UUID, str], ...]:
    """The subjects that have messages or totals, by name."""
    held = {reading.message.subject_id for reading in book.readings}
    held |= {each.subject_id for each in book.totals}
    named = [(identity, book.subjects[identity].name) for identity in held if identity in book.subjects]
    return tuple(sorted(named, key=lambda each: each[1]))
