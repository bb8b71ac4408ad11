"""What the manual part makes of the written defects: one fails, one is perfect, nothing is left open."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

import pytest

from workbench.domain.answer import answers_of
from workbench.domain.charge import Charge
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import decision_id, proposal_id, settlement_id, subject_id, verdict_id
from workbench.domain.judgement import judge
from workbench.domain.score import Result, Score
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.practice.city import City
from workbench.practice.site_plan import SitePlan
from workbench.practice.ticks import InspectorTicks, SettlementTick, Ticks, load_ticks
from workbench.standards.pack_reader import load_standard
from workbench.standards.scoring import score

CAMPAIGN = UUID(int=5)


def subject_of(plan: SitePlan) -> Subject:
    return Subject(
        id=subject_id(CAMPAIGN, plan.code),
        code=plan.code,
        name=plan.name,
        kind=plan.kind,
        parent_code=plan.parent,
    )


def proposals_of(city: City, subject: Subject, standard: Standard) -> Iterator[Finding]:
    """What checks that see everything and invent nothing would propose."""
    for defect in city.truth.defects_of(subject.code):
        rules = (rule for indicator in standard.indicators for rule in indicator.rules if rule.observes)
        cited = (
            rule.code
            for rule in rules
            if rule.observes
            and rule.observes.check == defect.check
            and defect.aspect in rule.observes.aspects
        )
        yield Finding(
            id=proposal_id(subject.id, check=defect.check, aspect=defect.aspect, place=defect.place),
            subject_id=subject.id,
            rule=next(cited, ""),
            source=Source.CHECK,
            place=defect.place,
            check=defect.check,
            aspect=defect.aspect,
        )


def decisions_of(inspector: InspectorTicks, subject: Subject, proposals: list[Finding]) -> Iterator[Decision]:
    dismissed = {tick.place for tick in inspector.dismissals if tick.subject == subject.code}
    confirmed = {
        (tick.check, tick.aspect) for tick in inspector.confirmations if tick.subject == subject.code
    }
    for proposal in proposals:
        is_dismissed = proposal.place in dismissed
        if is_dismissed or (proposal.check, proposal.aspect) in confirmed:
            yield Decision(
                id=decision_id(proposal.id, inspector=inspector.name),
                finding_id=proposal.id,
                subject_id=subject.id,
                inspector=inspector.name,
                outcome=DecisionOutcome.DISMISSED if is_dismissed else DecisionOutcome.CONFIRMED,
            )


def findings_of(inspector: InspectorTicks, subject: Subject) -> Iterator[Finding]:
    for number, tick in enumerate(inspector.findings):
        if tick.subject == subject.code:
            yield Finding(
                id=UUID(int=number, version=4),
                subject_id=subject.id,
                rule=tick.rule,
                source=Source.INSPECTOR,
                place=tick.place,
                count=tick.count,
                inspector=inspector.name,
            )


def verdicts_of(
    inspector: InspectorTicks, subject: Subject, charged: set[str], standard: Standard
) -> Iterator[Verdict]:
    given = {
        code: tick.outcome
        for tick in inspector.verdicts
        if tick.subject == subject.code
        for code in tick.indicators
    }
    for rest in inspector.rests:
        if subject.code in rest.subjects:
            for indicator in standard.applicable_to(subject.kind):
                if indicator.code not in charged:
                    given.setdefault(indicator.code, rest.outcome)
    for code, outcome in given.items():
        identity = verdict_id(subject.id, indicator=code, inspector=inspector.name)
        yield Verdict(
            id=identity, subject_id=subject.id, indicator=code, inspector=inspector.name, outcome=outcome
        )


def settled(tick: SettlementTick, subject: Subject, digests: tuple[str, ...]) -> Settlement:
    return Settlement(
        id=settlement_id(subject.id, indicator=tick.indicator),
        subject_id=subject.id,
        indicator=tick.indicator,
        digests=digests,
        outcome=tick.outcome,
        charges=tuple(Charge(charge.rule, charge.place, charge.count) for charge in tick.charges),
    )


def round_score(
    city: City, plan: SitePlan, ticks: Ticks, standard: Standard, *, is_settled: bool = True
) -> Score:
    subject = subject_of(plan)
    proposals = list(proposals_of(city, subject, standard))
    findings, decisions, verdicts = list(proposals), list[Decision](), list[Verdict]()
    for inspector in ticks.inspectors:
        decided = list(decisions_of(inspector, subject, proposals))
        found = list(findings_of(inspector, subject))
        answers = answers_of(standard, verdicts=(), findings=[*proposals, *found], decisions=decided)
        charged = {code for code, sides in answers.items() if any(side.charges for side in sides)}
        findings += found
        decisions += decided
        verdicts += verdicts_of(inspector, subject, charged, standard)
    settlements = []
    if is_settled:
        judged = judge(standard, verdicts=verdicts, findings=findings, decisions=decisions, settlements=())
        mine = [tick for tick in ticks.settlements if tick.subject == plan.code]
        settlements = [settled(tick, subject, judged[tick.indicator].digests) for tick in mine]
    return score(
        standard,
        subject,
        verdicts=verdicts,
        findings=findings,
        decisions=decisions,
        settlements=settlements,
    )


@pytest.fixture(scope="module")
def ticks() -> Ticks:
    return load_ticks()


@pytest.fixture(scope="module")
def standard(ticks: Ticks) -> Standard:
    return load_standard(ticks.standard)


@pytest.fixture(scope="module")
def scores(city: City, ticks: Ticks, standard: Standard) -> dict[str, Score]:
    return {site.plan.code: round_score(city, site.plan, ticks, standard) for site in city.sites}


def test_nothing_is_left_open(scores: dict[str, Score]) -> None:
    left = {
        code: (got.unanswered, got.disputed, got.open_proposals, got.unverified)
        for code, got in scores.items()
        if got.unanswered or got.disputed or got.open_proposals or got.unverified
    }
    assert left == {}


def test_the_vetoed_site_fails_by_its_silent_columns_and_its_old_letter(
    city: City, scores: dict[str, Score]
) -> None:
    failed = scores[city.truth.vetoed]
    assert (failed.result, failed.number) == (Result.FAIL, None)
    assert {line.rule for line in failed.vetoes} == {"V3.stale", "V5"}


def test_the_others_pass_with_what_their_defects_cost(city: City, scores: dict[str, Score]) -> None:
    numbers = {code: got.number for code, got in scores.items() if got.result is Result.PASS}
    assert numbers == {
        "9901000001": Decimal("98.9"),
        "JC-PD-01": Decimal("99.9"),
        "JC-MK-01": Decimal("95"),
        "9901000002": Decimal("94"),
        "9901000003": Decimal("93.9"),
        "9901000004": Decimal("96"),
        "9901000005": Decimal("96.7"),
        "9901000006": Decimal("94.8"),
        "9901210001": Decimal("100"),
    }
    assert city.truth.perfect == "9901210001"


def test_before_the_lead_has_spoken_one_score_is_provisional(
    city: City, ticks: Ticks, standard: Standard
) -> None:
    open_ones = {
        site.plan.code: round_score(city, site.plan, ticks, standard, is_settled=False) for site in city.sites
    }
    provisional = {code: got for code, got in open_ones.items() if got.result is Result.PROVISIONAL}
    assert set(provisional) == {tick.subject for tick in ticks.settlements}
    (got,) = provisional.values()
    assert (got.low, got.high) == (Decimal("96.7"), Decimal("99.7"))
    assert got.disputed == ("R2",)


def test_the_dispute_is_between_a_pass_and_a_fail(ticks: Ticks) -> None:
    assert {tick.outcome for tick in ticks.settlements} == {Outcome.FAIL}
