"""Which vetoes fire: charged, answered, pooled, unverified."""

from decimal import Decimal

import pytest

from tests.unit.standards.inspection_desk import Desk, line_of, pack
from workbench.domain.subject import SubjectKind
from workbench.domain.verdict import Outcome

BODY = """
[[indicator]]
code = "V2"
name = "网站不更新"
part = "veto"
  [[indicator.rule]]
  code = "V2"
  when = "首页2周未更新"
  certainty = "confirmed"

[[indicator]]
code = "V3"
name = "栏目不更新"
part = "veto"
  [[indicator.rule]]
  code = "V3.stale"
  when = "未更新栏目达到3个"
  at_least = 3
  sum_of = ["news", "policy"]
  certainty = "confirmed"
  [[indicator.rule]]
  code = "V3.blank"
  label = "空白栏目"
  when = "空白栏目达到5个"
  at_least = 5
  sum_of = ["blank"]
  certainty = "derived"

[[indicator]]
code = "V9"
name = "记不清的否决"
part = "veto"
  [[indicator.rule]]
  code = "V9"
  when = "某种情形"
  certainty = "unverified"

[[indicator]]
code = "N2"
name = "基本信息"
part = "deduct"
applies_to = ["portal"]
  [[indicator.rule]]
  code = "news"
  when = "要闻未更新"
  price = "3"
  certainty = "confirmed"
  [[indicator.rule]]
  code = "policy"
  when = "政策未更新"
  price = "?"
  [[indicator.rule]]
  code = "blank"
  when = "空白"
  price = "5"
  certainty = "confirmed"
"""


@pytest.fixture
def desk() -> Desk:
    made = Desk(pack(BODY))
    made.pass_rest()
    return made


def test_a_veto_stops_scoring_and_keeps_the_findings_in_sight(desk: Desk) -> None:
    desk.find("V2", "https://a.cn/")
    desk.find("news", "col 1")
    scored = desk.score()
    assert (scored.result.value, scored.number, scored.deduct_part) == ("不合格", None, None)
    assert [(veto.rule, veto.places) for veto in scored.vetoes] == [("V2", ("https://a.cn/",))]
    line = line_of(scored, "news")
    assert (line.count, line.amount, line.reason) == (1, Decimal(0), "单项否决，不再计分")


def test_a_veto_is_told_once(desk: Desk) -> None:
    desk.find("V2")
    assert [line.rule for line in desk.score().trace] == []


def test_a_bare_fail_fires_the_first_rule(desk: Desk) -> None:
    desk.say("V3", Outcome.FAIL)
    assert [(veto.rule, veto.count) for veto in desk.score().vetoes] == [("V3.stale", 1)]


def test_a_pool_fires_at_its_number_and_not_before(desk: Desk) -> None:
    desk.find("news", "c1", "c2")
    assert desk.score().vetoes == ()
    desk.find("policy", "c3")
    assert [(veto.rule, veto.count, veto.places) for veto in desk.score().vetoes] == [
        ("V3.stale", 3, ("c1", "c2", "c3"))
    ]


def test_a_pool_counts_one_place_once_under_whatever_rules(desk: Desk) -> None:
    desk.find("news", "c1", "c2")
    desk.find("policy", "c1", "c2")
    assert desk.score().vetoes == ()


def test_a_pool_adds_counts_without_a_place(desk: Desk) -> None:
    desk.find("news", count=2)
    desk.find("policy")
    assert [veto.count for veto in desk.score().vetoes] == [3]


def test_a_pool_fires_although_nobody_answered_the_veto() -> None:
    desk = Desk(pack(BODY))
    desk.find("blank", count=5)
    scored = desk.score()
    assert (scored.result.value, [veto.rule for veto in scored.vetoes]) == ("不合格", ["V3.blank"])
    assert "V3" not in scored.unanswered


def test_a_pool_that_does_not_fire_still_wants_an_answer() -> None:
    desk = Desk(pack(BODY))
    desk.find("blank")
    assert "V3" in desk.score().unanswered


def test_a_pool_counts_where_nothing_is_scored(desk: Desk) -> None:
    desk.kind = SubjectKind.CHANNEL
    desk.find("blank", "c1", "c2", "c3", "c4")
    scored = desk.score()
    assert (scored.result.value, scored.number) == ("合格", None)
    assert line_of(scored, "blank").reason == "此类对象不计此项，只作记录"
    desk.find("blank", "c5")
    assert desk.score().result.value == "不合格"


def test_a_charge_under_the_pooled_rule_itself_needs_no_number(desk: Desk) -> None:
    desk.find("V3.blank")
    assert [veto.rule for veto in desk.score().vetoes] == ["V3.blank"]


def test_an_unverified_veto_warns_and_never_fails(desk: Desk) -> None:
    desk.find("V9", "https://a.cn/")
    scored = desk.score()
    assert (scored.result.value, scored.number, scored.vetoes) == ("合格", Decimal(100), ())
    assert [warning.rule for warning in scored.warnings] == ["V9"]


def test_a_bare_fail_of_an_unverified_veto_warns(desk: Desk) -> None:
    desk.say("V9", Outcome.FAIL)
    assert [warning.rule for warning in desk.score().warnings] == ["V9"]


def test_not_applicable_fires_nothing(desk: Desk) -> None:
    desk.say("V2", Outcome.NOT_APPLICABLE)
    scored = desk.score()
    assert (scored.vetoes, scored.unanswered) == ((), ())


def test_doubt_about_a_veto_is_no_veto(desk: Desk) -> None:
    desk.say("V2", Outcome.DOUBTFUL)
    desk.find("V2", "https://a.cn/")
    scored = desk.score()
    assert (scored.result.value, scored.vetoes, scored.unanswered) == ("未完成", (), ("V2",))
    assert line_of(scored, "V2").reason == "属单项否决，尚有存疑或争议"


def test_distances_count_towards_each_pool(desk: Desk) -> None:
    desk.find("blank", "c1", "c2")
    told = [(d.label, d.rule, int(d.have), int(d.need)) for d in desk.score().distances]
    assert told == [
        ("栏目不更新", "V3.stale", 0, 3),
        ("空白栏目", "V3.blank", 2, 5),
        ("及格线", "", 90, 60),
    ]


def test_a_vetoed_subject_is_told_no_distance_in_points(desk: Desk) -> None:
    desk.find("V2")
    assert [d.label for d in desk.score().distances] == ["栏目不更新", "空白栏目"]
