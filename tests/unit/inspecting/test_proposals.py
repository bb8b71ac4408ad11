from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from workbench.domain.finding import Category, Source
from workbench.domain.ids import proposal_id
from workbench.domain.observation import Observation
from workbench.domain.standard import Indicator, Observes, Part, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.inspecting.proposals import category_of, citing_rule, propose

SUBJECT = Subject(id=uuid4(), code="1", name="某局", kind=SubjectKind.DEPARTMENT_SITE)
SEEN = Observation(
    check="dead-links", aspect="home", place="http://a.gov.cn/x", excerpt="打不开", proof=(("原因", "404"),)
)


def indicator(
    code: str, part: Part, *, kinds: tuple[SubjectKind, ...], aspects: tuple[str, ...]
) -> Indicator:
    rule = Rule(
        code=f"{code}.r", when="链接打不开", price=Decimal(1), observes=Observes("dead-links", aspects)
    )
    return Indicator(code=code, name=code, group="g", part=part, applies_to=kinds, rules=(rule,))


def standard(*indicators: Indicator) -> Standard:
    scoring = Scoring(start=Decimal(100), fail_below=Decimal(60))
    return Standard(id="s", title="s", document="", scoring=scoring, indicators=indicators)


SITES = (SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE)


def rule_code(found: Standard, aspect: str = "home") -> str:
    rule = citing_rule(found, check="dead-links", aspect=aspect, subject=SUBJECT)
    return rule.code if rule else ""


def test_the_rule_is_the_one_that_cites_check_and_aspect() -> None:
    pack = standard(
        indicator("A", Part.DEDUCT, kinds=SITES, aspects=("other",)),
        indicator("B", Part.DEDUCT, kinds=SITES, aspects=("home", "first")),
    )
    assert (rule_code(pack, "other"), rule_code(pack, "home"), rule_code(pack, "none")) == ("A.r", "B.r", "")


def test_a_price_goes_before_a_veto_and_what_applies_before_what_does_not() -> None:
    veto = indicator("V", Part.VETO, kinds=SITES, aspects=("home",))
    for_portals = indicator("P", Part.DEDUCT, kinds=(SubjectKind.PORTAL,), aspects=("home",))
    for_sites = indicator("S", Part.DEDUCT, kinds=SITES, aspects=("home",))
    assert rule_code(standard(veto, for_portals, for_sites)) == "S.r"
    assert rule_code(standard(for_portals, veto)) == "V.r"
    assert rule_code(standard(for_portals)) == "P.r"


def test_a_proposal_carries_what_was_seen_and_the_same_id_on_every_pc() -> None:
    pack = standard(indicator("A", Part.DEDUCT, kinds=SITES, aspects=("home",)))
    finding = propose(SEEN, subject=SUBJECT, standard=pack, category=Category.LINK)
    assert finding.is_proposal
    assert (finding.source, finding.rule, finding.place, finding.excerpt) == (
        Source.CHECK,
        "A.r",
        SEEN.place,
        "打不开",
    )
    assert finding.id == proposal_id(SUBJECT.id, check="dead-links", aspect="home", place=SEEN.place)
    again = propose(
        replace(SEEN, excerpt="other words"), subject=SUBJECT, standard=standard(), category=Category.LINK
    )
    assert (again.id, again.rule) == (finding.id, "")


def test_the_category_follows_the_folder_of_the_check() -> None:
    assert category_of("links") is Category.LINK
    assert category_of("updates") is Category.UPDATE
    assert category_of("unheard-of") is Category.FUNCTION


def test_numbers_of_persons_are_masked_whichever_check_quotes_them() -> None:
    seen = replace(
        SEEN, excerpt="最新一条：张某13800138000", proof=(("标题", "张某13800138000"), ("地址", SEEN.place))
    )
    finding = propose(seen, subject=SUBJECT, standard=standard(), category=Category.LINK)
    assert finding.excerpt == "最新一条：张某138****8000"
    assert finding.proof == (("标题", "张某138****8000"), ("地址", SEEN.place))
