"""What keeps a score from being final: indicators without answer, proposals without decision, disputes without settlement."""

from collections.abc import Collection, Iterable, Mapping

from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.judgement import Judgement
from workbench.domain.place import normalise_place
from workbench.domain.standard import Indicator, Part, Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome

_NO_ANSWER = (Outcome.NOT_CHECKED, Outcome.DOUBTFUL)


def indicators_due(standard: Standard, subject: Subject, *, is_bonus_open: bool) -> tuple[Indicator, ...]:
    """The indicators a person must have answered for this subject."""
    due = {Part.VETO, Part.DEDUCT, Part.BONUS} if is_bonus_open else {Part.VETO, Part.DEDUCT}
    applicable = standard.applicable_to(subject.kind, has_service=subject.has_service)
    return tuple(indicator for indicator in applicable if indicator.part in due)


def unanswered(
    due: Iterable[Indicator], judgements: Mapping[str, Judgement], *, fired: Collection[str]
) -> tuple[str, ...]:
    """Codes without an answer. A veto that fires has its answer by that: `fired` are the indicators of such."""
    return tuple(
        indicator.code
        for indicator in due
        if indicator.code not in fired and not _is_answered(indicator, judgements.get(indicator.code))
    )


def open_disputes(
    standard: Standard, due: Iterable[Indicator], judgements: Mapping[str, Judgement]
) -> tuple[str, ...]:
    """Codes of open disputes that bear on the result, be it only by a number that a veto of those due pools."""
    due_codes = {indicator.code for indicator in due}
    pooled = {
        code
        for indicator in due
        if indicator.part is Part.VETO
        for rule in indicator.rules
        for code in rule.sum_of
    }
    return tuple(
        indicator.code
        for indicator in standard.indicators
        if indicator.code in due_codes or pooled.intersection(rule.code for rule in indicator.rules)
        if indicator.code in judgements and judgements[indicator.code].is_open_dispute
    )


def open_proposals(standard: Standard, findings: Iterable[Finding], decisions: Iterable[Decision]) -> int:
    """How many proposals of the latest run await a decision of anybody.

    A person who recorded the same problem himself, by rule and place, has answered the proposal by that.
    """
    all_findings = tuple(findings)
    decided = {decision.finding_id for decision in decisions}
    recorded = {(f.rule, normalise_place(f.place)) for f in all_findings if not f.is_proposal and f.place}
    return sum(
        f.is_proposal
        and f.is_seen
        and standard.rule(f.rule) is not None
        and f.id not in decided
        and (f.rule, normalise_place(f.place)) not in recorded
        for f in all_findings
    )


def _is_answered(indicator: Indicator, judgement: Judgement | None) -> bool:
    if judgement is None:
        # A bonus is given, never owed: where nobody gives one there is none.
        return indicator.part is Part.BONUS
    if judgement.is_open_dispute:
        return True
    return judgement.outcome not in _NO_ANSWER and not _is_unexplained(indicator, judgement)


def _is_unexplained(indicator: Indicator, judgement: Judgement) -> bool:
    """Where several prices could be meant, a bare 不通过 does not say which."""
    is_bare = judgement.outcome is Outcome.FAIL and not judgement.charges
    return is_bare and indicator.part is Part.DEDUCT and len(indicator.rules) > 1
