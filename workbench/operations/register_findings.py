"""Writes what the checks of the register say beside what a run of the checks finds: outcomes and proposals of each subject."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from workbench.checks.catalogue import Check, checks
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.finding import Finding
from workbench.domain.observation import Observation
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.inspecting.proposals import category_of, propose
from workbench.operations.score_campaign import ignores_today
from workbench.storage.workspace import Workspace
from workbench.views.register_view import RegisterView


def register_checks(only: Sequence[str] = ()) -> list[Check]:
    """Those that see the register as a whole; `only` names the ones wanted, empty for all."""
    return [check for check in checks if check.sees is RegisterView and (not only or check.id in only)]


def write_register_findings(
    workspace: Workspace, run: int, *, only: Sequence[str] = (), codes: Sequence[str] = ()
) -> int:
    """Judge the register once and write it to every subject of the run, accounts too; `codes` names some, empty for all.

    How many proposals there are, without those that are ignored.
    """
    ignores, found = ignores_today(workspace), 0
    subjects = [subject for subject in workspace.subjects() if not codes or subject.code in codes]
    chosen = [(check, *_looked(workspace, check)) for check in register_checks(only)]
    done = workspace.done_subjects(run)
    for subject in subjects if chosen else ():
        for check, seen, crash in chosen:
            own = [observation for observation in seen.get(subject.id, ()) if not crash]
            findings = [_proposal(check, subject, o, workspace.standard) for o in own if not o.is_unsure]
            workspace.save_proposals(run, subject.id, findings)
            workspace.save_outcomes(run, subject.id, [_outcome(check, subject, own, crash)])
            found += sum(ignores.over_finding(finding) is None for finding in findings)
        if subject.id not in done:
            workspace.end_subject(run, subject.id)
    return found


def _looked(workspace: Workspace, check: Check) -> tuple[Mapping[UUID, list[Observation]], str]:
    """What the check says by subject, and how it crashed, if it did."""
    subjects = workspace.subjects()
    places: dict[str, UUID] = {}
    for subject in subjects:
        places.setdefault(subject.home_url or subject.code, subject.id)
    held: dict[UUID, list[Observation]] = defaultdict(list)
    try:
        for observation in check.run(RegisterView(subjects)):
            held[places[observation.place]].append(observation)
    except Exception as error:  # noqa: BLE001 - a crash is an outcome of the check, not of the run
        return held, f"检查程序出错：{type(error).__name__}: {error}"[:300]
    return held, ""


def _proposal(check: Check, subject: Subject, seen: Observation, standard: Standard) -> Finding:
    return propose(seen, subject=subject, standard=standard, category=category_of(check.topic))


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
    return CheckOutcome(subject_id=subject.id, check=check.id, target="", state=state, reason=reason)
