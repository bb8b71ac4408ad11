"""What holds for every score, whatever was found."""

from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.standards.inspection_desk import Desk, pack
from workbench.domain.decision import DecisionOutcome
from workbench.domain.score import Score
from workbench.domain.standard import Standard

BODY = """
[[indicator]]
code = "V"
name = "栏目不更新"
part = "veto"
  [[indicator.rule]]
  code = "V.pool"
  when = "达到6个"
  at_least = 6
  sum_of = ["a1", "a2"]
  certainty = "confirmed"

[[indicator]]
code = "A"
name = "甲类"
part = "deduct"
points = "12"
points_certainty = "confirmed"
  [[indicator.rule]]
  code = "a1"
  when = "甲一"
  price = "3"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "a2"
  when = "甲二"
  price = "0.1"
  cap = "2"
  certainty = "derived"

[[indicator]]
code = "B"
name = "乙类"
part = "deduct"
  [[indicator.rule]]
  code = "few"
  when = "较少"
  price = "3"
  per = "once"
  certainty = "confirmed"
  exclusive_with = ["none"]
  [[indicator.rule]]
  code = "none"
  when = "没有"
  price = "5"
  per = "once"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "parts"
  when = "缺要素"
  price = "2"
  cap = "16"
  distinct_by = "element"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "unsure"
  when = "分值不明"
  price = "7"

[[indicator]]
code = "J"
name = "创新"
part = "bonus"
  [[indicator.rule]]
  code = "new"
  when = "有创新"
  price = "9"
  certainty = "confirmed"
"""
UNTIMED = settings(deadline=None)
STANDARD = pack(BODY, "capped = true\nbonus_above = 80\nbonus_cap = 30")
COSTING = ("a1", "a2", "few", "none", "parts", "unsure")

findings = st.tuples(
    st.sampled_from(COSTING),
    st.sampled_from(("", "p1", "p2", "p3", "p4", "p5")),
    st.integers(1, 30),
    st.sampled_from(("", "地点", "时间")),
)
Found = tuple[str, str, int, str]


def scored(
    found: list[Found], *, bonuses: int = 0, by: tuple[str, ...] = ("甲",), standard: Standard = STANDARD
) -> Score:
    desk = Desk(standard)
    for inspector in by:
        desk.pass_rest(inspector)
        for rule, place, count, element in found:
            desk.find(rule, place, count=count, element=element, by=inspector)
        for number in range(bonuses):
            desk.find("new", f"b{number}", by=inspector)
    return desk.score()


def standing(score: Score) -> Decimal:
    """A veto is lower than any number."""
    return Decimal(-1) if score.number is None else score.number


@UNTIMED
@given(st.lists(findings, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(found: list[Found], random: Random) -> None:
    shuffled = found.copy()
    random.shuffle(shuffled)
    assert scored(found) == scored(shuffled)


@UNTIMED
@given(st.lists(findings, max_size=8), findings)
def test_one_more_finding_never_raises_the_number(found: list[Found], more: Found) -> None:
    assert standing(scored([*found, more])) <= standing(scored(found))


@UNTIMED
@given(st.lists(findings.filter(lambda one: one[1] != ""), max_size=8))
def test_the_same_problem_at_the_same_place_costs_once(found: list[Found]) -> None:
    assert scored(found + found) == scored(found)


@UNTIMED
@given(st.lists(findings, max_size=8), st.integers(0, 5))
def test_a_number_stays_within_its_bounds(found: list[Found], bonuses: int) -> None:
    score = scored(found, bonuses=bonuses)
    if score.number is None:
        assert score.vetoes
        assert score.result.value == "不合格"
    else:
        assert 0 <= score.number <= 130


@UNTIMED
@given(st.lists(findings, max_size=8), st.integers(0, 5))
def test_the_trace_adds_up_to_the_number(found: list[Found], bonuses: int) -> None:
    score = scored(found, bonuses=bonuses)
    taken = sum(line.amount for line in score.trace if line.rule != "new")
    if score.deduct_part is None:
        assert taken == 0
    else:
        assert score.deduct_part == 100 - taken


@UNTIMED
@given(st.lists(findings, max_size=8))
def test_every_charged_rule_is_in_the_trace(found: list[Found]) -> None:
    assert {line.rule for line in scored(found).trace} == {rule for rule, *_ in found}


@UNTIMED
@given(st.lists(findings, max_size=8))
def test_two_inspectors_who_agree_equal_one(found: list[Found]) -> None:
    assert scored(found, by=("甲", "乙")) == scored(found)


@UNTIMED
@given(st.lists(findings, max_size=6))
def test_dismissed_findings_cost_nothing(found: list[Found]) -> None:
    desk = Desk(STANDARD)
    desk.pass_rest()
    for rule, place, *_ in dict.fromkeys(found):
        desk.decide(desk.propose(rule, place), DecisionOutcome.DISMISSED)
    assert desk.score() == scored([])


@UNTIMED
@given(st.lists(findings, max_size=5), st.lists(findings, max_size=5))
def test_a_dispute_is_bracketed_by_what_its_sides_say(one: list[Found], other: list[Found]) -> None:
    desk = Desk(STANDARD)
    for inspector, found in (("甲", one), ("乙", other)):
        desk.pass_rest(inspector)
        for rule, place, count, element in found:
            desk.find(rule, place, count=count, element=element, by=inspector)
    together = desk.score()
    low = Decimal(-1) if together.low is None else together.low
    if together.disputed and together.high is not None and not together.vetoes:
        assert low <= together.high
        assert low <= min(standing(scored(one)), standing(scored(other)))
