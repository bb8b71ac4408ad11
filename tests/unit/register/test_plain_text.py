"""Cells lose what nobody sees and keep what people wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.plain_text import half_width, plain_text, refuse_formula, refuse_long, says_nothing


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("  示例市　教育局 ", "示例市 教育局"),
        ("示例市\n教育局", "示例市教育局"),
        ("\ufeff示\u200b例\x07", "示例"),
        ("a\nb", "a b"),
        ("（一）室", "（一）室"),
    ],
)
def test_plain_text(written: str, meant: str) -> None:
    assert plain_text(written) == meant


@given(st.text())
def test_plain_text_is_one_clean_line_and_stays_itself(written: str) -> None:
    text = plain_text(written)
    assert text == plain_text(text)
    assert text == text.strip()
    assert "\n" not in text


def test_half_width() -> None:
    assert half_width("ｗｗｗ．４６０１：　") == "www.4601: "


def test_ways_to_say_nothing() -> None:
    assert all(says_nothing(text) for text in ("无", "-", "—", "暂无", " / ", "N/A"))
    assert not any(says_nothing(text) for text in ("", "无锡市", "0"))


def test_formulas_and_long_texts_are_refused() -> None:
    with pytest.raises(FaultyRowError, match="“首页网址”是没有算出结果的公式“=A1”"):
        refuse_formula(" =A1", word="首页网址")
    with pytest.raises(FaultyRowError, match="公式出错（#REF!）"):
        refuse_formula("#REF!", word="首页网址")
    with pytest.raises(FaultyRowError, match="超过500个字"):
        refuse_long("长" * 501, word="网站名称")
    refuse_formula("http://a.gov.cn/?a=1", word="首页网址")


def test_quoting_is_short_and_on_one_line() -> None:
    assert quoted("a\nb\x00c") == "“a b c”"
    assert len(quoted("长" * 100)) == 43
