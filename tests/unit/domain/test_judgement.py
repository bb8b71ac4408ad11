"""What counts of several answers: what all agree on, what was settled, or an open dispute."""

from dataclasses import replace
from itertools import permutations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.charge import Charge
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import settlement_id, verdict_id
from workbench.domain.judgement import Judgement, judge
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Indicator, Part, Rule, Scoring, Standard
from workbench.domain.subject import SubjectKind
from workbench.domain.verdict import Outcome, Verdict

SUBJECT = UUID(int=9)
RULE = Rule(code="U2.a", when="x")
INDICATOR = Indicator(
    code="U2", name="U2", group="g", part=Part.DEDUCT, applies_to=(SubjectKind.PORTAL,), rules=(RULE,)
)
STANDARD = Standard(
    id="s",
    title="t",
    document="d",
    scoring=Scoring(start=100, fail_below=60),  # type: ignore[arg-type]  # no score is counted here
    indicators=(INDICATOR,),
)


def verdict(by: str, outcome: Outcome) -> Verdict:
    return Verdict(
        id=verdict_id(SUBJECT, indicator="U2", inspector=by),
        subject_id=SUBJECT,
        indicator="U2",
        inspector=by,
        outcome=outcome,
    )


def finding(by: str, place: str, count: int = 1) -> Finding:
    return Finding(
        id=verdict_id(SUBJECT, indicator=place, inspector=by),
        subject_id=SUBJECT,
        rule="U2.a",
        source=Source.INSPECTOR,
        place=place,
        count=count,
        inspector=by,
    )


def settlement(digests: tuple[str, ...], outcome: Outcome = Outcome.FAIL, *charges: Charge) -> Settlement:
    return Settlement(
        id=settlement_id(SUBJECT, indicator="U2"),
        subject_id=SUBJECT,
        indicator="U2",
        digests=digests,
        outcome=outcome,
        charges=charges,
    )


def judged(*records: Verdict | Finding, settlements: tuple[Settlement, ...] = ()) -> Judgement:
    judgements = judge(
        STANDARD,
        verdicts=[record for record in records if isinstance(record, Verdict)],
        findings=[record for record in records if isinstance(record, Finding)],
        decisions=[],
        settlements=settlements,
    )
    return judgements["U2"]


OUTCOMES = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.NOT_CHECKED])


@given(given_outcomes=st.lists(OUTCOMES, min_size=1, max_size=4))
def test_answers_dispute_just_when_not_all_are_the_same(given_outcomes: list[Outcome]) -> None:
    judgement = judged(*(verdict(f"检查员{n}", outcome) for n, outcome in enumerate(given_outcomes)))
    assert judgement.is_open_dispute == (len(set(given_outcomes)) > 1)
    assert judgement.outcome is (Outcome.DOUBTFUL if judgement.is_disputed else given_outcomes[0])


def test_who_has_not_looked_does_not_dispute() -> None:
    judgement = judged(verdict("李四", Outcome.NOT_CHECKED), verdict("张三", Outcome.PASS))
    assert (judgement.is_disputed, judgement.outcome) == (False, Outcome.PASS)
    assert judged(verdict("李四", Outcome.NOT_CHECKED)).outcome is Outcome.NOT_CHECKED


def test_places_are_united_and_counts_never_add_up_across_people() -> None:
    judgement = judged(
        finding("李四", "x"), finding("李四", "y"), finding("张三", "y", 3), finding("张三", "", 2)
    )
    assert judgement.charges == {
        Charge("U2.a", "x"),
        Charge("U2.a", "y", 3),
        Charge("U2.a", "", 2),
    }
    assert judgement.is_open_dispute


def test_a_settlement_holds_while_the_answers_are_those_it_names() -> None:
    both = (verdict("李四", Outcome.PASS), finding("张三", "x"))
    dispute = judged(*both)
    ruling = settlement(dispute.digests, Outcome.FAIL, Charge("U2.a", "x"), Charge("U2.a", "x", 2))
    settled = judged(*both, settlements=(ruling,))
    assert not settled.is_open_dispute
    assert settled.outcome is Outcome.FAIL
    assert settled.charges == {Charge("U2.a", "x", 2)}
    assert settled.answers == dispute.answers
    changed = judged(both[0], finding("张三", "x", 2), settlements=(ruling,))
    assert changed.is_open_dispute
    third = judged(*both, verdict("赵六", Outcome.PASS), settlements=(ruling,))
    assert third.is_open_dispute


def test_a_settlement_of_what_nobody_disputes_any_more_does_nothing() -> None:
    dispute = judged(verdict("李四", Outcome.PASS), verdict("张三", Outcome.FAIL))
    ruling = settlement(dispute.digests)
    agreed = judged(verdict("李四", Outcome.PASS), verdict("张三", Outcome.PASS), settlements=(ruling,))
    assert (agreed.outcome, agreed.settlement) == (Outcome.PASS, None)


def test_two_settlements_that_differ_leave_the_dispute_open() -> None:
    both = (verdict("李四", Outcome.PASS), verdict("张三", Outcome.FAIL))
    ruling = settlement(judged(*both).digests)
    twin = replace(ruling, reason="说法不同", device="b")
    assert not judged(*both, settlements=(ruling, twin)).is_open_dispute
    other = replace(ruling, outcome=Outcome.PASS, device="b")
    assert judged(*both, settlements=(ruling, other)).is_open_dispute
    stale = replace(other, digests=("gone",))
    assert not judged(*both, settlements=(ruling, stale)).is_open_dispute


def test_the_order_of_records_does_not_matter() -> None:
    records: list[Verdict | Finding] = [
        verdict("李四", Outcome.PASS),
        finding("张三", "x"),
        verdict("赵六", Outcome.DOUBTFUL),
    ]
    for order in permutations(records):
        assert judged(*order) == judged(*records)
