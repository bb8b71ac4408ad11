"""Dates are found in every form sites write them, and nowhere else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.date_words import (
    FIRST_YEAR,
    LAST_YEAR,
    find_compact_dates,
    find_full_dates,
    find_month_days,
    find_relative_dates,
    real_day,
)

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)).filter(lambda day: day.year != 1970)
FORMS = (
    "{0:%Y-%m-%d}",
    "{0.year}-{0.month}-{0.day}",
    "{0.year}/{0.month}/{0.day}",
    "{0:%Y.%m.%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year} 年 {0.month} 月 {0.day} 日",
    "{0:%Y年%m月%d}",
    "[{0:%Y-%m-%d}]",
    "标题{0:%Y-%m-%d}",
    "{0:%Y-%m-%d} 10:20:30",
    "{0:%Y-%m-%d}10:20",
    "{0:%Y-%m-%d}T10:20:30",
    "发布时间：{0:%Y/%m/%d}。",
)


@given(DAYS, st.sampled_from(FORMS), st.booleans())
def test_reads_what_was_written(day: date, form: str, full_width: bool) -> None:
    text = form.format(day)
    if full_width:
        text = text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    assert [mention.day for mention in find_full_dates(text)] == [day]


@given(DAYS, st.text(alphabet="通知公告（）", max_size=10), st.text(alphabet="通知公告（）", max_size=10))
def test_says_where_it_stands(day: date, before: str, after: str) -> None:
    text = f"{before}{day:%Y年%m月%d日}{after}"
    mention = next(find_full_dates(text))
    assert text[mention.start : mention.end] == mention.words == f"{day:%Y年%m月%d日}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇一九年九月十六日", date(2019, 9, 16)),
        ("二○二○年十二月三十一日", date(2020, 12, 31)),
        ("二零二一年一月十日", date(2021, 1, 10)),
        ("2018．12．04", date(2018, 12, 4)),
        ("2020–01–02", date(2020, 1, 2)),
        ("2020年1月2号", date(2020, 1, 2)),
    ],
)
def test_rarer_forms(text: str, day: date) -> None:
    assert [mention.day for mention in find_full_dates(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "2020年20.6",
        "1970-01-01",
        "1970-01-01 08:00:00",
        "2020-02-30",
        "2020-13-01",
        "0001-01-01",
        "1900-01-01",
        "v2020.1.2.3",
        "2020-01-021",
    ]
    + [
        "12020-01-02",
        "2020-01",
        "2020年1月",
        "2020年第12期",
        "192.168.20.20",
        "0898-65375321",
        "二〇一九年九月",
        "二〇一九年十三月一日",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert list(find_full_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("01-02", 1, 2), ("[1-2]", 1, 2), ("12月3日", 12, 3), ("10/23", 10, 23), ("02.29", 2, 29)],
)
def test_month_and_day(text: str, month: int, day: int) -> None:
    (mention,) = find_month_days(text)
    assert (mention.day.month, mention.day.day) == (month, day)


@pytest.mark.parametrize(
    "text", ["1/20", "1.2", "13-01", "02-30", "2020-01-02", "10:30-11:30", "0123-4567890", "2月"]
)
def test_what_is_no_month_and_day(text: str) -> None:
    assert list(find_month_days(text)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天 10:20", date(2026, 1, 5)),
        ("昨天", date(2026, 1, 4)),
        ("前天", date(2026, 1, 3)),
        ("3天前", date(2026, 1, 2)),
        ("２周前", date(2025, 12, 22)),
        ("5小时前", date(2026, 1, 5)),
        ("1个月前", date(2025, 12, 6)),
    ],
)
def test_days_ago(text: str, day: date) -> None:
    assert [mention.day for mention in find_relative_dates(text, as_of=date(2026, 1, 5))] == [day]


@pytest.mark.parametrize("text", ["今天是个好日子", "999年前", "提前3天"])
def test_what_is_no_day_ago(text: str) -> None:
    assert list(find_relative_dates(text, as_of=date(2026, 1, 5))) == []


def test_compact_dates() -> None:
    assert [mention.day for mention in find_compact_dates("20200102")] == [date(2020, 1, 2)]
    assert list(find_compact_dates("202001023")) == []
    assert list(find_compact_dates("20201302")) == []


@given(st.integers(0, 3000), st.integers(0, 20), st.integers(0, 40))
def test_a_real_day_is_in_the_calendar(year: int, month: int, day: int) -> None:
    found = real_day(year, month, day)
    assert found is None or (found.year, found.month, found.day) == (year, month, day)


@given(st.text(alphabet="0123456789年月日-/.：: 〇一二三四五六七八九十今昨前天周", max_size=80))
def test_any_text_is_searched_without_harm(text: str) -> None:
    for mention in [
        *find_full_dates(text),
        *find_month_days(text),
        *find_relative_dates(text, as_of=date(2026, 1, 5)),
    ]:
        assert text[mention.start : mention.end] == mention.words
