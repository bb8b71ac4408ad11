"""Working days of the country with their make-up days (调休); a year nobody has published yet is refused, never guessed."""

from datetime import date, timedelta
from functools import cache

import chinese_calendar

from workbench.errors import EnvironmentFaultError

_DAY = timedelta(days=1)


class CalendarUnknownError(EnvironmentFaultError):
    """The program does not hold the holidays of that year."""


@cache
def is_working_day(day: date) -> bool:
    """Whether offices work on `day`.

    Raises:
        CalendarUnknownError: the holidays of its year are not known here.
    """
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError as error:
        raise CalendarUnknownError(
            f"程序里没有{day.year}年的放假调休安排，算不出这一年的工作日，请更新程序后再看。"
        ) from error


@cache
def working_day_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`; `day` itself does not count.

    Raises:
        CalendarUnknownError: the way there leads through a year that is not known here.
        ValueError: `count` is negative.
    """
    if count < 0:
        raise ValueError("a limit does not run backwards")
    reached = day
    while count:
        reached += _DAY
        count -= is_working_day(reached)
    return reached
