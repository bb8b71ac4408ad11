"""From what people hold against a subject to its score, every step of it traced; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.judgement import Judgement, judge
from workbench.domain.score import Result, Score, TraceLine, VetoLine
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Scoring, Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Verdict
from workbench.standards.distances import point_distances, veto_distances
from workbench.standards.fired_vetoes import fired_vetoes, is_binding, veto_indicators
from workbench.standards.open_questions import indicators_due, open_disputes, open_proposals, unanswered
from workbench.standards.pricing import ZERO, price_of
from workbench.standards.readings import Reading, agreed_reading, harshest_reading, mildest_reading
from workbench.standards.tally import Tally, tally

_AFTER_VETO = "单项否决，不再计分"


def score(
    standard: Standard,
    subject: Subject,
    *,
    verdicts: Iterable[Verdict],
    findings: Iterable[Finding],
    decisions: Iterable[Decision],
    settlements: Iterable[Settlement],
) -> Score:
    """The score of one subject from its records.

    Only what nobody disputes or doubts can veto. The number takes the harshest view of open disputes.
    """
    if not subject.is_inspected or not standard.applicable_to(subject.kind, has_service=subject.has_service):
        return Score(subject_id=subject.id, result=Result.NOT_CHECKED)
    findings, decisions = tuple(findings), tuple(decisions)
    judgements = judge(
        standard, verdicts=verdicts, findings=findings, decisions=decisions, settlements=settlements
    )
    harshest = harshest_reading(standard, judgements)
    counted = tally(standard, subject, harshest)
    held = _what_is_held(standard, subject, judgements, counted, harshest)
    held = replace(held, open_proposals=open_proposals(standard, findings, decisions))
    if held.vetoes:
        return _vetoed(held)
    bracket = _bracket(standard, subject, judgements, harshest) if held.disputed else (None, None)
    return _numbered(held, standard, counted, bracket=bracket)


def _what_is_held(
    standard: Standard,
    subject: Subject,
    judgements: Mapping[str, Judgement],
    counted: Tally,
    harshest: Reading,
) -> Score:
    """The score but for its number: what fires, what warns, what was found and what is still open."""
    vetoing = veto_indicators(standard, subject)
    agreed = fired_vetoes(vetoing, agreed_reading(standard, judgements))
    vetoes = tuple(line for line in agreed if is_binding(standard, line))
    warnings = tuple(line for line in fired_vetoes(vetoing, harshest) if not is_binding(standard, line))
    due = indicators_due(standard, subject, is_bonus_open=counted.is_bonus_open)
    return Score(
        subject_id=subject.id,
        result=Result.INCOMPLETE,
        vetoes=vetoes,
        warnings=warnings,
        trace=_besides(counted.trace, (*vetoes, *warnings)),
        unanswered=unanswered(due, judgements, fired={line.indicator for line in agreed}),
        disputed=open_disputes(standard, due, judgements),
        distances=tuple(veto_distances(vetoing, harshest)),
    )


def _besides(trace: Iterable[TraceLine], shown: Iterable[VetoLine]) -> tuple[TraceLine, ...]:
    """The trace without what a veto line tells already."""
    rules = {line.rule for line in shown}
    return tuple(line for line in trace if line.rule not in rules)


def _vetoed(held: Score) -> Score:
    trace = tuple(replace(line, amount=ZERO, reason=_AFTER_VETO) for line in held.trace)
    return replace(held, result=Result.FAIL, trace=trace, steps=(f"{_AFTER_VETO}。",))


def _numbered(
    held: Score, standard: Standard, counted: Tally, *, bracket: tuple[Decimal | None, Decimal | None]
) -> Score:
    low, high = bracket
    return replace(
        held,
        result=_result(held, standard.scoring, counted),
        number=counted.number,
        low=low,
        high=high,
        deduct_part=counted.deduct_part,
        bonus_part=counted.bonus_part,
        unverified=counted.unverified,
        distances=(*held.distances, *point_distances(standard.scoring, counted.deduct_part)),
        steps=counted.steps,
    )


def _result(held: Score, scoring: Scoring, counted: Tally) -> Result:
    if held.unanswered or held.open_proposals:
        return Result.INCOMPLETE
    if held.disputed or counted.unverified:
        return Result.PROVISIONAL
    if counted.deduct_part is not None and counted.deduct_part < scoring.fail_below:
        return Result.FAIL
    return Result.PASS


def _bracket(
    standard: Standard, subject: Subject, judgements: Mapping[str, Judgement], harshest: Reading
) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest number that the open disputes leave; None where that would be a veto."""
    mildest = mildest_reading(
        standard, judgements, worth=lambda indicator, held: price_of(standard, indicator, held)
    )
    low, high = (_number_unless_vetoed(standard, subject, reading) for reading in (harshest, mildest))
    return low, high


def _number_unless_vetoed(standard: Standard, subject: Subject, reading: Reading) -> Decimal | None:
    fired = fired_vetoes(veto_indicators(standard, subject), reading)
    if any(is_binding(standard, line) for line in fired):
        return None
    return tally(standard, subject, reading).number
