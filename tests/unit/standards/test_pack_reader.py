"""Every way a pack can be broken is told by code, with its place; nothing crashes."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.standard import Certainty, Observes, Part, Per
from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window
from workbench.errors import WrongUseError
from workbench.standards.pack_folders import shipped_folder
from workbench.standards.pack_problems import ProblemCode
from workbench.standards.pack_reader import list_standards, load_standard, read_pack, read_pack_file

UNTIMED = settings(deadline=None)
GOOD = """\
id = "mine"
title = "本办指标"
document = "某办发〔2026〕1号"

[scoring]
start = 100
fail_below = 60

[[indicator]]
code = "U2"
name = "链接可用性"
group = "网站可用性"
part = "deduct"
applies_to = ["portal", "channel"]
  [[indicator.rule]]
  code = "home"
  when = "首页上的链接打不开"
  price = "1"
  certainty = "derived"
  clause = "第三条"
  observes = {check = "dead-links", aspect = "home"}
  [[indicator.rule]]
  code = "other"
  when = "其他页面上的链接打不开"
  price = "0.1"
  per = "item"
  window = "14d"
  observes = {check = "dead-links", aspect = ["other", "more"]}
"""


def nothing(_: str) -> None:
    return None


def test_a_good_pack_says_what_it_says() -> None:
    reading = read_pack(GOOD, find=nothing)
    assert reading.problems == ()
    assert reading.standard is not None
    (indicator,) = reading.standard.indicators
    home, other = indicator.rules
    assert indicator.applies_to == (SubjectKind.PORTAL, SubjectKind.CHANNEL)
    assert (indicator.part, indicator.group, indicator.points) == (Part.DEDUCT, "网站可用性", None)
    assert (home.price, home.certainty, home.clause) == (Decimal(1), Certainty.DERIVED, "第三条")
    assert (other.price, other.per, other.certainty) == (Decimal("0.1"), Per.ITEM, Certainty.UNVERIFIED)
    assert other.window == Window(14, "d")
    assert other.observes == Observes("dead-links", ("other", "more"))


def test_what_need_not_be_said() -> None:
    bare = 'id = "a"\ntitle = "b"\n[scoring]\nstart = 100\nfail_below = 60\n[[indicator]]\ncode = "V"\n'
    reading = read_pack(
        bare + 'name = "n"\npart = "veto"\n[[indicator.rule]]\ncode = "V"\nwhen = "w"\n', find=nothing
    )
    assert reading.standard is not None
    (indicator,) = reading.standard.indicators
    assert (indicator.group, SubjectKind.ACCOUNT in indicator.applies_to) == ("单项否决", False)
    assert reading.standard.document == ""


def test_quotes_forgotten_around_a_number_lose_nothing() -> None:
    reading = read_pack(GOOD.replace('price = "0.1"', "price = 0.1"), find=nothing)
    assert reading.standard is not None
    assert reading.standard.indicators[0].rules[1].price == Decimal("0.1")


def test_a_question_mark_is_an_unknown_price() -> None:
    reading = read_pack(GOOD.replace('price = "0.1"', 'price = "?"'), find=nothing)
    assert reading.standard is not None
    assert reading.standard.indicators[0].rules[1].price is None


HOME = "指标U2 › 细则home"


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def add_to_rule(line: str) -> Callable[[str], str]:
    return swap('  clause = "第三条"', f'  clause = "第三条"\n  {line}')


def add_to_scoring(line: str) -> Callable[[str], str]:
    return swap("fail_below = 60", f"fail_below = 60\n{line}")


VETO_PART = swap('part = "deduct"', 'part = "veto"')
C = ProblemCode
BROKEN: list[tuple[Callable[[str], str], ProblemCode, str, str]] = [
    (swap("[scoring]", "[scoring"), C.NOT_TOML, "", "第5行第9列"),
    (swap('title = "本办指标"', 'title = "a"\ntitle = "b"'), C.NOT_TOML, "", "重复"),
    (swap('title = "本办指标"', "title = " + "[" * 5000), C.NOT_TOML, "", ""),
    (swap('title = "本办指标"', "title = " + "9" * 5000), C.NOT_TOML, "", ""),
    (swap('title = "本办指标"', "title = 1e99999999999999999999"), C.NOT_TOML, "", ""),
    (swap("  price", "  prise"), C.UNKNOWN_CELL, f"{HOME} › prise", "是不是“price”"),
    (swap("document", "documents"), C.UNKNOWN_CELL, "documents", "document"),
    (add_to_scoring("capt = true"), C.UNKNOWN_CELL, "scoring › capt", "capped"),
    (swap('title = "本办指标"\n', ""), C.MISSING_CELL, "title", "请补上"),
    (swap('  price = "1"\n', ""), C.MISSING_CELL, f"{HOME} › price", "请补上"),
    (swap('  when = "首页上的链接打不开"\n', ""), C.MISSING_CELL, f"{HOME} › when", "请补上"),
    (swap("[scoring]\nstart = 100\nfail_below = 60\n", ""), C.MISSING_CELL, "", "[scoring]"),
    (swap('title = "本办指标"', "title = 3"), C.WRONG_TYPE, "title", "加引号"),
    (swap('title = "本办指标"', "title = 0x" + "f" * 6000), C.WRONG_TYPE, "title", "过大的数"),
    (
        swap('applies_to = ["portal", "channel"]', 'applies_to = "portal"'),
        C.WRONG_TYPE,
        "指标U2 › applies_to",
        "列表",
    ),
    (add_to_scoring("capped = 1"), C.WRONG_TYPE, "scoring › capped", "true"),
    (add_to_scoring('without_service = "x"'), C.WRONG_TYPE, "scoring › without_service", "一张表"),
    (add_to_rule('at_least = "5"'), C.WRONG_TYPE, f"{HOME} › at_least", "整数"),
    (swap("[[indicator]]", "[indicator]"), C.WRONG_TYPE, "indicator", "[[indicator]]"),
    (
        lambda text: text.split("[[indicator]]")[0].replace("[scoring]", "indicator = 3\n[scoring]"),
        C.WRONG_TYPE,
        "indicator",
        "[[indicator]]",
    ),
    (swap('price = "1"', 'price = "一分"'), C.PRICE_NOT_A_NUMBER, f"{HOME} › price", "“一分”"),
    (swap('price = "1"', 'price = "NaN"'), C.PRICE_NOT_A_NUMBER, f"{HOME} › price", "NaN"),
    (swap('price = "1"', "price = inf"), C.PRICE_NOT_A_NUMBER, f"{HOME} › price", "Infinity"),
    (swap('price = "1"', "price = true"), C.PRICE_NOT_A_NUMBER, f"{HOME} › price", "True"),
    (swap("start = 100", "start = [1]"), C.PRICE_NOT_A_NUMBER, "scoring › start", "分值"),
    (swap('window = "14d"', 'window = "两周"'), C.WINDOW_NOT_USABLE, "指标U2 › 细则other › window", "14d"),
    (swap('window = "14d"', 'window = "9999y"'), C.WINDOW_NOT_USABLE, "指标U2 › 细则other › window", "10年"),
    (swap('part = "deduct"', 'part = "deducted"'), C.UNKNOWN_WORD, "指标U2 › part", "deduct"),
    (swap('certainty = "derived"', 'certainty = "sure"'), C.UNKNOWN_WORD, f"{HOME} › certainty", "confirmed"),
    (swap('per = "item"', 'per = "time"'), C.UNKNOWN_WORD, "指标U2 › 细则other › per", "item"),
    (swap('"channel"]', '"chanel"]'), C.UNKNOWN_WORD, "指标U2 › applies_to", "channel"),
    (add_to_rule('distinct_by = "place"'), C.UNKNOWN_WORD, f"{HOME} › distinct_by", "element"),
    (swap('price = "1"', 'price = "-1"'), C.NUMBER_OUT_OF_RANGE, f"{HOME} › price", "不写负号"),
    (swap('price = "1"', 'price = "1e999999"'), C.NUMBER_OUT_OF_RANGE, f"{HOME} › price", "10000"),
    (
        swap('price = "1"', 'price = "1"\n  per = "once"\n  count_basis = "page"'),
        C.COUNT_BASIS_UNUSED,
        f"{HOME} › count_basis",
        "按页",
    ),
    (swap("start = 100", "start = 0"), C.NUMBER_OUT_OF_RANGE, "scoring › start", "正数"),
    (
        add_to_scoring('without_service = {skip = "网站可用性", times = 4, over = 0}'),
        C.NUMBER_OUT_OF_RANGE,
        "scoring › without_service › over",
        "整数",
    ),
    (
        swap('code = "home"', 'code = "the home"'),
        C.CODE_NOT_USABLE,
        "指标U2 › 细则the home › code",
        "the home",
    ),
    (swap('code = "other"', 'code = "home"'), C.DUPLICATE_CODE, "细则home", "2次"),
    (
        lambda text: (
            text + text[text.index("[[indicator]]") :].replace("home", "h").replace('"other"', '"o"')
        ),
        C.DUPLICATE_CODE,
        "指标U2",
        "2次",
    ),
    (add_to_rule('exclusive_with = ["othr"]'), C.UNKNOWN_RULE, f"{HOME} › exclusive_with", "是不是“other”"),
    (add_to_rule('not_if_charged = ["home"]'), C.UNKNOWN_RULE, f"{HOME} › not_if_charged", "home"),
    (add_to_rule("at_least = 5"), C.POOL_INCOMPLETE, HOME, "sum_of"),
    (add_to_rule('sum_of = ["other"]'), C.POOL_INCOMPLETE, HOME, "at_least"),
    (add_to_rule('sum_of = ["other"]\nat_least = 5'), C.POOL_OUTSIDE_VETO, HOME, "veto"),
    (
        swap('["other", "more"]', '["home"]'),
        C.AMBIGUOUS_OBSERVES,
        "指标U2 › 细则other › observes",
        "细则home",
    ),
    (
        lambda text: add_to_rule('not_if_charged = ["other"]')(text) + '  not_if_charged = ["home"]\n',
        C.NOT_IF_CHARGED_CIRCLE,
        f"{HOME} › not_if_charged",
        "绕回",
    ),
    (lambda text: text.split("[[indicator]]")[0], C.NO_INDICATOR, "", "[[indicator]]"),
    (lambda text: text.split("  [[indicator.rule]]")[0], C.NO_RULE, "指标U2", "[[indicator.rule]]"),
    (swap("fail_below = 60", "fail_below = 101"), C.PASS_LINE_ABOVE_START, "scoring", "调低"),
    (swap('part = "deduct"', 'part = "bonus"'), C.BONUS_WITHOUT_GATE, "scoring", "bonus_above"),
    (
        add_to_scoring('without_service = {skip = "办事", times = 4, over = 3}'),
        C.UNKNOWN_GROUP,
        "scoring › without_service",
        "网站可用性",
    ),
    (swap("\n\n[scoring]", '\nextends = "base"\n\n[scoring]'), C.EXTENDS_UNKNOWN, "extends", "base"),
    (swap("\n\n[scoring]", '\nextends = "mine"\n\n[scoring]'), C.EXTENDS_CIRCLE, "extends", "mine"),
]


@pytest.mark.parametrize(("change", "code", "where", "word"), BROKEN)
def test_a_broken_pack_is_explained(
    change: Callable[[str], str], code: ProblemCode, where: str, word: str
) -> None:
    reading = read_pack(change(GOOD), find=nothing)
    assert reading.standard is None
    assert (code, where) in [(problem.code, problem.where) for problem in reading.problems]
    told = next(p.message for p in reading.problems if (p.code, p.where) == (code, where))
    assert word in told
    assert told.endswith(("。", "？"))
    assert "\n" not in told


def test_every_code_of_a_text_is_tried_above() -> None:
    # A text by itself knows neither files nor checks: tests/unit/operations/test_check_standard.py.
    of_files = {C.NOT_READABLE, C.ID_NOT_FILE_NAME, C.ID_TAKEN}
    assert {code for _, code, _, _ in BROKEN} == set(ProblemCode) - of_files - {C.UNKNOWN_CHECK}


def test_what_a_file_says_is_quoted_on_one_line() -> None:
    key = json.dumps("a\n\x1b[2J" + "长" * 500)
    (problem,) = read_pack(GOOD.replace("document", key), find=nothing).problems
    assert problem.code is C.UNKNOWN_CELL
    assert (problem.where + problem.message).isprintable()
    assert len(problem.message) < 310


def test_all_problems_are_told_at_once() -> None:
    text = GOOD.replace('price = "1"', 'price = "x"').replace('part = "deduct"', 'part = "bonus"')
    codes = {problem.code for problem in read_pack(text + '  cap = "-2"\n', find=nothing).problems}
    assert codes == {C.PRICE_NOT_A_NUMBER, C.BONUS_WITHOUT_GATE, C.NUMBER_OUT_OF_RANGE}


@UNTIMED
@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.text(max_size=12))
def test_no_damage_crashes_the_reader(at: int, length: int, instead: str) -> None:
    reading = read_pack(GOOD[:at] + instead + GOOD[at + length :], find=nothing)
    assert (reading.standard is None) == bool(reading.problems)
    assert all((problem.where + problem.message).isprintable() for problem in reading.problems)


VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
    max_leaves=4,
)
CELLS = tuple(line.strip() for line in GOOD.splitlines() if " = " in line)


def in_toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(in_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {in_toml(cell)}" for key, cell in value.items()) + "}"
    return json.dumps(value).replace("NaN", "nan").replace("Infinity", "inf")


@UNTIMED
@given(st.sampled_from(CELLS), VALUES)
def test_no_value_in_a_cell_crashes_the_reader(line: str, value: object) -> None:
    changed = GOOD.replace(line, f"{line.split(' = ')[0]} = {in_toml(value)}", 1)
    reading = read_pack(changed, find=nothing)
    assert (reading.standard is None) == bool(reading.problems)


@pytest.mark.parametrize(
    ("body", "word"),
    [(b"\xc4\xe3\xba\xc3", "UTF-8"), (b"#" * 1_000_001, "1 MB")],
)
def test_a_file_that_is_no_text_is_explained(tmp_path: Path, body: bytes, word: str) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(body)
    (problem,) = read_pack_file(file, office_dir=tmp_path).problems
    assert (problem.code, word in problem.message) == (C.NOT_READABLE, True)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    (problem,) = read_pack_file(tmp_path / "none.toml", office_dir=tmp_path).problems
    assert problem.code is C.NOT_READABLE


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_pack_file(file, office_dir=tmp_path).problems == ()


def test_the_office_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    assert load_standard("mine", office_dir=tmp_path).title == "本办指标"
    listed = {listing.id: listing.is_shipped for listing in list_standards(office_dir=tmp_path)}
    assert listed == {"national-2015": True, "national-2019": True, "mine": False}


def test_an_unknown_standard_is_refused_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="是不是“national-2019”"):
        load_standard("natonal-2019", office_dir=tmp_path)


def test_a_broken_standard_is_refused_and_listed_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD.replace('"1"', '"x"'), encoding="utf-8")
    with pytest.raises(WrongUseError, match="1处问题.*细则home.*“x”不是分值"):
        load_standard("mine", office_dir=tmp_path)
    mine = next(listing for listing in list_standards(office_dir=tmp_path) if listing.id == "mine")
    assert [problem.code for problem in mine.problems] == [C.PRICE_NOT_A_NUMBER]


@pytest.mark.parametrize(("name", "code"), [("other", C.ID_NOT_FILE_NAME), ("national-2015", C.ID_TAKEN)])
def test_the_file_name_is_the_id_and_nobody_elses(tmp_path: Path, name: str, code: ProblemCode) -> None:
    (tmp_path / f"{name}.toml").write_text(GOOD, encoding="utf-8")
    own = [listing for listing in list_standards(office_dir=tmp_path) if not listing.is_shipped]
    assert [problem.code for listing in own for problem in listing.problems] == [code]
    assert load_standard("national-2015", office_dir=tmp_path).document == "国办发〔2015〕15号"


def test_a_file_anywhere_may_have_any_name(tmp_path: Path) -> None:
    file = tmp_path / "draft 3.toml"
    file.write_text((shipped_folder() / "national-2015.toml").read_text("utf-8"), encoding="utf-8")
    assert read_pack_file(file, office_dir=tmp_path).problems == ()
