"""What an inspector holds, and when two answers cannot both stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.answer import Answer, Record, answers_of, unite
from workbench.domain.charge import Charge
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import decision_id, verdict_id
from workbench.domain.standard import Indicator, Part, Rule, Scoring, Standard
from workbench.domain.subject import SubjectKind
from workbench.domain.verdict import Outcome, Verdict

SUBJECT = UUID(int=9)
LI, ZHANG = "李四", "张三"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def small_standard() -> Standard:
    indicators = tuple(
        Indicator(
            code=code,
            name=code,
            group="g",
            part=Part.DEDUCT,
            applies_to=(SubjectKind.PORTAL,),
            rules=tuple(Rule(code=f"{code}.{letter}", when="x", price=Decimal(1)) for letter in "ab"),
        )
        for code in ("U1", "U2")
    )
    scoring = Scoring(start=Decimal(100), fail_below=Decimal(60))
    return Standard(id="s", title="t", document="d", scoring=scoring, indicators=indicators)


STANDARD = small_standard()


def verdict(by: str, outcome: Outcome, indicator: str = "U2", device: str = "a") -> Verdict:
    return Verdict(
        id=verdict_id(SUBJECT, indicator=indicator, inspector=by),
        subject_id=SUBJECT,
        indicator=indicator,
        inspector=by,
        outcome=outcome,
        device=device,
    )


def finding(
    by: str, place: str = "", *, rule: str = "U2.a", count: int = 1, device: str = "a", number: int = 0
) -> Finding:
    return Finding(
        id=uuid5(SUBJECT, f"{by}{number}"),
        subject_id=SUBJECT,
        rule=rule,
        source=Source.INSPECTOR,
        place=place,
        count=count,
        inspector=by,
        device=device,
    )


def proposal(place: str = "http://a.cn/p", *, rule: str = "U2.a", count: int = 1) -> Finding:
    return Finding(
        id=uuid5(SUBJECT, place), subject_id=SUBJECT, rule=rule, source=Source.CHECK, place=place, count=count
    )


def decision(
    by: str, on: Finding, outcome: DecisionOutcome, *, device: str = "a", **changed: object
) -> Decision:
    made = Decision(
        id=decision_id(on.id, inspector=by),
        finding_id=on.id,
        subject_id=SUBJECT,
        inspector=by,
        outcome=outcome,
        device=device,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # whatever field a test names


def answers(*records: Record) -> dict[str, tuple[Answer, ...]]:
    return answers_of(
        STANDARD,
        verdicts=[record for record in records if isinstance(record, Verdict)],
        findings=[record for record in records if isinstance(record, Finding)],
        decisions=[record for record in records if isinstance(record, Decision)],
    )


def sides(*records: Record, indicator: str = "U2") -> tuple[Answer, ...]:
    return answers(*records).get(indicator, ())


def test_an_own_finding_is_held_and_makes_the_answer_a_fail() -> None:
    (answer,) = sides(verdict(LI, Outcome.PASS), finding(LI, "http://a.cn/x#top", count=2))
    assert answer.outcome is Outcome.FAIL
    assert answer.charges == {Charge("U2.a", "http://a.cn/x", 2)}


def test_a_doubtful_answer_stays_doubtful() -> None:
    (answer,) = sides(verdict(LI, Outcome.DOUBTFUL), finding(LI))
    assert answer.outcome is Outcome.DOUBTFUL


def test_a_proposal_is_nobodys_answer_until_decided_on() -> None:
    assert answers(proposal()) == {}
    (answer,) = sides(proposal(), decision(LI, proposal(), DecisionOutcome.DISMISSED))
    assert (answer.outcome, answer.charges) == (Outcome.NOT_CHECKED, frozenset())
    (answer,) = sides(proposal(), decision(LI, proposal(), DecisionOutcome.CONFIRMED))
    assert answer.charges == {Charge("U2.a", "http://a.cn/p")}


def test_a_changed_proposal_is_held_as_changed() -> None:
    changed = decision(LI, proposal(), DecisionOutcome.CHANGED, rule="U1.b", count=3, place=" HTTP://A.cn ")
    held = answers(proposal(), changed)
    assert held["U1"][0].charges == {Charge("U1.b", "http://a.cn/", 3)}
    assert held["U2"][0].charges == frozenset()


def test_counts_without_place_add_up_for_one_person() -> None:
    (answer,) = sides(finding(LI, count=2), finding(LI, count=3, number=1))
    assert answer.charges == {Charge("U2.a", "", 5)}


def test_one_place_found_twice_is_one_problem() -> None:
    (answer,) = sides(
        finding(LI, "http://a.cn/p"), proposal(), decision(LI, proposal(), DecisionOutcome.CONFIRMED)
    )
    assert answer.charges == {Charge("U2.a", "http://a.cn/p")}


CONFIRM, DISMISS = DecisionOutcome.CONFIRMED, DecisionOutcome.DISMISSED


@pytest.mark.parametrize(
    ("records", "differ"),
    [
        ([verdict(LI, Outcome.PASS), verdict(ZHANG, Outcome.PASS)], False),
        ([verdict(LI, Outcome.PASS), verdict(ZHANG, Outcome.NOT_APPLICABLE)], True),
        ([verdict(LI, Outcome.PASS), verdict(ZHANG, Outcome.NOT_CHECKED)], False),
        ([finding(LI, "x"), finding(ZHANG, "x")], False),
        ([finding(LI, "x"), finding(ZHANG, "y")], True),
        ([finding(LI, "x"), finding(ZHANG, "x", count=2)], True),
        ([finding(LI, "x"), verdict(ZHANG, Outcome.PASS)], True),
        ([finding(LI, "x")], False),
        ([proposal(), decision(LI, proposal(), CONFIRM), decision(ZHANG, proposal(), DISMISS)], True),
        ([proposal(), decision(LI, proposal(), CONFIRM), decision(ZHANG, proposal(), CONFIRM)], False),
        ([proposal(), decision(LI, proposal(), CONFIRM)], False),
    ],
)
def test_two_inspectors_differ_when_not_both_can_stand(records: list[Record], differ: bool) -> None:
    held = sides(*records)
    assert any(one.differs_from(other) for one in held for other in held) is differ


RECORDS = st.lists(
    st.one_of(
        st.builds(
            verdict,
            st.sampled_from([LI, ZHANG]),
            st.sampled_from(list(Outcome)),
            st.sampled_from(["U1", "U2"]),
            st.sampled_from(["a", "b"]),
        ),
        st.builds(
            finding,
            st.sampled_from([LI, ZHANG]),
            st.sampled_from(["", "x", "http://a.cn/p"]),
            rule=st.sampled_from(["U1.a", "U2.a", "U2.b", ""]),
            count=st.integers(1, 2),
            device=st.sampled_from(["a", "b"]),
            number=st.integers(0, 1),
        ),
        st.builds(
            decision,
            st.sampled_from([LI, ZHANG]),
            st.just(proposal()),
            st.sampled_from(list(DecisionOutcome)),
            device=st.sampled_from(["a", "b"]),
        ),
    ),
    max_size=7,
    unique=True,
)


@given(records=RECORDS, seed=st.integers(0, 9))
def test_the_order_of_the_records_does_not_matter(records: Sequence[Record], seed: int) -> None:
    shuffled = list(records)
    Random(seed).shuffle(shuffled)
    assert facts(answers(*records, proposal())) == facts(answers(proposal(), *shuffled))


@given(records=RECORDS)
def test_clocks_do_not_matter(records: Sequence[Record]) -> None:
    timed = [replace(record, at=NOON) for record in records]
    assert facts(answers(*records, proposal())) == facts(answers(*timed, proposal()))


def facts(held: dict[str, tuple[Answer, ...]]) -> dict[str, set[tuple[str, frozenset[Charge]]]]:
    return {code: {(answer.digest, answer.charges) for answer in given} for code, given in held.items()}


@given(records=RECORDS)
def test_every_finding_of_a_person_is_held_by_one_of_his_answers(records: Sequence[Record]) -> None:
    held = answers(*records, proposal())
    for record in records:
        indicator = STANDARD.indicator_of(record.rule) if isinstance(record, Finding) else None
        if indicator is not None and isinstance(record, Finding):
            his = [answer for answer in held[indicator.code] if answer.inspector == record.inspector]
            places = {(charge.rule, charge.place) for answer in his for charge in answer.charges}
            assert (record.rule, record.place) in places


@given(records=RECORDS)
def test_every_given_verdict_is_an_answer_or_outweighed_by_findings(records: Sequence[Record]) -> None:
    held = answers(*records, proposal())
    for record in records:
        if isinstance(record, Verdict) and record.outcome is not Outcome.NOT_CHECKED:
            his = [answer for answer in held[record.indicator] if answer.inspector == record.inspector]
            assert any(answer.outcome is record.outcome or answer.charges for answer in his)


@given(records=RECORDS)
def test_whoever_has_one_answer_needs_no_pc_to_tell_it_apart(records: Sequence[Record]) -> None:
    for given_answers in answers(*records, proposal()).values():
        for answer in given_answers:
            his = [other for other in given_answers if other.inspector == answer.inspector]
            assert bool(answer.device) == (len(his) > 1)
            assert all(one is answer or one.differs_from(answer) for one in his)


@given(records=RECORDS, other=RECORDS)
def test_what_differs_differs_both_ways(records: Sequence[Record], other: Sequence[Record]) -> None:
    for code, held in answers(*records, proposal()).items():
        for one in held:
            for two in answers(*other, proposal()).get(code, ()):
                assert one.differs_from(two) == two.differs_from(one)
            assert not one.differs_from(one)


def test_a_record_torn_elsewhere_does_not_rename_an_answer() -> None:
    """Else an unrelated slip on two PCs would re-open a settled dispute."""
    before = sides(verdict(LI, Outcome.PASS))
    torn = [verdict(LI, Outcome.PASS, "U1", "a"), verdict(LI, Outcome.FAIL, "U1", "b")]
    after = sides(verdict(LI, Outcome.PASS), *torn)
    assert [answer.digest for answer in after] == [answer.digest for answer in before]


def test_one_pc_with_two_copies_of_the_file_gives_two_answers() -> None:
    held = sides(verdict(LI, Outcome.PASS), verdict(LI, Outcome.FAIL))
    assert {answer.outcome for answer in held} == {Outcome.PASS, Outcome.FAIL}
    assert len({answer.device for answer in held}) == 2


def test_no_answer_on_one_pc_does_not_hide_the_answer_of_another() -> None:
    for devices in (("a", "b"), ("b", "a")):
        held = sides(
            verdict(LI, Outcome.NOT_CHECKED, device=devices[0]), verdict(LI, Outcome.PASS, device=devices[1])
        )
        assert [answer.outcome for answer in held] == [Outcome.PASS]


CHARGES = st.frozensets(
    st.builds(
        Charge,
        st.sampled_from(["r", "s"]),
        st.sampled_from(["", "p"]),
        st.integers(1, 3),
        st.sampled_from(["", "e"]),
    )
)


@given(a=CHARGES, b=CHARGES, c=CHARGES)
def test_uniting_charges_is_a_join(a: frozenset[Charge], b: frozenset[Charge], c: frozenset[Charge]) -> None:
    assert unite([*a, *a]) == unite(a)
    assert unite([*a, *b]) == unite([*b, *a])
    assert unite([*unite([*a, *b]), *c]) == unite([*a, *unite([*b, *c])])
    assert {(charge.rule, charge.place, charge.element) for charge in a} == {
        (charge.rule, charge.place, charge.element) for charge in unite(a)
    }
