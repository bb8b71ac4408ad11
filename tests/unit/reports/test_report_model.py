"""The ranked table: who stands where, what is outside the rates, what the problem text says."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from workbench.domain.campaign import Campaign
from workbench.domain.score import Result, Score, TraceLine, VetoLine
from workbench.domain.standard import Indicator, Part, Per, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.reports.report_model import Rate, build_model, problem_text

CAMPAIGN = Campaign(
    id=UUID(int=1),
    name="2026年第四季度",
    period="2026Q4",
    as_of=date(2026, 11, 20),
    standard_id="s",
    standard_digest="d",
    lead="组长",
)
KINDS = (SubjectKind.DEPARTMENT_SITE,)
STANDARD = Standard(
    id="s",
    title="指标",
    document="",
    scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
    indicators=(
        Indicator(
            code="A",
            name="甲",
            group="组",
            part=Part.DEDUCT,
            applies_to=KINDS,
            rules=(
                Rule(code="each", when="首页链接打不开"),
                Rule(code="once", when="访谈少于3次", per=Per.ONCE),
            ),
        ),
        Indicator(
            code="B",
            name="乙",
            group="组",
            part=Part.BONUS,
            applies_to=KINDS,
            rules=(Rule(code="more", when="创新"),),
        ),
    ),
)


def subject(code: str, **changes: object) -> Subject:
    return Subject(id=uuid5(UUID(int=1), code), code=code, name=f"{code}网", organiser=code, **changes)  # type: ignore[arg-type]  # by name


def scored(code: str, result: Result, number: str | None = None, **changes: object) -> tuple[Subject, Score]:
    who = subject(code)
    value = None if number is None else Decimal(number)
    return who, Score(subject_id=who.id, result=result, number=value, **changes)  # type: ignore[arg-type]  # by name


VETO = VetoLine(indicator="V2", name="网站不更新", rule="V2", when="首页2周未更新", count=1)


def test_ranked_by_score_then_veto_then_the_unfinished() -> None:
    model = build_model(
        CAMPAIGN,
        STANDARD,
        [
            scored("d", Result.INCOMPLETE, "100"),
            scored("e", Result.FAIL, None, vetoes=(VETO,)),
            scored("a", Result.PASS, "98"),
            scored("c", Result.FAIL, "52.5"),
            scored("b", Result.PASS, "98.00"),
        ],
    )
    assert [(row.rank, row.unit, row.number, row.result) for row in model.rows] == [
        (1, "a", "98", "合格"),
        (1, "b", "98", "合格"),
        (3, "c", "52.5", "不合格"),
        (None, "e", "单项否决", "不合格"),
        (None, "d", "100", "未完成"),
    ]
    assert model.rates[0] == Rate(label="网站总体合格率", passed=2, checked=4)
    assert model.outside == (("未完成", 1),)


def test_a_rate_shows_its_fraction_and_rounds_half_up() -> None:
    assert Rate(label="", passed=34, checked=35).shown() == "97.1%（34/35）"
    assert Rate(label="", passed=1, checked=8).shown(0) == "13%（1/8）"
    assert Rate(label="", passed=0, checked=0).shown() == "—"


def test_problem_text_numbers_several_clauses_and_leaves_out_what_earns() -> None:
    def line(rule: str, count: int) -> TraceLine:
        indicator = STANDARD.indicator_of(rule)
        known = STANDARD.rule(rule)
        assert indicator is not None
        assert known is not None
        return TraceLine(
            indicator=indicator.code,
            rule=rule,
            when=known.when,
            count=count,
            places=(),
            unit_price=Decimal(1),
            amount=Decimal(count),
        )

    def text(*lines: TraceLine) -> str:
        return problem_text(STANDARD, Score(subject_id=UUID(int=1), result=Result.PASS, trace=lines))

    assert text(line("each", 1)) == "首页链接打不开1处"
    assert text(line("once", 1), line("each", 4), line("more", 1)) == "1.访谈少于3次；2.首页链接打不开4处"


def test_a_site_out_of_this_round_says_why() -> None:
    closed = subject("x", state=SubjectState.CLOSING, state_reason="已批准关停", kind=SubjectKind.PORTAL)
    undrawn = subject("y", is_drawn=False)
    account = subject("z", kind=SubjectKind.ACCOUNT)
    rows = build_model(
        CAMPAIGN,
        STANDARD,
        [(s, Score(subject_id=s.id, result=Result.NOT_CHECKED)) for s in (closed, undrawn, account)],
    ).rows
    assert [row.remark for row in rows] == [
        "未检查：已批准关停",
        "未检查：未抽中",
        "未检查：本指标体系没有适用于此类对象的指标",
    ]


def test_an_open_dispute_shows_the_range() -> None:
    row = build_model(
        CAMPAIGN,
        STANDARD,
        [scored("a", Result.PROVISIONAL, "90", low=Decimal(90), high=Decimal(95), disputed=("U2",))],
    ).rows[0]
    assert (row.number, row.rank, row.remark) == ("90–95", None, "1项争议待裁定")
