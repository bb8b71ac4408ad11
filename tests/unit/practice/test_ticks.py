"""The manual part fits the city, the truth file and the standard it is for."""

from collections import defaultdict

import pytest

from workbench.domain.standard import Standard
from workbench.domain.verdict import Outcome
from workbench.practice.account_plan import load_accounts
from workbench.practice.city import City
from workbench.practice.ticks import Ticks, load_ticks
from workbench.standards.pack_reader import load_standard


@pytest.fixture(scope="module")
def ticks() -> Ticks:
    return load_ticks()


@pytest.fixture(scope="module")
def standard(ticks: Ticks) -> Standard:
    return load_standard(ticks.standard)


def test_two_inspectors_and_a_lead_are_three_people(ticks: Ticks) -> None:
    assert len({ticks.lead, *(inspector.name for inspector in ticks.inspectors)}) == 3


def test_every_subject_with_pages_is_given_to_somebody(ticks: Ticks, city: City) -> None:
    given = {code for inspector in ticks.inspectors for code in inspector.subjects}
    sites = {site.plan.code for site in city.sites}
    accounts = {account.code for account in load_accounts()}
    assert sites <= given <= sites | accounts
    assert len(given & accounts) == 1


def test_nobody_ticks_what_he_was_not_given(ticks: Ticks) -> None:
    for inspector in ticks.inspectors:
        own = set(inspector.subjects)
        for ticks_of_a_kind in (
            inspector.dismissals,
            inspector.confirmations,
            inspector.findings,
            inspector.verdicts,
        ):
            assert {tick.subject for tick in ticks_of_a_kind} <= own
        assert {code for rest in inspector.rests for code in rest.subjects} <= own


def test_every_defect_is_decided_by_each_inspector_of_its_subject(ticks: Ticks, city: City) -> None:
    for inspector in ticks.inspectors:
        decided = {(t.subject, t.check, t.aspect) for t in inspector.confirmations}
        dismissed = {(t.subject, t.check, t.aspect) for t in inspector.dismissals}
        proposed = {
            (d.subject, d.check, d.aspect) for d in city.truth.defects if d.subject in inspector.subjects
        }
        assert decided | dismissed == proposed
        assert not decided & dismissed


def test_one_proposal_is_dismissed_with_a_reason(ticks: Ticks) -> None:
    dismissals = [tick for inspector in ticks.inspectors for tick in inspector.dismissals]
    assert len(dismissals) == 1
    assert dismissals[0].reason


def test_rules_and_indicators_are_those_of_the_standard(ticks: Ticks, city: City, standard: Standard) -> None:
    kinds = {site.plan.code: site.plan.kind for site in city.sites}
    for inspector in ticks.inspectors:
        for finding in inspector.findings:
            assert not finding.rule or standard.rule(finding.rule) is not None
        for verdict in inspector.verdicts:
            applicable = {indicator.code for indicator in standard.applicable_to(kinds[verdict.subject])}
            assert set(verdict.indicators) <= applicable
    for settlement in ticks.settlements:
        assert standard.indicator(settlement.indicator) is not None
        assert all(standard.rule(charge.rule) is not None for charge in settlement.charges)


def test_what_a_person_sees_is_what_the_truth_file_remarks_or_a_link_that_answers_oddly(
    ticks: Ticks, city: City
) -> None:
    known = {(remark.subject, remark.place) for remark in city.truth.remarks}
    known |= {(odd.subject, odd.place) for odd in city.truth.odd_links}
    found = {(f.subject, f.place) for inspector in ticks.inspectors for f in inspector.findings if f.place}
    assert found <= known


def test_the_two_differ_on_exactly_what_is_settled(ticks: Ticks, standard: Standard) -> None:
    outcomes: dict[tuple[str, str], set[Outcome]] = defaultdict(set)
    for inspector in ticks.inspectors:
        for finding in inspector.findings:
            indicator = standard.indicator_of(finding.rule)
            if indicator is not None:
                outcomes[finding.subject, indicator.code].add(Outcome.FAIL)
        for verdict in inspector.verdicts:
            for code in verdict.indicators:
                outcomes[verdict.subject, code].add(verdict.outcome)
    disputed = {key for key, given in outcomes.items() if len(given) > 1}
    assert disputed == {(settlement.subject, settlement.indicator) for settlement in ticks.settlements}
    assert len(disputed) == 1
