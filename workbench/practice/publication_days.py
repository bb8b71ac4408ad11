"""On which days a column of the practice city published, told from the monitoring day backwards."""

from datetime import date, timedelta
from random import Random

from workbench.domain.column import ColumnClass

# Days before the monitoring day. A column in order stays inside the strictest window any standard knows for its class.
_AGES = {
    ColumnClass.NEWS: (1, 2, 4, 6, 8, 11, 24, 39),
    ColumnClass.NOTICE: (2, 7, 33, 58, 96),
    ColumnClass.POLICY: (5, 47, 118, 204, 290),
    ColumnClass.INTERPRETATION: (3, 45, 116, 200),
    ColumnClass.PERSONNEL_PLAN: (26, 150, 320),
    ColumnClass.STATISTICS: (8, 38, 69, 99),
    ColumnClass.SURVEY: (9, 70, 128, 190, 252, 318),
    ColumnClass.INTERVIEW: (10, 64, 122, 184, 246, 312),
}
_OTHER_AGES = (6, 35, 90)
_HISTORIC_DAYS = 1826
_SATURDAY = 5


def publication_days(
    column_class: ColumnClass,
    count: int,
    *,
    as_of: date,
    rng: Random,
    days_silent: int = 0,
    is_daily: bool = False,
    is_historic: bool = False,
) -> tuple[date, ...]:
    """`count` working days, newest first, none after `as_of`; with `days_silent` the newest is at least that long ago."""
    if is_daily:
        return tuple(as_of - timedelta(days=age) for age in range(count))
    first = _HISTORIC_DAYS if is_historic else days_silent
    ages = _ages(column_class, count, rng)
    return tuple(_working_day(as_of - timedelta(days=first + age)) for age in ages)


def _ages(column_class: ColumnClass, count: int, rng: Random) -> list[int]:
    known = _AGES.get(column_class, _OTHER_AGES)
    ages = [known[i] if i < len(known) else known[-1] + 21 * (i - len(known) + 1) for i in range(count)]
    # A day or two less tells the sites apart; never more, since the windows are measured to these.
    return sorted(age - rng.randint(0, min(age, 2)) for age in ages)


def _working_day(day: date) -> date:
    """Offices do not publish on Sundays and Saturdays: what falls there came out on the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
