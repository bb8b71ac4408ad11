"""Selectors are read or refused in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WrongUseError
from workbench.views.css_selector import Compound, parse_selector


def test_a_chain_of_all_sorts_of_marks() -> None:
    steps = parse_selector("DIV#a.b > ul li.c.d:nth-child(2n+1) ~ *[href^='x']")[0]
    assert [step.joint for step in steps] == [" ", ">", " ", "~"]
    assert steps[0].compound == Compound("div", ids=("a",), classes=("b",))
    assert steps[2].compound.classes == ("c", "d")
    assert steps[3].compound.attributes == (("href", "^=", "x"),)


def test_escaped_and_chinese_names() -> None:
    assert parse_selector(r".a\:b.列表")[0][0].compound.classes == ("a:b", "列表")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2n+1", [1, 3, 5]),
        ("odd", [1, 3, 5]),
        ("even", [2, 4]),
        ("3", [3]),
        ("n+4", [4, 5]),
        ("-n+2", [1, 2]),
    ],
)
def test_places_are_counted(text: str, numbers: list[int]) -> None:
    place = parse_selector(f"li:nth-child({text})")[0][0].compound.places[0]
    assert [number for number in range(1, 6) if place.holds(number)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "li[",
        "li,",
        ",li",
        "> li",
        "li >",
        "li:has(a)",
        "li::before",
        "a{}",
        "<li>",
        "li:nth-child(x)",
        "a" * 3000,
        "a " * 90,
    ],
)
def test_what_is_no_selector_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(WrongUseError) as refusal:
        parse_selector(text)
    assert str(refusal.value).endswith("。")
    assert str(refusal.value).count("。") == 1


def test_only_a_relative_selector_begins_with_a_joint() -> None:
    assert parse_selector("+ dd a", is_relative=True)[0][0].joint == "+"


@given(st.text(alphabet=st.sampled_from(" .#[]()>+~,:*\"'=^$|nth-child2li\\公\x00"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        steps = parse_selector(text, is_relative=True)
    except WrongUseError:
        return
    assert all(alternative for alternative in steps)
