"""Writes what the checks of accounts say of the sheets inspectors have filled in; nothing is fetched."""

from collections.abc import Sequence

from workbench.checks.catalogue import Check, chosen_checks
from workbench.domain.observation import Observation
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.inspecting.gathering import windows_for
from workbench.operations.account_sheets import sheets_of
from workbench.operations.unfetched_results import crash_in_words, save_observations
from workbench.storage.workspace import Workspace
from workbench.views.account_view import AccountView


def account_checks(only: Sequence[str] = ()) -> list[Check]:
    """Those that see the sheets of an account; `only` names the ones wanted, empty for all."""
    return [check for check in chosen_checks(only) if check.sees is AccountView]


def write_account_findings(
    workspace: Workspace, run: int, *, only: Sequence[str] = (), codes: Sequence[str] = ()
) -> int:
    """Judge every inspected account; `codes` names some subjects, empty for all. How many proposals there are."""
    standard, found = workspace.standard, 0
    accounts = [
        subject
        for subject in workspace.subjects()
        if subject.kind is SubjectKind.ACCOUNT
        and subject.is_inspected
        and (not codes or subject.code in codes)
    ]
    wanted, done = account_checks(only), workspace.done_subjects(run)
    for subject in accounts if wanted else ():
        for check in wanted:
            seen, crash = _look(workspace, check, subject, standard)
            found += save_observations(workspace, run, subject, check, seen, standard=standard, crash=crash)
        if subject.id not in done:
            workspace.end_subject(run, subject.id)
    return found


def _look(
    workspace: Workspace, check: Check, subject: Subject, standard: Standard
) -> tuple[list[Observation], str]:
    view = AccountView(
        subject=subject,
        sheets=sheets_of(workspace, subject.id),
        as_of=workspace.campaign.as_of,
        windows=windows_for(check.id, standard=standard, subject=subject),
    )
    try:
        return list(check.run(view)), ""
    except Exception as error:  # noqa: BLE001 - a crash is an outcome of the check, not of the run
        return [], crash_in_words(error)
