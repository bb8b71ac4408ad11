"""Which cells a pack has and what they become; a cell is declared by being read here."""

from decimal import Decimal

from workbench.domain.standard import (
    PART_WORDS,
    Certainty,
    CountBasis,
    Indicator,
    Observes,
    Part,
    Per,
    Rule,
    Scoring,
    Standard,
    WithoutService,
)
from workbench.domain.subject import SubjectKind
from workbench.standards.pack_cells import (
    amount,
    code,
    element_only,
    flag,
    list_of,
    one_of,
    one_or_more,
    price,
    text,
    whole,
    window,
)
from workbench.standards.pack_problems import PackProblem, ProblemCode
from workbench.standards.pack_table import PackTable, Raw

SITE_KINDS = tuple(kind for kind in SubjectKind if kind is not SubjectKind.ACCOUNT)
_PRICED = (Part.DEDUCT, Part.BONUS)


def read_form(raw: Raw, problems: list[PackProblem]) -> Standard:
    """The standard as far as it can be read; whoever finds a problem noted must not use it."""
    table = PackTable(raw, where="", problems=problems)
    standard = Standard(
        id=table.needed("id", code, ""),
        title=table.needed("title", text, ""),
        document=table.cell("document", text, ""),
        extends=table.cell("extends", code, ""),
        scoring=_scoring(table),
        indicators=tuple(_indicator(below) for below in table.tables("indicator", title="指标")),
    )
    table.finish()
    return standard


def _scoring(parent: PackTable) -> Scoring:
    table = parent.table("scoring")
    if table is None:
        parent.note(ProblemCode.MISSING_CELL, "缺少 [scoring]，请补上基准分 start 和及格线 fail_below。")
        return Scoring(start=Decimal(100), fail_below=Decimal(60))
    scoring = Scoring(
        start=table.needed("start", amount, Decimal(100)),
        fail_below=table.needed("fail_below", amount, Decimal(60)),
        is_capped=table.cell("capped", flag, default=False),
        bonus_above=table.cell("bonus_above", amount, None),
        bonus_cap=table.cell("bonus_cap", amount, None),
        without_service=_without_service(table),
        scored_kinds=table.cell("scored_kinds", list_of(one_of(SubjectKind)), SITE_KINDS),
    )
    table.finish()
    return scoring


def _without_service(scoring: PackTable) -> WithoutService | None:
    table = scoring.table("without_service")
    if table is None:
        return None
    stretch = WithoutService(
        group=table.needed("skip", text, ""),
        times=table.needed("times", whole, 1),
        over=table.needed("over", whole, 1),
    )
    table.finish()
    return stretch


def _indicator(table: PackTable) -> Indicator:
    part = table.needed("part", one_of(Part), Part.OTHER)
    indicator = Indicator(
        code=table.needed("code", code, ""),
        name=table.needed("name", text, ""),
        group=table.cell("group", text, PART_WORDS[part]),
        part=part,
        applies_to=table.cell("applies_to", list_of(one_of(SubjectKind)), SITE_KINDS),
        points=table.cell("points", price, None),
        points_certainty=table.cell("points_certainty", one_of(Certainty), Certainty.UNVERIFIED),
        how_to_test=table.cell("how_to_test", text, ""),
        rules=tuple(_rule(below, part) for below in table.tables("rule", title="细则")),
    )
    table.finish()
    return indicator


def _rule(table: PackTable, part: Part) -> Rule:
    read_price = table.needed if part in _PRICED else table.cell
    rule = Rule(
        code=table.needed("code", code, ""),
        when=table.needed("when", text, ""),
        price=read_price("price", price, None),
        per=table.cell("per", one_of(Per), Per.ITEM),
        certainty=table.cell("certainty", one_of(Certainty), Certainty.UNVERIFIED),
        clause=table.cell("clause", text, ""),
        observes=_observes(table),
        window=table.cell("window", window, None),
        cap=table.cell("cap", amount, None),
        distinct_by=table.cell("distinct_by", element_only, ""),
        count_basis=table.cell("count_basis", one_of(CountBasis), CountBasis.LINK),
        exclusive_with=table.cell("exclusive_with", list_of(code), ()),
        not_if_charged=table.cell("not_if_charged", list_of(code), ()),
        at_least=table.cell("at_least", whole, None),
        sum_of=table.cell("sum_of", list_of(code), ()),
        label=table.cell("label", text, ""),
    )
    table.finish()
    return rule


def _observes(rule: PackTable) -> Observes | None:
    table = rule.table("observes")
    if table is None:
        return None
    observes = Observes(
        check=table.needed("check", code, ""),
        aspects=table.needed("aspect", one_or_more(code), ()),
    )
    table.finish()
    return observes
