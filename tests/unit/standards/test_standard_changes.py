"""The running changes laid over a pinned standard: a set, whatever the order, and never half a standard."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.standard import Certainty, Per, Standard
from workbench.domain.standard_change import StandardChange
from workbench.domain.subject import SubjectKind
from workbench.errors import WrongUseError
from workbench.standards.cell_address import parse_address
from workbench.standards.pack_consistency import inconsistencies
from workbench.standards.pack_reader import load_standard
from workbench.standards.standard_cells import cells_of
from workbench.standards.standard_changes import (
    amend,
    refuse_unfit_change,
    with_values,
    with_wording,
)

PINNED = load_standard("national-2019")
CELLS = [str(cell.address) for cell in cells_of(PINNED)]
GOOD = {
    "fail_below": ("60", "80"),
    "bonus_above": ("80", "85.5"),
    "bonus_cap": ("10", "25"),
    "scored_kinds": ("portal", '["portal", "department_site"]'),
    "applies_to": ("portal", "department_site、portal"),
    "points": ("5", "7"),
    "price": ("0.5", "3"),
    "per": ("once", "item"),
    "cap": ("3", "16"),
    "window": ("7d", "1y"),
    "at_least": ("4", "6"),
    "when": ("换一种说法", "又一种说法"),
    "certainty": ("confirmed", "confirmed"),
}
BAD = ("", "?", "-3", "两周", "999999999", "unverified", "1e999999", "1e99999999999", "sNaN", "[]", "\x00")


def change(cell: str, value: str, *, device: str = "甲机", source: str = "原件第3页") -> StandardChange:
    return StandardChange(
        id=UUID(int=1),
        subject_id=None,
        cell=cell,
        value=value,
        source=source,
        inspector="苏组长",
        device=device,
        at=datetime(2026, 11, 20, tzinfo=UTC),
    )


@st.composite
def a_change(draw: st.DrawFn, *, is_good: bool = False) -> StandardChange:
    cell = draw(st.sampled_from(CELLS))
    good = GOOD[cell.rpartition("/")[2]]
    value = draw(st.sampled_from(good if is_good else (*good, *BAD)))
    return change(cell, value, device=draw(st.sampled_from(("甲机", "乙机"))))


CHANGES = st.lists(a_change(), max_size=6)


@given(CHANGES, st.randoms())
def test_the_order_does_not_matter(changes: list[StandardChange], chance: Random) -> None:
    mixed = list(changes)
    chance.shuffle(mixed)
    assert amend(PINNED, mixed) == amend(PINNED, changes)


@given(CHANGES)
def test_twice_is_once(changes: list[StandardChange]) -> None:
    once = amend(PINNED, changes).standard
    assert amend(PINNED, [*changes, *changes]).standard == once
    assert amend(once, changes).standard == once


@given(a_change(is_good=True), a_change(is_good=True))
def test_changes_of_different_cells_commute(one: StandardChange, other: StandardChange) -> None:
    if one.cell == other.cell:
        return
    first = amend(amend(PINNED, [one]).standard, [other]).standard
    second = amend(amend(PINNED, [other]).standard, [one]).standard
    assert first == second == amend(PINNED, [one, other]).standard


@given(CHANGES)
def test_whatever_comes_the_standard_makes_sense(changes: list[StandardChange]) -> None:
    assert inconsistencies(amend(PINNED, changes).standard) == ()


@given(CHANGES)
def test_what_is_refused_is_what_is_left_aside(changes: list[StandardChange]) -> None:
    unfit = amend(PINNED, changes).unfit
    for each in changes:
        if each in unfit:
            with pytest.raises(WrongUseError, match=r"。$"):
                refuse_unfit_change(PINNED, each)
        else:
            refuse_unfit_change(PINNED, each)


@given(st.text(max_size=60), st.sampled_from(CELLS), st.text(max_size=60))
def test_whatever_a_file_of_anyones_says_is_read_or_left_aside(odd: str, cell: str, value: str) -> None:
    for each in (change(odd, value), change(f"rule:{odd}/price", value), change(cell, value)):
        assert inconsistencies(amend(PINNED, [each]).standard) == ()


def test_two_values_for_one_cell_leave_it_as_pinned_and_say_so() -> None:
    one, other = change("scoring/fail_below", "70"), change("scoring/fail_below", "80", device="乙机")
    amended = amend(PINNED, [one, other, change("rule:P7/price", "2")])
    assert amended.standard.scoring.fail_below == Decimal(60)
    assert [str(cell) for cell in amended.disputed] == ["scoring/fail_below"]
    assert [str(cell) for cell in amended.standing] == ["rule:P7/price"]


def test_the_same_value_from_two_pcs_is_no_dispute() -> None:
    amended = amend(
        PINNED, [change("rule:P7/price", "2"), change("rule:P7/price", "2.0", device="乙机", source="另一页")]
    )
    assert not amended.disputed
    assert amended.standard.rule("P7") == replace(
        PINNED.rule("P7"),  # type: ignore[type-var]  # it is there, or the comparison fails
        price=Decimal(2),
        certainty=Certainty.CONFIRMED,
    )


def test_each_sort_of_cell() -> None:
    changed = amend(
        PINNED,
        [
            change("scoring/bonus_cap", "20"),
            change("scoring/scored_kinds", '["department_site", "portal"]'),
            change("indicator:P5/points", "8"),
            change("indicator:P5/applies_to", "portal, department_site"),
            change("rule:M2/window", "7d"),
            change("rule:W6.guides/certainty", "confirmed"),
            change("rule:P7/per", "once"),
            change("rule:W4a/at_least", "4"),
        ],
    ).standard
    both = (SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE)
    policy = changed.indicator("P5")
    assert policy is not None
    assert (policy.points, policy.points_certainty, policy.applies_to) == (
        Decimal(8),
        Certainty.CONFIRMED,
        both,
    )
    assert (changed.scoring.bonus_cap, changed.scoring.scored_kinds) == (Decimal(20), both)
    assert certainty_of(changed, "W6.guides") is Certainty.CONFIRMED
    assert [str(rule.window) for rule in (changed.rule("M2"),) if rule] == ["7d"]
    assert [rule.per for rule in (changed.rule("P7"),) if rule] == [Per.ONCE]
    assert [rule.at_least for rule in (changed.rule("W4a"),) if rule] == [4]


def test_a_window_does_not_make_a_guessed_price_certain() -> None:
    changed = amend(PINNED, [change("rule:P6.stale/window", "1y"), change("rule:P7/per", "once")]).standard
    assert certainty_of(changed, "P6.stale") is Certainty.UNVERIFIED
    assert certainty_of(changed, "P7") is Certainty.UNVERIFIED


def test_what_is_not_changed_is_the_very_same() -> None:
    changed = amend(PINNED, [change("rule:P7/price", "2")]).standard
    kept = [new is old for new, old in zip(changed.indicators, PINNED.indicators, strict=True)]
    assert kept.count(False) == 1


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("scoring/fail_below", "120", "没有网站能合格"),
        ("rule:P7/price", "?", "还不知道的"),
        ("rule:P7/price", "-1", "不写负号"),
        ("rule:P5.stale/window", "40y", "最长10年"),
        ("rule:P5.stale/certainty", "confirmed", "没有可改的"),
        ("rule:W6.guides/price", "1", "没有可改的"),
        ("rule:W6.guides/certainty", "unverified", "恢复原值"),
        ("rule:W4a/at_least", "0", "1到"),
        ("rule:P77/price", "1", "没有细则“P77”"),
        ("indicator:P55/points", "1", "是不是“P5”"),
        ("indicator:P5/applies_to", "gateway", "可用的有"),
        ("scoring/start", "100", "可用的有"),
        ("P7", "1", "写法不对"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(cell: str, value: str, told: str) -> None:
    with pytest.raises(WrongUseError, match=told):
        refuse_unfit_change(PINNED, change(cell, value))


def test_a_trial_lays_values_in_and_takes_cells_back() -> None:
    price, line = parse_address("rule:P7/price"), parse_address("scoring/fail_below")
    amended = amend(PINNED, [change("rule:P7/price", "2"), change("scoring/fail_below", "80")])
    trial = with_values(amended, {price: "3", line: None})
    assert trial.standard == amend(PINNED, [change("rule:P7/price", "3")]).standard
    with pytest.raises(WrongUseError, match="没有网站能合格"):
        with_values(amended, {line: "101"})


def test_the_sentence_follows_its_window_and_number() -> None:
    window, number = parse_address("rule:M2/window"), parse_address("rule:W4a/at_least")
    assert with_wording(PINNED, window, "7d") == {window: "7d", window.beside("when"): "1周内没有更新"}
    assert with_wording(PINNED, number, "4")[number.beside("when")].endswith("累计达到4个")
    assert with_wording(PINNED, window, "14d") == {window: "14d"}


def certainty_of(standard: Standard, code: str) -> Certainty | None:
    rule = standard.rule(code)
    return rule.certainty if rule else None
