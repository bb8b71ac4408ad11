"""Finds dates in the words of a page, in every form Chinese sites write them; impossible ones are no dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workbench.views.written_numbers import chinese_number, chinese_year, plain

FIRST_YEAR, LAST_YEAR = 1949, 2099
# What content systems write where nobody filled in a date.
_DEFAULTS = frozenset({date(1970, 1, 1), date(1970, 1, 2)})

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_NUMERIC = re.compile(
    _YEAR
    + r"(?:\s*年\s*(?P<m1>\d{1,2})\s*月\s*(?P<d1>\d{1,2})(?!\d)\s*日?"
    + r"|\s?[-/.]\s?(?P<m2>\d{1,2})\s?[-/.]\s?(?P<d2>\d{1,2})(?:(?=\d\d:\d\d)|(?!\d|\.\d)))"
)
_CHINESE = re.compile(
    r"([一二][〇零○Ｏ一二三四五六七八九0]{3})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十廿卅]{1,3})\s*日?"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.年/-])(\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d.月/-])")
_MONTH_DAY = re.compile(
    r"(?<![\d.年/-])(?:(?P<m1>\d{1,2})\s*月\s*(?P<d1>\d{1,2})\s*日?|(?P<m2>\d{1,2})\s?-\s?(?P<d2>\d{1,2})"
    r"|(?P<m3>\d\d)\s?[/.]\s?(?P<d3>\d\d))(?![\d.月/-])"
)
_AGO = re.compile(r"(?<!\d)(\d{1,3})\s*(分钟|小时|天|日|个?星期|周|个?月|年)\s*[以之]?前")
_DAYS_AGO = {"分钟": 0, "小时": 0, "天": 1, "日": 1, "星期": 7, "周": 7, "月": 30, "年": 365}
_LONGEST_AGO = 365 * 30
_DAY_WORDS = re.compile(r"今[天日](?!是)|昨[天日]|前天|刚刚")
_WORD_AGE = {"今": 0, "刚": 0, "昨": 1, "前": 2}
_HAS_DIGIT = re.compile(r"[\d〇○]|[一二][零一二三四五六七八九]|今[天日]|昨[天日]|前天|刚刚")


class DateForm(StrEnum):
    FULL = "full"
    MONTH_DAY = "month-day"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date in a text. A month and day without year has its year still to be found; `day` then holds a leap year's."""

    day: date
    start: int
    end: int
    form: DateForm
    words: str


def find_full_dates(text: str) -> Iterator[DateMention]:
    """Dates that carry their year, in the order of the text."""
    if not _HAS_DIGIT.search(text):
        return
    text_plain = plain(text)
    found = [_numeric(match) for match in _NUMERIC.finditer(text_plain)]
    if "年" in text_plain:
        found += [_chinese(match) for match in _CHINESE.finditer(text_plain)]
    for mention in sorted((m for m in found if m is not None), key=lambda mention: mention.start):
        yield DateMention(
            mention.day, mention.start, mention.end, mention.form, text[mention.start : mention.end]
        )


def find_compact_dates(text: str) -> Iterator[DateMention]:
    """20200102: only to be looked for where nothing but a date can stand."""
    for match in _COMPACT.finditer(text):
        day = real_day(int(match[1]), int(match[2]), int(match[3]))
        if day is not None:
            yield DateMention(day, match.start(), match.end(), DateForm.FULL, match[0])


def find_short_years(text: str, *, as_of: date) -> Iterator[DateMention]:
    """26-01-02: only to be looked for where nothing but a date can stand."""
    for match in _SHORT_YEAR.finditer(plain(text)):
        day = real_day(2000 + int(match[1]), int(match[3]), int(match[4]))
        if day is not None and day.year <= as_of.year + 1:
            yield DateMention(
                day, match.start(), match.end(), DateForm.FULL, text[match.start() : match.end()]
            )


def find_month_days(text: str) -> Iterator[DateMention]:
    """MM-DD, 1月2日: only to be looked for beside the title of an item."""
    for match in _MONTH_DAY.finditer(plain(text)):
        month, day = (int(part) for part in match.groups() if part is not None)
        held = real_day(2000, month, day)
        if held is not None:
            words = text[match.start() : match.end()]
            yield DateMention(held, match.start(), match.end(), DateForm.MONTH_DAY, words)


def find_relative_dates(text: str, *, as_of: date) -> Iterator[DateMention]:
    """今天, 昨天, 3天前 counted back from `as_of`: only to be looked for beside the title of an item."""
    for match in _AGO.finditer(plain(text)):
        days = int(match[1]) * _DAYS_AGO[match[2].removeprefix("个")]
        if days < min(_LONGEST_AGO, as_of.toordinal()):
            day = as_of - timedelta(days=days)
            yield DateMention(day, match.start(), match.end(), DateForm.RELATIVE, match[0])
    for match in _DAY_WORDS.finditer(text if as_of.year >= FIRST_YEAR else ""):
        day = as_of - timedelta(days=_WORD_AGE[match[0][0]])
        yield DateMention(day, match.start(), match.end(), DateForm.RELATIVE, match[0])


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or it is a system's default."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found in _DEFAULTS else found


def _numeric(match: re.Match[str]) -> DateMention | None:
    month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    found = real_day(int(match[1]), int(month), int(day))
    return DateMention(found, *match.span(), DateForm.FULL, "") if found else None


def _chinese(match: re.Match[str]) -> DateMention | None:
    found = real_day(chinese_year(match[1]), chinese_number(match[2]), chinese_number(match[3]))
    return DateMention(found, *match.span(), DateForm.FULL, "") if found else None
