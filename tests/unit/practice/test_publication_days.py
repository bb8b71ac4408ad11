"""Days of publication, for any monitoring day."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.column import ColumnClass
from workbench.practice.publication_days import publication_days

days = st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 12, 31))
classes = st.sampled_from(ColumnClass)
counts = st.integers(min_value=1, max_value=12)


@given(as_of=days, column_class=classes, count=counts, seed=st.integers(), silent=st.integers(0, 2000))
def test_working_days_newest_first_none_too_new(
    as_of: date, column_class: ColumnClass, count: int, seed: int, silent: int
) -> None:
    published = publication_days(column_class, count, as_of=as_of, rng=Random(seed), days_silent=silent)
    assert len(published) == count
    assert list(published) == sorted(published, reverse=True)
    assert (as_of - published[0]).days >= silent
    assert all(day.weekday() < 5 for day in published)


@given(as_of=days, seed=st.integers())
def test_six_items_of_a_news_column_are_of_the_last_two_weeks(as_of: date, seed: int) -> None:
    published = publication_days(ColumnClass.NEWS, 6, as_of=as_of, rng=Random(seed))
    assert all((as_of - day).days <= 14 for day in published)


@given(as_of=days)
def test_a_daily_column_misses_no_day(as_of: date) -> None:
    published = publication_days(ColumnClass.STATISTICS, 9, as_of=as_of, rng=Random(1), is_daily=True)
    assert [(as_of - day).days for day in published] == list(range(9))


@given(as_of=days, seed=st.integers())
def test_a_historic_topic_is_years_old(as_of: date, seed: int) -> None:
    published = publication_days(ColumnClass.TOPIC, 2, as_of=as_of, rng=Random(seed), is_historic=True)
    assert (as_of - published[0]).days > 5 * 365
