"""Whether the checks of this PC were broken off, and how far they had come: a campaign that is opened again says so."""

from dataclasses import dataclass

from workbench.domain.subject import SubjectKind
from workbench.errors import EnvironmentFaultError
from workbench.operations.sole_checker import sole_checker
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class UnfinishedCheck:
    """`done` of `subjects` are through; running the checks again goes on with the others."""

    done: int
    subjects: int


def unfinished_check(workspace: Workspace) -> UnfinishedCheck | None:
    """The run that `run_checks` would take up again; None where there is none, or another process is at it."""
    own = [run for run in workspace.runs() if run.device == workspace.device and not run.is_recheck]
    if not own or own[0].ended_at is not None or own[0].checks or _is_under_way(workspace):
        return None
    wanted = {s.id for s in workspace.subjects() if s.is_inspected and s.kind is not SubjectKind.ACCOUNT}
    done = len(wanted & workspace.done_subjects(own[0].id))
    return UnfinishedCheck(done, len(wanted)) if done < len(wanted) else None


def _is_under_way(workspace: Workspace) -> bool:
    try:
        with sole_checker(workspace.path):
            return False
    except EnvironmentFaultError:
        return True
