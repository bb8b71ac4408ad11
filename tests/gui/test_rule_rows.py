"""The rows of the standard are plain values: every rule and every cell of the scoring, narrowed as asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from workbench.gui.standard_view.rule_rows import (
    RULE_FILTERS,
    RuleRow,
    rule_rows,
    scoring_in_words,
    unverified_cells,
)
from workbench.operations.change_standard import change_standard
from workbench.standards.pack_reader import load_standard
from workbench.standards.standard_changes import AmendedStandard

SOURCE = "原件第6页"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCampaign]:
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        yield made


@pytest.fixture(scope="module")
def national() -> AmendedStandard:
    standard = load_standard("national-2019")
    return AmendedStandard(pinned=standard, standard=standard)


def row_of(rows: tuple[RuleRow, ...], key: str) -> RuleRow:
    return next(row for row in rows if row.key == key)


def test_the_scoring_stands_before_the_rules(national: AmendedStandard) -> None:
    rows = rule_rows(national)
    assert [row.name for row in rows if row.rule is None] == ["及格线", "加分线", "加分上限", "计分的对象"]
    assert [row.part for row in rows if row.opens_part][:3] == ["评分规则", "单项否决", "扣分指标"]
    assert sum(row.rule is not None for row in rows) == sum(
        len(each.rules) for each in national.standard.indicators
    )


def test_every_unverified_cell_is_counted_once(national: AmendedStandard) -> None:
    rows = rule_rows(national, is_unverified_only=True)
    addresses = [line.address for row in rows for line in row.unverified]
    assert len(addresses) == len(set(addresses)) == unverified_cells(rule_rows(national))
    assert "indicator:P5/points" in addresses
    assert row_of(rows, "P5.stale").opens_indicator


def test_parts_and_words_narrow_together(national: AmendedStandard) -> None:
    rows = rule_rows(national, shows="veto", text="要素", is_unverified_only=True)
    assert {row.key for row in rows} == {"W6.guides", "W6.few"}
    assert rule_rows(national, shows="scoring", text="及格") == rule_rows(national, text="及格线")
    for shows in RULE_FILTERS:
        assert len(rule_rows(national, shows=shows)) <= len(rule_rows(national))


def test_a_changed_cell_says_who_when_and_from_what(small: SmallCampaign) -> None:
    change_standard(small.workspace, cell="rule:N2a/window", value="7d", source=SOURCE, by=LEAD)
    amended = small.workspace.amended_standard
    (row,) = rule_rows(amended, shows="changed")
    line = next(line for line in row.cells if line.title == "时间窗")
    assert (line.text, line.shipped, line.is_changed) == ("1周", "2周", True)
    assert line.told.startswith(f"{LEAD} 20")
    assert line.told.endswith(f"依据：{SOURCE}。原值2周。")
    assert row.changed.startswith(LEAD)
    assert row.when == "动态、要闻类栏目1周内未更新"


def test_the_row_opens_at_what_is_to_be_verified(small: SmallCampaign) -> None:
    amended = small.workspace.amended_standard
    assert row_of(rule_rows(amended), "B4").main.address == "rule:B4/price"
    assert row_of(rule_rows(amended), "B4").main.act == "核实"
    change_standard(small.workspace, cell="rule:B4/price", value="3", source=SOURCE, by=LEAD)
    assert row_of(rule_rows(small.workspace.amended_standard), "B4").unverified == ()


def test_a_confirmed_clause_is_done_with_and_a_derived_one_can_be_looked_up(
    national: AmendedStandard,
) -> None:
    rows = rule_rows(national)
    acts = {
        key: {line.title: line.act for line in row_of(rows, key).cells} for key in ("M2", "M4", "P5.stale")
    }
    assert (acts["M2"]["条款"], acts["M2"]["时间窗"], acts["M4"]["条款"]) == ("", "修改", "核实")
    assert (acts["P5.stale"]["扣分"], acts["P5.stale"]["指标分值"]) == ("修改", "核实")
    assert row_of(rows, "M2").main.title == "时间窗"
    assert row_of(rows, "W1").main.title == "适用对象"


def test_the_scoring_follows_the_changes(small: SmallCampaign) -> None:
    change_standard(small.workspace, cell="scoring/fail_below", value="80", source=SOURCE, by=LEAD)
    assert "低于 80 为不合格" in scoring_in_words(small.workspace.standard)
