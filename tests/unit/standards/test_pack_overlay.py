"""A pack that extends another says only what it changes."""

from decimal import Decimal
from pathlib import Path

import pytest

from workbench.domain.standard import Certainty, Standard
from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window
from workbench.standards.pack_problems import ProblemCode
from workbench.standards.pack_reader import load_standard, read_pack, read_pack_file

HEAD = 'id = "local"\ntitle = "本市指标"\nextends = "national-2019"\n'


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path


def local(office: Path, changes: str) -> Standard:
    (office / "local.toml").write_text(HEAD + changes, encoding="utf-8")
    return load_standard("local", office_dir=office)


def test_nothing_changed_is_the_base_under_another_name(office: Path) -> None:
    base, mine = load_standard("national-2019", office_dir=office), local(office, "")
    assert (mine.id, mine.title, mine.extends) == ("local", "本市指标", "national-2019")
    assert (mine.document, mine.scoring, mine.indicators) == (base.document, base.scoring, base.indicators)


def test_the_pass_line_alone(office: Path) -> None:
    base, mine = (
        load_standard("national-2019", office_dir=office),
        local(office, "[scoring]\nfail_below = 80\n"),
    )
    assert mine.scoring.fail_below == 80
    assert mine.scoring.without_service == base.scoring.without_service
    assert mine.scoring.bonus_cap == base.scoring.bonus_cap


def test_one_cell_of_one_rule(office: Path) -> None:
    mine = local(office, '[[indicator]]\ncode = "M2"\n[[indicator.rule]]\ncode = "M2"\nwindow = "7d"\n')
    base = load_standard("national-2019", office_dir=office)
    rule, before = mine.rule("M2"), base.rule("M2")
    assert rule is not None
    assert before is not None
    assert rule.window == Window(7, "d")
    assert (rule.when, rule.certainty, rule.observes) == (before.when, before.certainty, before.observes)
    assert [i.code for i in mine.indicators] == [i.code for i in base.indicators]


def test_an_office_confirms_a_price(office: Path) -> None:
    mine = local(
        office,
        '[[indicator]]\ncode = "F3"\n[[indicator.rule]]\ncode = "F3.home"\nprice = "1"\ncertainty = "confirmed"\n',
    )
    rule = mine.rule("F3.home")
    assert rule is not None
    assert (rule.price, rule.certainty, rule.has_verified_price) == (Decimal(1), Certainty.CONFIRMED, True)


def test_other_kinds_are_scored_too(office: Path) -> None:
    mine = local(office, '[[indicator]]\ncode = "P5"\napplies_to = ["portal", "department_site"]\n')
    indicator = mine.indicator("P5")
    assert indicator is not None
    assert SubjectKind.DEPARTMENT_SITE in indicator.applies_to


def test_new_indicators_and_rules_come_after(office: Path) -> None:
    rule = '[[indicator.rule]]\ncode = "{}"\nwhen = "某种情形"\nprice = "1"\n'
    mine = local(
        office,
        '[[indicator]]\ncode = "P5"\n'
        + rule.format("P5.own")
        + '[[indicator]]\ncode = "Z1"\nname = "本市新增"\npart = "deduct"\n'
        + rule.format("Z1"),
    )
    policy = mine.indicator("P5")
    assert policy is not None
    assert policy.rules[-1].code == "P5.own"
    assert mine.indicators[-1].code == "Z1"


def test_an_overlay_of_an_overlay(office: Path) -> None:
    local(office, "[scoring]\nfail_below = 80\n")
    (office / "own.toml").write_text(
        'id = "own"\ntitle = "再改"\nextends = "local"\n[scoring]\nbonus_cap = 10\n', encoding="utf-8"
    )
    scoring = load_standard("own", office_dir=office).scoring
    assert (scoring.fail_below, scoring.bonus_cap) == (Decimal(80), Decimal(10))


def test_an_overlay_may_lie_beside_its_base(office: Path) -> None:
    folder = office / "elsewhere"
    folder.mkdir()
    (folder / "local.toml").write_text(HEAD, encoding="utf-8")
    above = folder / "own.toml"
    above.write_text('id = "own"\ntitle = "再改"\nextends = "local"\n', encoding="utf-8")
    assert read_pack_file(above, office_dir=office).problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('title = "无编号"\nextends = "national-2019"\n', ProblemCode.MISSING_CELL),
        (HEAD + '[[indicator]]\ncode = "P5"\n[[indicator]]\ncode = "P5"\n', ProblemCode.DUPLICATE_CODE),
        (
            HEAD + '[[indicator]]\ncode = "P6"\n[[indicator.rule]]\ncode = "P5.stale"\n',
            ProblemCode.DUPLICATE_CODE,
        ),
        (HEAD + "indicator = 3\n", ProblemCode.WRONG_TYPE),
        (HEAD + "scoring = 3\n", ProblemCode.WRONG_TYPE),
        ('id = "x"\ntitle = "y"\nextends = 3\n', ProblemCode.WRONG_TYPE),
        ('id = "x"\ntitle = "y"\nextends = "../national-2019"\n', ProblemCode.EXTENDS_UNKNOWN),
    ],
)
def test_a_broken_overlay_is_explained(office: Path, text: str, code: ProblemCode) -> None:
    file = office / "local.toml"
    file.write_text(text, encoding="utf-8")
    reading = read_pack_file(file, office_dir=office)
    assert code in {problem.code for problem in reading.problems}


def test_a_circle_of_two_is_found() -> None:
    texts = {name: f'id = "{name}"\nextends = "{other}"\n' for name, other in (("a", "b"), ("b", "a"))}
    (problem,) = read_pack(texts["a"], find=texts.get).problems
    assert problem.code is ProblemCode.EXTENDS_CIRCLE


def test_a_broken_base_is_named() -> None:
    (problem,) = read_pack('id = "a"\nextends = "b"\n', find=lambda _: "[").problems
    assert (problem.code, "“b”" in problem.message) == (ProblemCode.NOT_TOML, True)
