"""Working days: make-up days count, holidays do not, unknown years are refused; the arithmetic adds up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.clocks.answer_limit import AnswerLimit
from workbench.clocks.working_days import (
    CalendarUnknownError,
    is_working_day,
    working_day_after,
)

DAYS = st.dates(date(2019, 1, 1), date(2025, 10, 1))
COUNTS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 1, 26), True),  # Sunday worked for the Spring Festival
        (date(2025, 1, 27), True),
        (date(2025, 1, 28), False),
        (date(2025, 2, 4), False),
        (date(2025, 2, 8), True),  # Saturday
        (date(2025, 9, 28), True),  # Sunday before the National Day
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),  # Saturday after it
        (date(2025, 10, 12), False),
    ],
)
def test_holidays_and_make_up_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_three_working_days_over_the_national_day() -> None:
    # 30 September is a Tuesday; 1 to 8 October are free; 9, 10 and Saturday 11 are worked.
    assert working_day_after(date(2025, 9, 30), 3) == date(2025, 10, 11)


def test_a_year_nobody_has_published_is_refused_in_one_sentence() -> None:
    with pytest.raises(CalendarUnknownError, match="没有2099年的放假调休安排.*请更新程序"):
        is_working_day(date(2099, 1, 4))
    with pytest.raises(CalendarUnknownError):
        working_day_after(date(2098, 12, 30), 3)


def test_no_limit_runs_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        working_day_after(date(2025, 3, 3), -1)


@given(DAYS, COUNTS, COUNTS)
def test_counting_on_is_counting_together(day: date, first: int, second: int) -> None:
    assert working_day_after(working_day_after(day, first), second) == working_day_after(day, first + second)


@given(DAYS, st.integers(0, 30), COUNTS)
def test_who_comes_later_is_due_no_earlier(day: date, gap: int, count: int) -> None:
    assert working_day_after(day, count) <= working_day_after(day + timedelta(days=gap), count)


@given(DAYS, st.integers(1, 40))
def test_the_day_reached_is_worked_and_is_the_counted_one(day: date, count: int) -> None:
    reached = working_day_after(day, count)
    assert is_working_day(reached)
    assert sum(is_working_day(day + timedelta(days=n)) for n in range(1, (reached - day).days + 1)) == count
    assert reached >= day + timedelta(days=count)


def test_a_limit_is_written_and_read() -> None:
    assert AnswerLimit.parse("3wd").due_day(date(2025, 9, 30)) == date(2025, 10, 11)
    assert AnswerLimit.parse("15d").due_day(date(2025, 9, 30)) == date(2025, 10, 15)
    assert AnswerLimit.parse(" 7wd ").in_words() == "7个工作日"
    assert str(AnswerLimit.parse("15d")) == "15d"
    for wrong in ("3", "0wd", "3 wd", "wd", "-1d"):
        with pytest.raises(ValueError, match="3wd"):
            AnswerLimit.parse(wrong)
