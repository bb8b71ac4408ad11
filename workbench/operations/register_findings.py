"""Writes what the checks of the register say beside what a run of the checks finds: outcomes and proposals of each subject."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from workbench.checks.catalogue import Check, chosen_checks
from workbench.domain.observation import Observation
from workbench.operations.unfetched_results import crash_in_words, save_observations
from workbench.storage.workspace import Workspace
from workbench.views.register_view import RegisterView


def register_checks(only: Sequence[str] = ()) -> list[Check]:
    """Those that see the register as a whole; `only` names the ones wanted, empty for all."""
    return [check for check in chosen_checks(only) if check.sees is RegisterView]


def write_register_findings(
    workspace: Workspace, run: int, *, only: Sequence[str] = (), codes: Sequence[str] = ()
) -> int:
    """Judge the register once and write it to every subject of the run, accounts too; `codes` names some, empty for all.

    How many proposals there are, without those that are ignored.
    """
    standard, found = workspace.standard, 0
    subjects = [subject for subject in workspace.subjects() if not codes or subject.code in codes]
    chosen = [(check, *_looked(workspace, check)) for check in register_checks(only)]
    done = workspace.done_subjects(run)
    for subject in subjects if chosen else ():
        for check, seen, crash in chosen:
            own = seen.get(subject.id, ())
            found += save_observations(workspace, run, subject, check, own, standard=standard, crash=crash)
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
        return held, crash_in_words(error)
    return held, ""
