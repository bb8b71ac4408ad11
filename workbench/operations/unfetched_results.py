"""Writes what checks say that need no fetching: proposals and the outcome, beside what a run finds on the net."""

from collections.abc import Sequence
from datetime import date

from workbench.checks.catalogue import Check
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.observation import Observation
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.inspecting.proposals import category_of, propose
from workbench.operations.score_campaign import ignores_today
from workbench.storage.workspace import Workspace
from workbench.views.personal_numbers import mask_personal


def save_observations(
    workspace: Workspace,
    run: int,
    subject: Subject,
    check: Check,
    seen: Sequence[Observation],
    *,
    standard: Standard,
    crash: str = "",
) -> int:
    """Write one check's word on one subject; how many proposals there are, without those that are ignored.

    `crash` says how the check broke down: then that is its outcome, and it proposes nothing.
    """
    own = [] if crash else list(seen)
    category = category_of(check.topic)
    findings = [
        propose(each, subject=subject, standard=standard, category=category)
        for each in own
        if not each.is_unsure
    ]
    workspace.save_proposals(run, subject.id, findings)
    workspace.save_outcomes(run, subject.id, [_outcome(check, subject, own, crash)])
    ignores = ignores_today(workspace)
    return sum(ignores.over_finding(finding) is None for finding in findings)


def crash_in_words(error: Exception) -> str:
    return f"检查程序出错：{type(error).__name__}: {error}"[:300]


def _outcome(check: Check, subject: Subject, own: Sequence[Observation], crash: str) -> CheckOutcome:
    found = sum(not observation.is_unsure for observation in own)
    doubts = [observation.excerpt for observation in own if observation.is_unsure]
    state, reason = CheckEnd.FINE, ""
    if crash:
        state, reason = CheckEnd.CRASHED, crash
    elif found:
        state, reason = CheckEnd.FOUND, f"{found}个问题"
    elif doubts:
        state, reason = CheckEnd.UNSURE, doubts[0]
    return CheckOutcome(
        subject_id=subject.id,
        check=check.id,
        target="",
        state=state,
        reason=mask_personal(reason, as_of=date.max),
    )
