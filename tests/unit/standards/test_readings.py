"""Open disputes: what still vetoes, which number is shown, what brackets it."""

from decimal import Decimal

import pytest

from tests.unit.standards.inspection_desk import Desk, line_of, pack
from workbench.domain.charge import Charge
from workbench.domain.decision import DecisionOutcome
from workbench.domain.verdict import Outcome

BODY = """
[[indicator]]
code = "V"
name = "栏目不更新"
part = "veto"
  [[indicator.rule]]
  code = "V.serious"
  when = "严重问题"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "V.blank"
  when = "空白达到5个"
  at_least = 5
  sum_of = ["blank"]
  certainty = "confirmed"

[[indicator]]
code = "N"
name = "基本信息"
part = "deduct"
  [[indicator.rule]]
  code = "stale"
  when = "未更新"
  price = "4"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "blank"
  when = "空白"
  price = "5"
  certainty = "confirmed"

[[indicator]]
code = "J"
name = "创新"
part = "bonus"
  [[indicator.rule]]
  code = "new"
  when = "有创新"
  price = "3"
  certainty = "confirmed"
"""


@pytest.fixture
def desk() -> Desk:
    """Two inspectors who found nothing yet."""
    made = Desk(pack(BODY, "bonus_above = 80\nbonus_cap = 5"))
    made.pass_rest("甲")
    made.pass_rest("乙")
    return made


def test_two_who_agree_are_as_one(desk: Desk) -> None:
    desk.find("stale", "c1", by="甲")
    desk.find("stale", "c1", by="乙")
    scored = desk.score()
    assert (scored.number, scored.disputed, scored.result.value) == (Decimal(96), (), "合格")
    assert (scored.low, scored.high) == (None, None)


def test_an_open_dispute_is_provisional_between_union_and_cheapest_side(desk: Desk) -> None:
    desk.find("stale", "c1", "c2", by="甲")
    desk.find("stale", "c2", "c3", "c4", by="乙")
    scored = desk.score()
    assert (scored.result.value, scored.disputed) == ("暂定", ("N",))
    assert (scored.number, scored.low, scored.high) == (Decimal(84), Decimal(84), Decimal(92))
    assert line_of(scored, "stale").places == ("c1", "c2", "c3", "c4")


def test_counts_without_place_never_add_up_across_inspectors(desk: Desk) -> None:
    desk.find("stale", count=2, by="甲")
    desk.find("stale", count=3, by="乙")
    scored = desk.score()
    assert (scored.low, scored.high) == (Decimal(88), Decimal(92))


def test_a_settlement_decides(desk: Desk) -> None:
    desk.find("stale", "c1", "c2", by="甲")
    desk.find("stale", "c3", by="乙")
    desk.settle("N", Outcome.FAIL, [Charge("stale", "c1")])
    scored = desk.score()
    assert (scored.result.value, scored.number, scored.disputed) == ("合格", Decimal(96), ())


def test_a_settlement_that_passes_costs_nothing(desk: Desk) -> None:
    desk.find("stale", "c1", by="甲")
    desk.settle("N", Outcome.PASS)
    assert desk.score().number == 100


def test_a_later_change_opens_the_dispute_again(desk: Desk) -> None:
    desk.find("stale", "c1", by="甲")
    desk.settle("N", Outcome.PASS)
    desk.find("stale", "c2", by="甲")
    assert desk.score().result.value == "暂定"


def test_a_disputed_veto_fails_nobody_but_shows_as_the_low_end(desk: Desk) -> None:
    desk.say("V", Outcome.FAIL, "甲")
    scored = desk.score()
    assert (scored.result.value, scored.vetoes) == ("暂定", ())
    assert (scored.number, scored.low, scored.high) == (Decimal(100), None, Decimal(100))


def test_a_veto_that_both_see_at_different_places_is_no_question(desk: Desk) -> None:
    desk.find("V.serious", "p1", by="甲")
    desk.find("V.serious", "p2", by="乙")
    assert desk.score().result.value == "不合格"


def test_a_pool_vetoes_by_what_all_sides_hold(desk: Desk) -> None:
    desk.find("blank", "c1", "c2", "c3", "c4", "c5", "c6", by="甲")
    desk.find("blank", "c1", "c2", "c3", "c4", "c5", by="乙")
    assert [veto.count for veto in desk.score().vetoes] == [5]


def test_a_pool_that_only_the_union_fills_is_the_low_end(desk: Desk) -> None:
    desk.find("blank", "c1", "c2", "c3", by="甲")
    desk.find("blank", "c3", "c4", "c5", by="乙")
    scored = desk.score()
    assert (scored.result.value, scored.low, scored.high) == ("暂定", None, Decimal(85))


def test_confirmed_by_one_and_dismissed_by_the_other_is_a_dispute(desk: Desk) -> None:
    proposal = desk.propose("stale", "c1")
    desk.decide(proposal, DecisionOutcome.CONFIRMED, "甲")
    desk.decide(proposal, DecisionOutcome.DISMISSED, "乙")
    scored = desk.score()
    assert (scored.result.value, scored.low, scored.high) == ("暂定", Decimal(96), Decimal(100))


def test_a_disputed_bonus_counts_for_the_high_end_only(desk: Desk) -> None:
    desk.find("new", by="甲")
    scored = desk.score()
    assert (scored.number, scored.low, scored.high) == (Decimal(100), Decimal(100), Decimal(103))


def test_a_settled_doubt_is_no_answer(desk: Desk) -> None:
    desk.find("stale", "c1", by="甲")
    desk.settle("N", Outcome.DOUBTFUL)
    assert desk.score().unanswered == ("N",)
