"""Results and gates: who gets a number, who passes, what is still open."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.unit.standards.inspection_desk import Desk, line_of, pack
from workbench.domain.decision import DecisionOutcome
from workbench.domain.score import Score
from workbench.domain.subject import SubjectKind, SubjectState
from workbench.domain.verdict import Outcome
from workbench.standards.scoring import score

BODY = """
[[indicator]]
code = "V"
name = "否决项"
part = "veto"
  [[indicator.rule]]
  code = "V"
  when = "严重问题"
  certainty = "confirmed"

[[indicator]]
code = "D"
name = "扣分项"
part = "deduct"
applies_to = ["portal", "channel"]
  [[indicator.rule]]
  code = "point"
  when = "一处一分"
  price = "1"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "cent"
  when = "一处百分之一分"
  price = "0.01"
  certainty = "confirmed"

[[indicator]]
code = "S"
name = "办事指南"
group = "办事服务"
part = "deduct"
applies_to = ["portal", "channel"]
  [[indicator.rule]]
  code = "guide"
  when = "缺要素"
  price = "2"
  certainty = "confirmed"

[[indicator]]
code = "A"
name = "建议"
part = "advice"
  [[indicator.rule]]
  code = "hint"
  when = "可以更好"

[[indicator]]
code = "J"
name = "创新"
part = "bonus"
applies_to = ["portal"]
  [[indicator.rule]]
  code = "new"
  when = "有创新"
  price = "20"
  certainty = "confirmed"
"""
SCORING = """
bonus_above = 80
bonus_cap = 30
scored_kinds = ["portal"]
without_service = {skip = "办事服务", times = 4, over = 3}
"""
STANDARD = pack(BODY, SCORING)


def desk(kind: SubjectKind = SubjectKind.PORTAL, *, has_service: bool = True) -> Desk:
    made = Desk(STANDARD, kind=kind, has_service=has_service)
    made.pass_rest()
    return made


def lost(points: int, cents: int = 0, *, has_service: bool = True, bonus: bool = False) -> Score:
    table = desk(has_service=has_service)
    if points:
        table.find("point", count=points)
    if cents:
        table.find("cent", count=cents)
    if bonus:
        table.find("new")
    return table.score()


def test_nobody_has_looked() -> None:
    scored = Desk(STANDARD).score()
    assert scored.result.value == "未完成"
    assert scored.unanswered == ("V", "D", "S")
    assert (scored.is_ranked, scored.counts_in_rates) == (False, False)


def test_all_is_well() -> None:
    scored = lost(0)
    assert (scored.result.value, scored.number, scored.is_ranked) == ("合格", Decimal(100), True)
    assert scored.steps == ("基准分100分，共扣0分，得100分。",)


@pytest.mark.parametrize(
    ("points", "cents", "result"), [(40, 0, "合格"), (40, 1, "不合格"), (39, 99, "合格")]
)
def test_exactly_the_pass_line_passes(points: int, cents: int, result: str) -> None:
    assert lost(points, cents).result.value == result


def test_the_number_never_falls_below_zero() -> None:
    assert lost(250).number == 0


@pytest.mark.parametrize(
    ("points", "cents", "number"), [(20, 0, "80"), (19, 99, "100.01"), (0, 0, "120"), (30, 0, "70")]
)
def test_bonus_counts_strictly_above_its_gate(points: int, cents: int, number: str) -> None:
    assert lost(points, cents, bonus=True).number == Decimal(number)


def test_bonus_stops_at_its_cap() -> None:
    table = desk()
    table.find("new", "a", "b")
    scored = table.score()
    assert (scored.number, scored.deduct_part, scored.bonus_part) == tuple(map(Decimal, (130, 100, 30)))
    assert scored.steps[-1] == "高于80分，计入加分30分（最多30分）。"


def test_below_the_gate_no_bonus_answer_is_wanted() -> None:
    table = Desk(STANDARD)
    table.say("V", Outcome.PASS)
    table.say("S", Outcome.PASS)
    table.find("point", count=20)
    assert table.score().result.value == "合格"
    table.find("new")
    assert line_of(table.score(), "new").reason == "未到加分线，不计加分"


@pytest.mark.parametrize(
    ("points", "number", "result"), [(30, "60", "合格"), (31, None, "不合格"), (15, "80", "合格")]
)
def test_without_service_the_rest_is_stretched_exactly(points: int, number: str | None, result: str) -> None:
    scored = lost(points, has_service=False, bonus=True)
    assert scored.result.value == result
    if number is not None:
        assert scored.number == Decimal(number)


def test_without_service_the_gate_looks_at_the_stretched_value() -> None:
    assert lost(14, has_service=False).deduct_part == Decimal(244) / 3
    assert lost(14, has_service=False, bonus=True).bonus_part == 20
    assert lost(15, has_service=False, bonus=True).bonus_part == 0


def test_without_service_its_indicators_are_neither_wanted_nor_charged() -> None:
    table = Desk(STANDARD, has_service=False)
    for indicator in ("V", "D", "J"):
        table.say(indicator, Outcome.PASS)
    table.find("guide", count=3)
    scored = table.score()
    assert (scored.number, scored.result.value, scored.unanswered) == (Decimal(100), "合格", ())
    assert line_of(scored, "guide").amount == 0
    assert scored.steps[0].startswith("没有办事服务职能，不计“办事服务”：（75－0）×4÷3")


def test_a_kind_outside_scoring_passes_by_the_veto_part_alone() -> None:
    table = desk(SubjectKind.DEPARTMENT_SITE)
    table.find("point", count=70)
    scored = table.score()
    assert (scored.number, scored.deduct_part, scored.result.value) == (None, None, "合格")
    assert (scored.is_ranked, scored.counts_in_rates) == (False, True)


def test_a_kind_outside_scoring_still_answers_what_applies_to_it() -> None:
    table = Desk(STANDARD, kind=SubjectKind.CHANNEL)
    table.say("V", Outcome.PASS)
    assert table.score().unanswered == ("D", "S")


def test_a_subject_no_indicator_applies_to_is_not_checked() -> None:
    assert desk(SubjectKind.ACCOUNT).score().result.value == "未检查"


@pytest.mark.parametrize("changes", [{"is_drawn": False}, {"state": SubjectState.REBUILD}])
def test_what_is_not_inspected_is_not_scored(changes: dict[str, object]) -> None:
    table = desk()
    subject = replace(table.subject, **changes)  # type: ignore[arg-type]  # by name
    scored = score(STANDARD, subject, verdicts=table.verdicts, findings=(), decisions=(), settlements=())
    assert (scored.result.value, scored.number, scored.trace) == ("未检查", None, ())


def test_not_applicable_is_an_answer_that_costs_nothing() -> None:
    table = desk()
    table.say("D", Outcome.NOT_APPLICABLE)
    assert table.score().result.value == "合格"


def test_doubt_is_no_answer() -> None:
    table = desk()
    table.say("D", Outcome.DOUBTFUL)
    scored = table.score()
    assert (scored.result.value, scored.unanswered, scored.number) == ("未完成", ("D",), Decimal(100))


def test_advice_is_shown_and_never_scored() -> None:
    table = desk()
    table.find("hint")
    scored = table.score()
    assert (scored.number, line_of(scored, "hint").reason) == (Decimal(100), "只作建议，不计分")


def test_an_open_proposal_keeps_the_score_open_and_costs_nothing() -> None:
    table = desk()
    proposal = table.propose("point", "https://a.cn/x")
    scored = table.score()
    assert (scored.result.value, scored.open_proposals, scored.number) == ("未完成", 1, Decimal(100))
    table.decide(proposal, DecisionOutcome.CONFIRMED)
    scored = table.score()
    assert (scored.result.value, scored.open_proposals, scored.number) == ("合格", 0, Decimal(99))


def test_a_dismissed_proposal_costs_nothing() -> None:
    table = desk()
    table.decide(table.propose("point", "https://a.cn/x"), DecisionOutcome.DISMISSED)
    scored = table.score()
    assert (scored.result.value, scored.number) == ("合格", Decimal(100))


@pytest.mark.parametrize(("rule", "is_seen"), [("point", False), ("unknown", True), ("", True)])
def test_proposals_that_do_not_wait(rule: str, is_seen: bool) -> None:
    table = desk()
    table.propose(rule, "https://a.cn/x", is_seen=is_seen)
    assert table.score().open_proposals == 0


def test_a_problem_no_rule_prices_costs_nothing() -> None:
    table = desk()
    table.find("", "https://a.cn/x")
    table.find("of another standard")
    assert table.score().number == 100


def test_disputes_that_cannot_matter_do_not_make_it_provisional() -> None:
    table = desk(SubjectKind.DEPARTMENT_SITE)
    table.find("point", by="甲")
    table.say("D", Outcome.PASS, "乙")
    table.say("A", Outcome.FAIL, "乙")
    scored = table.score()
    assert (scored.result.value, scored.disputed) == ("合格", ())


def test_the_trace_follows_the_standard() -> None:
    table = desk()
    for rule in ("new", "hint", "guide", "cent", "point"):
        table.find(rule)
    assert [line.rule for line in table.score().trace] == ["point", "cent", "guide", "hint", "new"]
