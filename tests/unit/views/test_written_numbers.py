"""Digits in every dress come down to numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.written_numbers import chinese_number, chinese_year, plain

ONES = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        (ONES[tens] if tens > 1 else "") + ("十" if tens else "") + (ONES[ones] if ones or not tens else "")
    )


@pytest.mark.parametrize(
    ("text", "year"), [("二〇一九", 2019), ("二零二六", 2026), ("一九九八", 1998), ("二○○一", 2001)]
)
def test_years(text: str, year: int) -> None:
    assert chinese_year(text) == year


@given(st.integers(1, 99))
def test_numbers_below_a_hundred(number: int) -> None:
    assert chinese_number(in_chinese(number)) == number


@pytest.mark.parametrize(("text", "number"), [("廿三", 23), ("卅一", 31), ("二十", 20), ("十", 10)])
def test_old_forms(text: str, number: int) -> None:
    assert chinese_number(text) == number


@given(st.text())
def test_places_stay_what_they_were(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_full_width_becomes_plain() -> None:
    assert plain("２０１８．１２／０４－０５：３０") == "2018.12/04-05:30"
