"""What a charged rule costs: each cell of a rule in a small pack of its own."""

from decimal import Decimal

import pytest

from tests.unit.standards.inspection_desk import Desk, line_of, pack
from workbench.domain.verdict import Outcome

LINKS = """
[[indicator]]
code = "U2"
name = "链接可用性"
group = "网站可用性"
part = "deduct"
  [[indicator.rule]]
  code = "home"
  when = "首页链接打不开"
  price = "1"
  certainty = "derived"
  [[indicator.rule]]
  code = "other"
  when = "其他链接打不开"
  price = "0.1"
  certainty = "confirmed"
"""


def one_rule(cells: str, indicator_cells: str = "") -> str:
    return f"""
[[indicator]]
code = "X"
name = "某项"
part = "deduct"
{indicator_cells}
  [[indicator.rule]]
  code = "x"
  when = "有问题"
  certainty = "confirmed"
{cells}
"""


def desk(body: str, scoring: str = "") -> Desk:
    made = Desk(pack(body, scoring))
    made.pass_rest()
    return made


def test_price_times_count_is_exact() -> None:
    table = desk(LINKS)
    table.find("other", count=3)
    table.find("home", "https://a.cn/x", "https://a.cn/y")
    scored = table.score()
    assert scored.number == Decimal("97.7")
    assert [(line.rule, line.count, line.amount) for line in scored.trace] == [
        ("home", 2, Decimal(2)),
        ("other", 3, Decimal("0.3")),
    ]
    assert line_of(scored, "home").places == ("https://a.cn/x", "https://a.cn/y")
    assert line_of(scored, "home").clause == "网站可用性·链接可用性"


def test_one_place_is_one_problem() -> None:
    table = desk(LINKS)
    table.find("home", "https://a.cn/x", "HTTPS://A.cn:443/x#top")
    assert table.score().number == 99


def test_counts_without_a_place_add_up_for_one_inspector() -> None:
    table = desk(LINKS)
    table.find("home", count=2)
    table.find("home", count=3)
    assert table.score().number == 95


def test_once_is_charged_once() -> None:
    table = desk(one_rule('  price = "5"\n  per = "once"'))
    table.find("x", "p1", "p2", "p3")
    line = line_of(table.score(), "x")
    assert (line.count, line.amount, line.reason) == (3, Decimal(5), "只计一次")


def test_percent_counts_whole_percents() -> None:
    table = desk(one_rule('  price = "5"\n  per = "percent"'))
    table.find("x", count=4)
    assert table.score().number == 80


def test_a_rule_takes_no_more_than_its_cap() -> None:
    table = desk(one_rule('  price = "2"\n  cap = "16"'))
    table.find("x", count=9)
    line = line_of(table.score(), "x")
    assert (line.amount, line.cap, line.reason) == (Decimal(16), Decimal(16), "本条最多16分")


def test_the_same_element_missing_in_many_places_counts_once() -> None:
    table = desk(one_rule('  price = "2"\n  distinct_by = "element"'))
    table.find("x", "guide 1", "guide 2", element="申请条件")
    table.find("x", "guide 3", element="办理时间")
    line = line_of(table.score(), "x")
    assert (line.count, line.amount) == (3, Decimal(4))
    assert line.reason == "同一要素只计一次，计2类"


def test_an_element_nobody_named_counts_for_itself() -> None:
    table = desk(one_rule('  price = "2"\n  distinct_by = "element"'))
    table.find("x", count=3)
    assert table.score().number == 94


RIVALS = """
[[indicator]]
code = "R2"
name = "调查征集"
part = "deduct"
  [[indicator.rule]]
  code = "few"
  when = "较少"
  price = "3"
  certainty = "derived"
  [[indicator.rule]]
  code = "none"
  when = "没有"
  price = "5"
  certainty = "derived"
  exclusive_with = ["few"]
"""


def test_of_two_that_exclude_each_other_the_dearer_stays() -> None:
    table = desk(RIVALS)
    table.find("few")
    table.find("none")
    scored = table.score()
    assert scored.number == 95
    assert line_of(scored, "few").reason == "与none只扣较重的一项"


def test_an_unverified_rival_takes_nothing_away() -> None:
    table = desk(
        RIVALS.replace('price = "5"\n  certainty = "derived"', 'price = "5"\n  certainty = "unverified"')
    )
    table.find("few")
    table.find("none")
    assert table.score().number == 97


COLUMNS = """
[[indicator]]
code = "N2"
name = "基本信息"
part = "deduct"
  [[indicator.rule]]
  code = "stale"
  when = "未更新"
  price = "4"
  certainty = "confirmed"
  not_if_charged = ["blank"]
  [[indicator.rule]]
  code = "blank"
  when = "空白"
  price = "5"
  certainty = "confirmed"
"""


def test_a_place_charged_elsewhere_is_not_charged_again() -> None:
    table = desk(COLUMNS)
    table.find("stale", "col 1", "col 2")
    table.find("blank", "col 1")
    scored = table.score()
    assert scored.number == 91
    assert line_of(scored, "stale").reason == "1处已按blank计，不重复扣"


def test_without_places_nothing_is_known_to_be_the_same() -> None:
    table = desk(COLUMNS)
    table.find("stale")
    table.find("blank")
    assert table.score().number == 91


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ('  price = "?"', "单价未知，未计分"),
        ('  price = "5"\n  certainty = "unverified"', "单价未核实，未计分"),
    ],
)
def test_an_unverified_price_is_charged_nothing_and_named(cells: str, reason: str) -> None:
    body = one_rule(cells)
    if "unverified" in cells:
        body = body.replace('  certainty = "confirmed"\n', "", 1)
    table = desk(body)
    table.find("x")
    scored = table.score()
    assert (scored.number, scored.result.value, scored.unverified) == (Decimal(100), "暂定", ("x",))
    assert line_of(scored, "x").reason == reason


def test_an_unverified_price_nobody_charges_does_no_harm() -> None:
    table = desk(one_rule('  price = "?"'))
    assert table.score().result.value == "合格"


CAPPED = 'points = "5"\npoints_certainty = "confirmed"'


def test_an_indicator_takes_no_more_than_its_points() -> None:
    table = desk(LINKS.replace('part = "deduct"', f'part = "deduct"\n{CAPPED}'), "capped = true")
    table.find("home", count=4)
    table.find("other", count=30)
    scored = table.score()
    assert scored.number == 95
    assert line_of(scored, "other").amount == 1
    assert line_of(scored, "other").reason == "本指标最多5分"


def test_points_cap_nothing_where_the_standard_is_not_capped() -> None:
    table = desk(LINKS.replace('part = "deduct"', f'part = "deduct"\n{CAPPED}'))
    table.find("home", count=7)
    assert table.score().number == 93


def test_unverified_points_cap_nothing_and_are_named() -> None:
    table = desk(one_rule('  price = "3"', 'points = "5"'), "capped = true")
    table.find("x", "a", "b")
    scored = table.score()
    assert (scored.number, scored.unverified, scored.result.value) == (Decimal(94), ("X",), "暂定")


def test_unverified_points_that_are_not_reached_do_no_harm() -> None:
    table = desk(one_rule('  price = "3"', 'points = "5"'), "capped = true")
    table.find("x")
    assert table.score().result.value == "合格"


def test_a_bare_fail_is_charged_once_where_one_rule_only_can_be_meant() -> None:
    table = desk(one_rule('  price = "5"'))
    table.say("X", Outcome.FAIL)
    scored = table.score()
    assert (scored.number, scored.result.value) == (Decimal(95), "合格")


def test_a_bare_fail_leaves_the_price_open_where_several_rules_could_be_meant() -> None:
    table = desk(LINKS)
    table.say("U2", Outcome.FAIL)
    scored = table.score()
    assert (scored.result.value, scored.unanswered) == ("未完成", ("U2",))
