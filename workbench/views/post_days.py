"""The days of posts in a pasted list: one line a post, in whatever form the platform shows its dates."""

from dataclasses import dataclass
from datetime import date

from workbench.views.date_words import (
    find_compact_dates,
    find_full_dates,
    find_month_days,
    find_relative_dates,
    real_day,
)

MOST_LINES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDays:
    """`days` newest first, each as often as it stands in the list; `unread` are lines that hold no date."""

    days: tuple[date, ...]
    unread: tuple[str, ...]


def read_post_days(text: str, *, as_of: date) -> PostDays:
    """One date a line. A month and day without a year is the latest such day not after `as_of`; 昨天 counts back from it."""
    days: list[date] = []
    unread: list[str] = []
    for line in text.splitlines()[:MOST_LINES]:
        words = line.strip()
        if not words:
            continue
        day = _day_of(words, as_of)
        if day is None:
            unread.append(words)
        else:
            days.append(day)
    return PostDays(days=tuple(sorted(days, reverse=True)), unread=tuple(unread))


def _day_of(line: str, as_of: date) -> date | None:
    for mention in (*find_full_dates(line), *find_compact_dates(line)):
        return mention.day
    for mention in find_month_days(line):
        return _latest(mention.day, as_of)
    for mention in find_relative_dates(line, as_of=as_of):
        return mention.day
    return None


def _latest(day: date, as_of: date) -> date | None:
    """The latest day of that month and day that is not after `as_of`; 29 February looks back to a leap year."""
    years = range(as_of.year, as_of.year - 9, -1)
    found = (real_day(year, day.month, day.day) for year in years)
    return next((each for each in found if each is not None and each <= as_of), None)
