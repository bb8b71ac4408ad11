"""The two shipped packs, cell by cell where a figure is known, and their silence where it is not."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.unit.standards.inspection_desk import Desk
from workbench.domain.column import ColumnClass
from workbench.domain.standard import Certainty, Part, Per, Rule, Standard
from workbench.domain.subject import SubjectKind
from workbench.domain.verdict import Outcome
from workbench.standards.pack_reader import list_standards, load_standard

OLD = load_standard("national-2015")
NEW = load_standard("national-2019")


def rule(standard: Standard, code: str) -> Rule:
    found = standard.rule(code)
    assert found is not None, code
    return found


def test_every_shipped_pack_is_sound() -> None:
    assert [(listing.id, listing.problems) for listing in list_standards() if listing.is_shipped] == [
        ("national-2015", ()),
        ("national-2019", ()),
    ]


# ── 2015 ──

PRICES_2015 = [
    # code, price, per, certainty, window
    ("U1", "5", Per.PERCENT, Certainty.UNVERIFIED, "7d"),
    ("U2.home", "1", Per.ITEM, Certainty.DERIVED, ""),
    ("U2.other", "0.1", Per.ITEM, Certainty.DERIVED, ""),
    ("N1", "5", Per.ONCE, Certainty.DERIVED, "14d"),
    ("N2a", "3", Per.ITEM, Certainty.DERIVED, "14d"),
    ("N2b", "4", Per.ITEM, Certainty.DERIVED, "6mo"),
    ("N2c", "5", Per.ITEM, Certainty.DERIVED, "1y"),
    ("N2d", "5", Per.ITEM, Certainty.DERIVED, ""),
    ("N2e", "1", Per.ITEM, Certainty.UNVERIFIED, ""),
    ("R1.none", "5", Per.ONCE, Certainty.CONFIRMED, ""),
    ("R1.empty", "5", Per.ONCE, Certainty.DERIVED, "1y"),
    ("R2.none", "5", Per.ONCE, Certainty.DERIVED, "1y"),
    ("R2.few", "3", Per.ONCE, Certainty.DERIVED, "1y"),
    ("R3.none", "5", Per.ONCE, Certainty.DERIVED, "1y"),
    ("R3.few", "3", Per.ONCE, Certainty.DERIVED, "1y"),
    ("B1", "2", Per.ITEM, Certainty.CONFIRMED, ""),
    ("B2", None, Per.ITEM, Certainty.UNVERIFIED, ""),
    ("B3", "1", Per.ITEM, Certainty.UNVERIFIED, ""),
    ("B4", "3", Per.ITEM, Certainty.UNVERIFIED, ""),
]


@pytest.mark.parametrize(("code", "price", "per", "certainty", "window"), PRICES_2015)
def test_prices_of_2015(code: str, price: str | None, per: Per, certainty: Certainty, window: str) -> None:
    found = rule(OLD, code)
    assert found.price == (None if price is None else Decimal(price))
    assert (found.per, found.certainty, str(found.window or "")) == (per, certainty, window)


def test_the_rules_of_2015_are_all_told() -> None:
    vetoes = ["V1", "V2", "V3.stale", "V3.long", "V3.blank", "V4", "V5"]
    told = [r.code for i in OLD.indicators if i.part is not Part.ADVICE for r in i.rules]
    assert told == vetoes + [code for code, *_ in PRICES_2015]
    assert not OLD.scoring.is_capped
    assert (OLD.scoring.start, OLD.scoring.fail_below) == (Decimal(100), Decimal(60))
    assert OLD.scoring.bonus_above is None


def at_any_level(*classes: str) -> set[str]:
    return {f"{each}{level}" for each in classes for level in ("", ".lower")}


def watched(standard: Standard, code: str) -> set[str]:
    observes = rule(standard, code).observes
    assert observes is not None
    return set(observes.aspects)


EVERY_ASPECT = at_any_level(*ColumnClass)


def test_columns_of_2015() -> None:
    assert watched(OLD, "N2a") == at_any_level("news")
    assert watched(OLD, "N2b") == at_any_level("notice", "policy", "interpretation")
    assert watched(OLD, "N2c") == at_any_level("personnel_plan", "statistics")
    assert watched(OLD, "N2d") == EVERY_ASPECT


def test_a_guide_element_of_2015_costs_once_and_eight_at_most() -> None:
    desk = Desk(OLD)
    desk.pass_rest()
    for number in range(9):
        desk.find("B1", "guide a", "guide b", element=f"要素{number}")
    assert desk.score().number == 84


@pytest.mark.parametrize(
    ("found", "result", "vetoed_by"),
    [
        ({"N2a": 3, "N2b": 1}, "合格", []),
        ({"N2a": 3, "N2b": 2}, "不合格", ["V3.stale"]),
        ({"N2c": 9}, "不合格", []),
        ({"N2b": 4, "N2c": 6}, "不合格", ["V3.long"]),
        ({"N2d": 5}, "不合格", ["V3.blank"]),
        ({"N2d": 4, "N2a": 4, "U2.home": 8}, "合格", []),
        ({"N2d": 4, "N2a": 4, "U2.home": 9}, "不合格", []),
    ],
)
def test_results_under_2015(found: dict[str, int], result: str, vetoed_by: list[str]) -> None:
    desk = Desk(OLD)
    desk.pass_rest()
    for code, count in found.items():
        desk.find(code, count=count)
    scored = desk.score()
    assert (scored.result.value, [veto.rule for veto in scored.vetoes]) == (result, vetoed_by)


def test_accounts_have_no_indicator_under_2015() -> None:
    assert OLD.applicable_to(SubjectKind.ACCOUNT) == ()


# ── 2019 ──


def test_the_frame_of_2019() -> None:
    scoring = NEW.scoring
    assert (scoring.start, scoring.fail_below, scoring.is_capped) == (Decimal(100), Decimal(60), True)
    assert (scoring.bonus_above, scoring.bonus_cap) == (Decimal(80), Decimal(30))
    assert scoring.scored_kinds == (SubjectKind.PORTAL,)
    assert scoring.without_service is not None
    assert (scoring.without_service.times, scoring.without_service.over) == (4, 3)
    assert Counter(i.part for i in NEW.indicators) == {
        Part.VETO: 10,
        Part.DEDUCT: 28,
        Part.BONUS: 6,
        Part.ADVICE: 6,
    }


def test_who_is_judged_by_what_in_2019() -> None:
    sites = set(SubjectKind) - {SubjectKind.ACCOUNT}
    for indicator in NEW.indicators:
        if indicator.part is Part.ADVICE:
            continue
        kinds = {"W": sites, "M": {SubjectKind.ACCOUNT}}.get(indicator.code[0], {SubjectKind.PORTAL})
        assert set(indicator.applies_to) == kinds, indicator.code


def test_the_few_prices_of_2019_that_are_known() -> None:
    priced = {
        r.code: r.price
        for i in NEW.indicators
        if i.part not in (Part.VETO, Part.ADVICE)
        for r in i.rules
        if r.certainty is not Certainty.UNVERIFIED
    }
    assert priced == {"P5.stale": 5, "S2.stale": 2, "I3.stale": 3}
    assert {i.points_certainty for i in NEW.indicators} == {Certainty.UNVERIFIED}


def test_the_unsure_vetoes_of_2019_only_warn() -> None:
    unsure = [
        r.code
        for i in NEW.indicators
        if i.part is Part.VETO
        for r in i.rules
        if r.certainty is Certainty.UNVERIFIED
    ]
    assert unsure == ["W6.guides", "W6.few", "M1.rest", "M2.app"]


def test_lower_columns_are_pooled_for_ten_and_not_for_five() -> None:
    five, ten = rule(NEW, "W4a"), rule(NEW, "W4b")
    assert (five.at_least, ten.at_least) == (5, 10)
    lower = [
        r.code
        for i in NEW.indicators
        for r in i.rules
        if r.observes and r.observes.aspects in (("notice.lower",), ("policy.lower",))
    ]
    assert len(lower) == 2
    assert not set(lower) & set(five.sum_of)
    assert set(lower) <= set(ten.sum_of)


def test_a_department_is_vetoed_by_columns_that_cost_it_nothing() -> None:
    desk = Desk(NEW, kind=SubjectKind.DEPARTMENT_SITE)
    desk.pass_rest()
    desk.find("P4.stale", "c1", "c2", "c3")
    desk.find("P9.notice", "c4")
    desk.find("P9.notice_lower", "c5", "c6")
    scored = desk.score()
    assert (scored.result.value, scored.number, scored.unverified) == ("合格", None, ())
    assert [(d.label, int(d.have)) for d in scored.distances] == [
        ("应更新栏目", 4),
        ("长期未更新栏目", 6),
        ("空白栏目", 0),
        ("要素不全的办事指南", 0),
    ]
    desk.find("P5.stale", "c7")
    assert [veto.rule for veto in desk.score().vetoes] == ["W4a"]


def test_a_portal_of_2019_is_provisional_as_soon_as_a_guess_would_cost() -> None:
    desk = Desk(NEW)
    desk.pass_rest()
    desk.find("P5.stale")
    assert (desk.score().number, desk.score().result.value) == (Decimal(95), "合格")
    desk.find("F3.home", count=3)
    scored = desk.score()
    assert (scored.number, scored.result.value, scored.unverified) == (Decimal(95), "暂定", ("F3.home",))


def test_an_account_of_2019_passes_or_fails() -> None:
    desk = Desk(NEW, kind=SubjectKind.ACCOUNT)
    desk.pass_rest()
    assert (desk.score().result.value, desk.score().number) == ("合格", None)
    desk.say("M2", Outcome.FAIL)
    assert [veto.rule for veto in desk.score().vetoes] == ["M2"]


def test_without_service_a_quarter_is_skipped() -> None:
    skipped = {i.code for i in NEW.applicable_to(SubjectKind.PORTAL)} - {
        i.code for i in NEW.applicable_to(SubjectKind.PORTAL, has_service=False)
    }
    assert skipped == {"S1", "S2", "S3", "S4", "S5"}


@pytest.mark.parametrize("standard", [OLD, NEW], ids=lambda standard: standard.id)
def test_a_watched_column_has_a_window_and_only_columns_there_are(standard: Standard) -> None:
    for found in (r for i in standard.indicators for r in i.rules if r.observes is not None):
        assert found.observes is not None
        if found.observes.check == "stale-column":
            assert found.window is not None, found.code
        if found.observes.check in ("stale-column", "blank-column"):
            assert set(found.observes.aspects) <= EVERY_ASPECT
