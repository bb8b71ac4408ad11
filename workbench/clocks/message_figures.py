"""The figures of a stretch of messages: what was received, what became of it, and every rate with its two numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from workbench.clocks.message_clock import (
    CLOSED_STATES,
    OVERDUE_TIMINGS,
    MessageReading,
    Timing,
    read_message,
)
from workbench.clocks.message_platforms import Platforms
from workbench.domain.message import MESSAGE_STATE_WORDS, Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals

_STATE_OF_WORD = {word: state for state, word in MESSAGE_STATE_WORDS.items()}
_CONTENT = (Satisfaction.SATISFIED, Satisfaction.FAIR)


@dataclass(frozen=True, slots=True)
class MessageSpan:
    """The days on which messages were received, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def in_words(self) -> str:
        return f"{self.first} 至 {self.last}"


@dataclass(frozen=True, slots=True)
class MessageRate:
    """`part` of `whole`; there is no rate of nothing."""

    label: str
    part: int
    whole: int

    def percent(self) -> str:
        if not self.whole:
            return "—"
        share = (Decimal(self.part) * 100 / self.whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{share}%"

    def shown(self) -> str:
        return f"{self.percent()}（{self.part}/{self.whole}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFigures:
    """Listed messages and typed totals together, as of one day.

    `timings` and `states` each add up to `received` and the invalid ones. `remarks` are whole sentences on what could
    not be counted.
    """

    span: MessageSpan
    as_of: date
    timings: Mapping[Timing, int]
    states: Mapping[MessageState, int]
    perfunctory: int = 0
    satisfied: int = 0
    rated: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def received(self) -> int:
        """The valid ones."""
        return sum(count for timing, count in self.timings.items() if timing is not Timing.INVALID)

    @property
    def closed(self) -> int:
        """By the state: what is closed without its limit being told is closed all the same."""
        return sum(self.states.get(state, 0) for state in CLOSED_STATES)

    @property
    def overdue(self) -> int:
        return self._sum(OVERDUE_TIMINGS)

    def count(self, timing: Timing) -> int:
        return self.timings.get(timing, 0)

    @property
    def rates(self) -> tuple[MessageRate, ...]:
        in_time = self.count(Timing.IN_TIME)
        return (
            MessageRate("办结率", self.closed, self.received),
            MessageRate("按期办结率", in_time, in_time + self.count(Timing.LATE) + self.overdue),
            MessageRate("答复公开率", self.states.get(MessageState.ANSWERED, 0), self.received),
            MessageRate("满意率（含基本满意）", self.satisfied, self.rated),
        )

    def _sum(self, timings: Iterable[Timing]) -> int:
        return sum(self.count(timing) for timing in timings)


@dataclass(slots=True)
class _Tally:
    timings: Counter[Timing] = field(default_factory=Counter)
    states: Counter[MessageState] = field(default_factory=Counter)
    perfunctory: int = 0
    satisfied: int = 0
    rated: int = 0


def message_figures(
    messages: Iterable[Message],
    totals: Iterable[MessageTotals],
    *,
    platforms: Platforms,
    span: MessageSpan,
    as_of: date,
) -> MessageFigures:
    """The figures of what was received inside the span, as it stands at the end of `as_of`."""
    listed = tuple(messages)
    readings = [read_message(each, platforms, as_of) for each in listed if span.holds(each.received)]
    return figures_of(readings, totals, listed=listed, span=span, as_of=as_of)


def figures_of(
    readings: Iterable[MessageReading],
    totals: Iterable[MessageTotals],
    *,
    listed: Iterable[Message],
    span: MessageSpan,
    as_of: date,
) -> MessageFigures:
    """As `message_figures`, of messages already read; `listed` are all there are, so that totals do not count them again."""
    tally, remarks = _Tally(), []
    for reading in readings:
        if reading.timing is not Timing.LATER and span.holds(reading.message.received):
            _add_message(tally, reading, as_of)
            remarks.extend([reading.reason] if reading.timing is Timing.UNTOLD else [])
    known = tuple(listed)
    for each in totals:
        refusal = why_not_counted(each, known, span)
        if refusal is None:
            _add_totals(tally, each)
        elif refusal:
            remarks.append(refusal)
    return MessageFigures(
        span=span,
        as_of=as_of,
        timings=tally.timings,
        states=tally.states,
        perfunctory=tally.perfunctory,
        satisfied=tally.satisfied,
        rated=tally.rated,
        remarks=tuple(dict.fromkeys(remarks)),
    )


def why_not_counted(totals: MessageTotals, listed: Sequence[Message], span: MessageSpan) -> str | None:
    """None for totals that count; empty for those of other days; else why they are left out, in one sentence."""
    if totals.last_day < span.first or totals.first_day > span.last:
        return ""
    days = f"{totals.first_day} 至 {totals.last_day} 的汇总数"
    if not (span.holds(totals.first_day) and span.holds(totals.last_day)):
        return f"{days}只有一部分在统计期内，没有计入；请调整统计期或分段填写。"
    is_listed = any(
        message.subject_id == totals.subject_id
        and message.platform == totals.platform
        and totals.first_day <= message.received <= totals.last_day
        for message in listed
    )
    return f"{days}所在的平台和日期已有逐条留言，汇总数没有计入。" if is_listed else None


def _add_message(tally: _Tally, reading: MessageReading, as_of: date) -> None:
    message = reading.message
    tally.timings[reading.timing] += 1
    tally.states[state_on(message, as_of)] += 1
    if reading.timing is Timing.INVALID:
        return
    tally.perfunctory += message.is_perfunctory
    tally.rated += message.satisfaction is not Satisfaction.NONE
    tally.satisfied += message.satisfaction in _CONTENT


def state_on(message: Message, day: date) -> MessageState:
    """What it was on that day: an answer that came later is not there yet, and one that came makes it answered."""
    if message.state is MessageState.INVALID or message.answered is None:
        return message.state
    if message.answered > day:
        return MessageState.IN_WORK
    return MessageState.ANSWERED if message.state is MessageState.IN_WORK else message.state


def _add_totals(tally: _Tally, totals: MessageTotals) -> None:
    tally.timings[Timing.IN_TIME] += totals.in_time
    tally.timings[Timing.LATE] += totals.late
    tally.timings[Timing.IN_WORK] += totals.in_work
    tally.timings[Timing.OVERDUE] += totals.overdue
    tally.states[MessageState.ANSWERED] += totals.in_time + totals.late
    tally.states[MessageState.IN_WORK] += totals.in_work + totals.overdue
    for word, count in totals.others:
        state = _STATE_OF_WORD.get(word, MessageState.ANSWERED)
        is_invalid = state is MessageState.INVALID
        tally.timings[Timing.INVALID if is_invalid else Timing.CLOSED_UNDATED] += count
        tally.states[state] += count
    tally.rated += totals.rated or 0
    tally.satisfied += totals.satisfied or 0
