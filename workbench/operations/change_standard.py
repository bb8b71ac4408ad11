"""Confirm or correct one cell of the campaign's standard, look first what that would do, and take it back."""

from collections.abc import Iterable, Mapping

from workbench.domain.ids import inspector_name, standard_change_id
from workbench.domain.standard_change import StandardChange
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.operations.score_campaign import SubjectStanding, score_campaign
from workbench.operations.score_shift import ScoreShift, score_shifts
from workbench.standards.cell_address import CellAddress, parse_address
from workbench.standards.cell_values import read_value, written
from workbench.standards.standard_cells import cell_at
from workbench.standards.standard_changes import (
    AmendedStandard,
    refuse_unfit_change,
    with_values,
    with_wording,
)
from workbench.storage.workspace import Workspace

_LONGEST_SOURCE = 300


def preview_change(
    workspace: Workspace,
    *,
    cell: str,
    value: str | None,
    standings: Iterable[SubjectStanding] | None = None,
) -> tuple[ScoreShift, ...]:
    """Whose score would change and from what to what; None as value takes the cell back to what is pinned.

    `standings` are the scores of now, where the asker has them already.

    Raises:
        WrongUseError: there is no such cell, or the value does not fit.
    """
    amended = workspace.amended_standard
    trial = with_values(amended, _wanted(amended, parse_address(cell), value))
    return score_shifts(score_campaign(workspace) if standings is None else standings, trial.standard)


def change_standard(
    workspace: Workspace, *, cell: str, value: str, source: str, by: str
) -> tuple[StandardChange, ...]:
    """The saved change, and the one of the rule's sentence where this names the old window or number: one act to undo.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: there is no such cell, the value does not fit, or no source is given.
    """
    require_lead(workspace, by)
    shown = _source(source)
    address = parse_address(cell)
    values = with_wording(workspace.amended_standard.standard, address, value)
    changes = tuple(_change(workspace, each, text, shown) for each, text in values.items())
    for change in changes:
        refuse_unfit_change(workspace.pinned_standard, change)
    workspace.save(*changes, inspector=inspector_name(by), why=shown)
    return changes


def revert_standard(workspace: Workspace, *, cell: str, by: str) -> tuple[CellAddress, ...]:
    """The cells that are again as pinned.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: there is no such cell, or nobody has changed it.
    """
    require_lead(workspace, by)
    amended = workspace.amended_standard
    addresses = _taken_back(amended, parse_address(cell))
    held = [change for change in amended.changes if change.cell in map(str, addresses)]
    records = {change.id: change for change in held}
    workspace.delete(*records.values(), inspector=inspector_name(by), why="恢复原值")
    return addresses


def _wanted(
    amended: AmendedStandard, address: CellAddress, value: str | None
) -> Mapping[CellAddress, str | None]:
    if value is None:
        return dict.fromkeys(_taken_back(amended, address))
    return {**with_wording(amended.standard, address, value)}


def _change(workspace: Workspace, address: CellAddress, text: str, source: str) -> StandardChange:
    return StandardChange(
        id=standard_change_id(workspace.campaign.id, cell=str(address)),
        subject_id=None,
        cell=str(address),
        value=written(read_value(address, text)),
        source=source,
    )


def _taken_back(amended: AmendedStandard, address: CellAddress) -> tuple[CellAddress, ...]:
    """The cell, and the sentence that was changed only to follow it."""
    cell_at(amended.pinned, address)
    if address not in amended.standing and address not in amended.disputed:
        raise WrongUseError(f"“{address}”没有改过，无需恢复。")
    change, wording = amended.standing.get(address), amended.standing.get(address.beside("when"))
    if change is None or wording is None:
        return (address,)
    followed = with_wording(amended.pinned, address, change.value).get(address.beside("when"))
    return (address, address.beside("when")) if followed == wording.value else (address,)


def _source(given: str) -> str:
    found = " ".join(given.split())
    if not found:
        raise WrongUseError("请写明依据：哪份文件、第几条或第几页。")
    if len(found) > _LONGEST_SOURCE or not found.isprintable():
        raise WrongUseError(f"依据请写成不超过{_LONGEST_SOURCE}字的一句话。")
    return found
