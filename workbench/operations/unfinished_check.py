"""Whether the checks of this PC were broken off, and how far they had come: to go on with them, or to leave it at that."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.subject import SubjectKind
from workbench.errors import EnvironmentFaultError
from workbench.operations.engine_room import leave_room
from workbench.operations.fetched_checks import is_for_sites
from workbench.operations.sole_checker import sole_checker
from workbench.storage.run_records import Run
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedCheck:
    """`done` of `subjects` are through. Running the same `only` and `codes` again (each empty for all) goes on with the others."""

    run: int
    done: int
    subjects: int
    only: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def own_runs(workspace: Workspace) -> Iterator[Run]:
    """The runs of this PC, the latest first, without those that looked at one thing again."""
    return (run for run in workspace.runs() if run.device == workspace.device and not run.is_recheck)


def unfinished_check(workspace: Workspace) -> UnfinishedCheck | None:
    """The latest run that was broken off and not done anew since; None where there is none, or another process is at it."""
    return None if _is_under_way(workspace) else _broken_off(workspace)


def _broken_off(workspace: Workspace) -> UnfinishedCheck | None:
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for run in own_runs(workspace):
        asked_for = run.checks, run.subjects
        is_open = asked_for not in seen and run.ended_at is None and is_for_sites(run.checks)
        if is_open and (found := _how_far(workspace, run)) is not None:
            return found
        seen.add(asked_for)
    return None


def end_unfinished_check(workspace: Workspace) -> None:
    """Leave it at what has been found: the next run begins anew.

    Raises:
        EnvironmentFaultError: another process is at it.
    """
    with sole_checker(workspace.path):
        found = _broken_off(workspace)
        if found is not None:
            workspace.end_run(found.run)
            leave_room(workspace.path)


def _how_far(workspace: Workspace, run: Run) -> UnfinishedCheck | None:
    """None where all that is still inspected is through."""
    wanted = {
        subject.id
        for subject in workspace.subjects()
        if (subject.code in run.subjects if run.subjects else subject.is_inspected)
        and subject.kind is not SubjectKind.ACCOUNT
    }
    done = len(wanted & workspace.done_subjects(run.id))
    if done >= len(wanted):
        return None
    return UnfinishedCheck(run=run.id, done=done, subjects=len(wanted), only=run.checks, codes=run.subjects)


def _is_under_way(workspace: Workspace) -> bool:
    try:
        with sole_checker(workspace.path):
            return False
    except EnvironmentFaultError:
        return True
