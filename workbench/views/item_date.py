"""Which of an item's dates is the day it was published, and in which year, where the page shows month and day only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.views.date_spots import DateSpot
from workbench.views.date_words import DateForm, real_day
from workbench.views.url_dates import url_date

_YEAR_HEADING = re.compile(r"^\D{0,4}((?:19|20)\d\d)\s*年?(?:度)?\D{0,4}$")
_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ItemDate:
    day: date
    source: str


def item_date(spots: Sequence[DateSpot], *, url: str, heading: str, as_of: date) -> ItemDate:
    """`heading` is what stands above the list, where a year may stand; `spots` is not empty."""
    surest = max(spot.strength for spot in spots)
    dated = [_resolved(spot, url, heading, as_of) for spot in spots if spot.strength == surest]
    # Written and published side by side: nothing is published before it is written; what lies ahead is no publication.
    past = [found for found in dated if found.day <= as_of]
    return (
        max(past or dated, key=lambda found: found.day) if past else min(dated, key=lambda found: found.day)
    )


def _resolved(spot: DateSpot, url: str, heading: str, as_of: date) -> ItemDate:
    if spot.form is not DateForm.MONTH_DAY:
        counted = spot.form is DateForm.RELATIVE
        return ItemDate(spot.day, f"{spot.words}（按 {as_of} 推算）" if counted else spot.words)
    found = _YEAR_HEADING.match(heading.strip())
    day = _in_year(spot.day, int(found[1])) if found else None
    if day is not None:
        return ItemDate(day, f"{spot.words}（年份取自列表上方的“{heading.strip()}”）")
    hint = url_date(url)
    if hint is not None:
        return ItemDate(_nearest(spot.day, hint, as_of), f"{spot.words}（年份取自链接地址）")
    return ItemDate(_latest(spot.day, as_of), f"{spot.words}（未标年份，按最近的年份推算）")


def _in_year(day: date, year: int) -> date | None:
    return real_day(year, day.month, day.day)


def _nearest(day: date, hint: date, as_of: date) -> date:
    """The year that brings the day closest to what the address names, not after tomorrow."""
    years = (hint.year - 1, hint.year, hint.year + 1)
    choices = [
        found for year in years if (found := _in_year(day, year)) is not None and found <= as_of + _TOMORROW
    ]
    return min(choices, key=lambda found: abs((found - hint).days), default=_latest(day, as_of))


def _latest(day: date, as_of: date) -> date:
    """The last such day before `as_of`; 29 February goes back to a leap year."""
    for year in range(as_of.year, as_of.year - 9, -1):
        found = _in_year(day, year)
        if found is not None and found <= as_of:
            return found
    return day
