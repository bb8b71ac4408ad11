"""Answer an indicator of a subject, the rest of them, or a whole topic that does not apply."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.domain.ids import inspector_name, verdict_id
from workbench.domain.judgement import Judgement, judge
from workbench.domain.standard import Part
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_indicator
from workbench.operations.score_campaign import SubjectStanding, score_one
from workbench.storage.workspace import Workspace


def record_verdict(
    workspace: Workspace,
    *,
    subject: Subject,
    indicator: str,
    outcome: Outcome,
    by: str,
    note: str = "",
    page_saved_at: datetime | None = None,
) -> Verdict:
    """The saved verdict; an earlier one of the same inspector is replaced and stays in the journal.

    `page_saved_at` is when the page was saved that he looked at, where it was not the live one.

    Raises:
        WrongUseError: the indicator is not one this subject is judged by, or a pass contradicts what he himself holds.
    """
    who = inspector_name(by)
    find_indicator(workspace, indicator, subject)
    if outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
        _refuse_contradiction(workspace, subject, indicator, who)
    verdict = replace(_verdict(subject, indicator, who, outcome, note), page_saved_at=page_saved_at)
    workspace.save(verdict, inspector=who)
    return verdict


@dataclass(frozen=True, slots=True)
class TopicAnswer:
    """What became of a whole topic: the new verdicts, and the codes left alone because something is held or open there."""

    verdicts: tuple[Verdict, ...]
    left_open: tuple[str, ...]


def mark_not_applicable(
    workspace: Workspace,
    *,
    subject: Subject,
    indicators: Sequence[str],
    by: str,
    page_saved_at: datetime | None = None,
) -> TopicAnswer:
    """Answer all these indicators as not applicable, in one act that is undone as one.

    Where he holds a problem, or a proposal still waits, nothing is changed.

    Raises:
        WrongUseError: one of them is none this subject is judged by.
    """
    who = inspector_name(by)
    standing = score_one(workspace, subject)
    waiting = _rules_with_open_proposals(standing)
    free: list[str] = []
    left: list[str] = []
    for code in indicators:
        indicator = find_indicator(workspace, code, subject)
        is_open = any(rule.code in waiting for rule in indicator.rules)
        is_held = _holds(standing.judgements.get(code), who)
        (left if is_open or is_held else free).append(code)
    notes = _own_notes(standing, who)
    verdicts = tuple(
        replace(
            _verdict(subject, code, who, Outcome.NOT_APPLICABLE, notes.get(code, "")),
            page_saved_at=page_saved_at,
        )
        for code in free
    )
    if verdicts:
        workspace.save(*verdicts, inspector=who, why="整组不适用")
    return TopicAnswer(verdicts, tuple(left))


def pass_the_rest(
    workspace: Workspace, *, subject: Subject, by: str, page_saved_at: datetime | None = None
) -> tuple[Verdict, ...]:
    """Pass what this inspector has not answered, in one act; what has open proposals stays open.

    Bonus indicators are left alone: they are given, not passed.
    """
    who = inspector_name(by)
    standing = score_one(workspace, subject)
    answered = {
        code
        for code, judgement in standing.judgements.items()
        if any(a.inspector == who and a.outcome is not Outcome.NOT_CHECKED for a in judgement.answers)
    }
    open_rules = _rules_with_open_proposals(standing)
    rest = [
        indicator
        for indicator in workspace.standard.applicable_to(subject.kind, has_service=subject.has_service)
        if indicator.part in (Part.VETO, Part.DEDUCT)
        and indicator.code not in answered
        and not any(rule.code in open_rules for rule in indicator.rules)
    ]
    notes = _own_notes(standing, who)
    verdicts = tuple(
        replace(
            _verdict(subject, indicator.code, who, Outcome.PASS, notes.get(indicator.code, "")),
            page_saved_at=page_saved_at,
        )
        for indicator in rest
    )
    if verdicts:
        workspace.save(*verdicts, inspector=who, why="其余通过")
    return verdicts


def _verdict(subject: Subject, indicator: str, who: str, outcome: Outcome, note: str) -> Verdict:
    return Verdict(
        id=verdict_id(subject.id, indicator=indicator, inspector=who),
        subject_id=subject.id,
        indicator=indicator,
        inspector=who,
        outcome=outcome,
        note=note,
    )


def _own_notes(standing: SubjectStanding, who: str) -> dict[str, str]:
    """What he has noted so far, which an answer to many indicators at once does not wipe out."""
    return {verdict.indicator: verdict.note for verdict in standing.verdicts if verdict.inspector == who}


def _rules_with_open_proposals(standing: SubjectStanding) -> set[str]:
    decided = {decision.finding_id for decision in standing.decisions}
    return {f.rule for f in standing.findings if f.is_proposal and f.is_seen and f.id not in decided}


def _holds(judgement: Judgement | None, who: str) -> bool:
    answers = judgement.answers if judgement is not None else ()
    return any(answer.charges for answer in answers if answer.inspector == who)


def _refuse_contradiction(workspace: Workspace, subject: Subject, indicator: str, who: str) -> None:
    """Nobody waits for a score here: what he holds is enough."""
    judgements = judge(
        workspace.standard,
        verdicts=(),
        findings=workspace.findings(subject.id),
        decisions=workspace.decisions(subject.id),
        settlements=(),
    )
    if _holds(judgements.get(indicator), who):
        raise WrongUseError(f"您在指标“{indicator}”下已记有问题，不能判为通过；请先撤回或改判这些问题。")
