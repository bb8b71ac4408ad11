"""Where a message stands on a day."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.clocks.answer_limit import AnswerLimit
from workbench.clocks.message_clock import (
    CLOSED_TIMINGS,
    OVERDUE_TIMINGS,
    Timing,
    read_message,
    timing_on,
)
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message import Message, MessageState

THREE = AnswerLimit.parse("3wd")
MONDAY = date(2025, 3, 3)
NOBODY = UUID(int=0)
DAYS = st.dates(date(2019, 1, 1), date(2025, 6, 1))


def message(received: date = MONDAY, answered: date | None = None, **cells: object) -> Message:
    made = Message(
        id=NOBODY, subject_id=NOBODY, platform="jiucuo", number="1", received=received, answered=answered
    )
    state = MessageState.ANSWERED if answered else MessageState.IN_WORK
    return replace(made, **({"state": state} | cells))  # type: ignore[arg-type]  # the cells a test is about


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (date(2025, 3, 2), Timing.LATER),
        (date(2025, 3, 3), Timing.IN_WORK),
        (date(2025, 3, 6), Timing.IN_WORK),
        (date(2025, 3, 7), Timing.OVERDUE),
        (date(2025, 6, 3), Timing.OVERDUE),
        (date(2025, 6, 4), Timing.OVER_THREE_MONTHS),
    ],
)
def test_an_unanswered_message(day: date, timing: Timing) -> None:
    assert timing_on(message(), THREE, day) is timing


@pytest.mark.parametrize(
    ("answered", "timing"),
    [
        (date(2025, 3, 3), Timing.IN_TIME),
        (date(2025, 3, 6), Timing.IN_TIME),
        (date(2025, 3, 7), Timing.LATE),
        (date(2025, 9, 1), Timing.LATE),
    ],
)
def test_an_answered_message(answered: date, timing: Timing) -> None:
    assert timing_on(message(answered=answered), THREE, date(2025, 10, 1)) is timing


def test_an_answer_after_the_day_is_not_known_yet() -> None:
    assert timing_on(message(answered=date(2025, 3, 20)), THREE, date(2025, 3, 10)) is Timing.OVERDUE


def test_states_without_a_day() -> None:
    day = date(2025, 10, 1)
    for state in (MessageState.ANSWERED, MessageState.NOT_PUBLIC, MessageState.UNTRUE):
        assert timing_on(message(state=state), THREE, day) is Timing.CLOSED_UNDATED
    assert timing_on(message(state=MessageState.INVALID), THREE, day) is Timing.INVALID


def test_the_inner_limit_warns_before_the_outer_one_ends() -> None:
    platforms = message_platforms()
    on_thursday = read_message(message(), platforms, date(2025, 3, 6))
    assert (on_thursday.timing, on_thursday.is_past_inner) == (Timing.IN_WORK, True)
    assert on_thursday.due == date(2025, 3, 6)
    assert not read_message(message(), platforms, date(2025, 3, 5)).is_past_inner
    assert read_message(message(answered=date(2025, 3, 6)), platforms, date(2025, 9, 1)).is_past_inner


def test_an_unknown_year_is_refused_and_never_guessed() -> None:
    held = read_message(message(received=date(2098, 12, 30)), message_platforms(), date(2099, 1, 20))
    assert held.timing is Timing.UNTOLD
    assert held.due is None
    assert "放假调休安排" in held.reason


def test_what_hangs_on_no_holiday_is_told_all_the_same() -> None:
    platforms = message_platforms()
    quick = message(received=date(2099, 1, 5), answered=date(2099, 1, 7))
    assert read_message(quick, platforms, date(2099, 2, 1)).timing is Timing.IN_TIME
    old = message(received=date(2099, 1, 5))
    assert read_message(old, platforms, date(2099, 9, 1)).timing is Timing.OVER_THREE_MONTHS


def test_a_platform_nobody_has_listed_has_no_limit() -> None:
    held = read_message(message(platform="elsewhere"), message_platforms(), date(2025, 3, 20))
    assert held.timing is Timing.UNTOLD
    assert "没有登记办理时限" in held.reason
    assert held.platform_name == "elsewhere"


@given(DAYS, st.integers(0, 200), st.integers(0, 60))
def test_time_only_makes_an_open_message_worse(received: date, age: int, more: int) -> None:
    order = [Timing.IN_WORK, Timing.OVERDUE, Timing.OVER_THREE_MONTHS]
    sooner = timing_on(message(received), THREE, received + timedelta(days=age))
    later = timing_on(message(received), THREE, received + timedelta(days=age + more))
    assert order.index(sooner) <= order.index(later)


@given(DAYS, st.integers(0, 200), st.integers(0, 60))
def test_an_answer_settles_it_for_good(received: date, taken: int, more: int) -> None:
    answered = received + timedelta(days=taken)
    then = timing_on(message(received, answered), THREE, answered)
    assert then in CLOSED_TIMINGS
    assert timing_on(message(received, answered), THREE, answered + timedelta(days=more)) is then


@given(DAYS, st.integers(0, 120))
def test_answered_on_the_last_open_day_is_in_time(received: date, age: int) -> None:
    day = received + timedelta(days=age)
    is_overdue = timing_on(message(received), THREE, day) in OVERDUE_TIMINGS
    is_late = timing_on(message(received, day), THREE, day) is Timing.LATE
    assert is_overdue is is_late
