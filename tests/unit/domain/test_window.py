from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.window import Window


@pytest.mark.parametrize("text", ["14d", "6mo", "1y", "3mo"])
def test_the_text_form_goes_both_ways(text: str) -> None:
    assert str(Window.parse(text)) == text


@pytest.mark.parametrize("text", ["", "0d", "d", "-1d", "14", "14 d", "6m", "1.5y", "99999d", "１４d ago"])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="14d、6mo 或 1y"):
        Window.parse(text)


@pytest.mark.parametrize(
    ("text", "as_of", "first"),
    [
        ("14d", date(2026, 3, 1), date(2026, 2, 15)),
        ("6mo", date(2026, 8, 31), date(2026, 2, 28)),
        ("6mo", date(2028, 8, 31), date(2028, 2, 29)),
        ("1y", date(2028, 2, 29), date(2027, 2, 28)),
        ("3mo", date(2026, 1, 15), date(2025, 10, 15)),
        ("12mo", date(2026, 1, 31), date(2025, 1, 31)),
    ],
)
def test_the_first_day_is_counted_back_as_people_do(text: str, as_of: date, first: date) -> None:
    assert Window.parse(text).first_day(as_of) == first


WINDOWS = st.builds(Window, st.integers(1, 60), st.sampled_from(["d", "mo", "y"]))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(window=WINDOWS, as_of=DAYS)
def test_both_ends_are_inside_and_what_lies_beyond_is_not(window: Window, as_of: date) -> None:
    first = window.first_day(as_of)
    assert first < as_of
    assert window.contains(first, as_of=as_of)
    assert window.contains(as_of, as_of=as_of)
    assert not window.contains(first - timedelta(days=1), as_of=as_of)
    assert not window.contains(as_of + timedelta(days=1), as_of=as_of)


@given(window=WINDOWS, as_of=DAYS)
def test_a_later_point_never_begins_earlier(window: Window, as_of: date) -> None:
    assert window.first_day(as_of) <= window.first_day(as_of + timedelta(days=1))


def test_it_is_told_in_words() -> None:
    words = {text: Window.parse(text).in_words() for text in ("14d", "10d", "6mo", "1y")}
    assert words == {"14d": "2周", "10d": "10天", "6mo": "6个月", "1y": "1年"}
