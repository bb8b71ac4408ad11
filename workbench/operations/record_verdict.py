"""Answer an indicator of a subject."""

from workbench.domain.ids import inspector_name, verdict_id
from workbench.domain.standard import Part
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_indicator
from workbench.operations.score_campaign import score_one
from workbench.storage.workspace import Workspace


def record_verdict(
    workspace: Workspace, *, subject: Subject, indicator: str, outcome: Outcome, by: str, note: str = ""
) -> Verdict:
    """The saved verdict; an earlier one of the same inspector is replaced and stays in the journal.

    Raises:
        WrongUseError: the indicator is not one this subject is judged by, or a pass contradicts what he himself holds.
    """
    who = inspector_name(by)
    find_indicator(workspace, indicator, subject)
    if outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
        _refuse_contradiction(workspace, subject, indicator, who)
    verdict = _verdict(subject, indicator, who, outcome, note)
    workspace.save(verdict, inspector=who)
    return verdict


def pass_the_rest(workspace: Workspace, *, subject: Subject, by: str) -> tuple[Verdict, ...]:
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
    decided = {decision.finding_id for decision in standing.decisions}
    open_rules = {f.rule for f in standing.findings if f.is_proposal and f.is_seen and f.id not in decided}
    rest = [
        indicator
        for indicator in workspace.standard.applicable_to(subject.kind, has_service=subject.has_service)
        if indicator.part in (Part.VETO, Part.DEDUCT)
        and indicator.code not in answered
        and not any(rule.code in open_rules for rule in indicator.rules)
    ]
    verdicts = tuple(_verdict(subject, indicator.code, who, Outcome.PASS, "") for indicator in rest)
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


def _refuse_contradiction(workspace: Workspace, subject: Subject, indicator: str, who: str) -> None:
    judgement = score_one(workspace, subject).judgements.get(indicator)
    own = [a for a in judgement.answers if a.inspector == who] if judgement else []
    if any(answer.charges for answer in own):
        raise WrongUseError(f"您在指标“{indicator}”下已记有问题，不能判为通过；请先撤回或改判这些问题。")
