"""Put on record why a column has nothing to publish, with the proof and a last day; take it back; carry it into a new round."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.ids import inspector_name, silence_id
from workbench.domain.place import normalise_place
from workbench.domain.silence import Silence
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.silent_columns import SilenceRow, silence_rows
from workbench.storage.workspace import Workspace

# A reason is looked at again at least once a year.
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedSilences:
    """What became of the silences of the round before: taken over, to be renewed, without their column here, here already."""

    carried: tuple[SilenceRow, ...]
    expired: tuple[SilenceRow, ...]
    missing: tuple[SilenceRow, ...]
    known: tuple[SilenceRow, ...]


def record_silence(
    workspace: Workspace,
    column: Column,
    *,
    reason: str,
    proof: str,
    until: date,
    by: str,
    today: date | None = None,
) -> Silence:
    """The saved silence; one that the column has already is renewed.

    Raises:
        WrongUseError: no reason, no proof, or a last day that has passed or lies more than a year ahead.
    """
    day = today or date.today()
    if not reason.strip() or not proof.strip():
        raise WrongUseError("请写明没有更新的理由和依据（文号、网址或说明的出处）。")
    if until < day:
        raise WrongUseError(f"截止日期 {until} 已经过去，请写今天或以后的日期。")
    if until > day + LONGEST:
        raise WrongUseError("无更新说明最长有效一年，到期可以续期，请把截止日期提前。")
    who = inspector_name(by)
    silence = Silence(
        id=silence_id(column.id),
        subject_id=column.subject_id,
        column_id=column.id,
        reason=" ".join(reason.split()),
        proof=" ".join(proof.split()),
        until=until,
        inspector=who,
    )
    workspace.save(silence, inspector=who, why=f"栏目“{column.name}”无更新说明")
    return silence


def end_silence(workspace: Workspace, silence: Silence, *, by: str, why: str = "") -> None:
    """The column is held to account again from now on.

    Raises:
        NotAllowedError: it is somebody else's, and `by` is not the lead.
    """
    who = inspector_name(by)
    if who not in (silence.inspector, workspace.campaign.lead):
        raise NotAllowedError(f"这是{silence.inspector}写的无更新说明，只有本人或组长可以结束。")
    workspace.delete(silence, inspector=who, why=why.strip())


def find_silence(workspace: Workspace, column: Column) -> Silence:
    """Raises WrongUseError where the column has none."""
    rows = silence_rows(workspace, subject_id=column.subject_id)
    found = next((row.silence for row in rows if row.silence.column_id == column.id), None)
    if found is None:
        raise WrongUseError(f"栏目“{column.name}”没有无更新说明，请用 silence list 核对。")
    return found


def carry_silences(
    workspace: Workspace, previous: Path, *, by: str, today: date | None = None
) -> CarriedSilences:
    """Take over what still holds from the file of the round before, by subject code and column address.

    Raises:
        EnvironmentFaultError: the file is none of ours, damaged or newer.
    """
    day, who = today or date.today(), inspector_name(by)
    with Workspace.open_pack(previous) as old:
        rows = silence_rows(old, today=day)
    columns = _columns_by_place(workspace)
    held = {row.silence.id for row in silence_rows(workspace, today=day)}
    sorted_out: dict[str, list[SilenceRow]] = {"carried": [], "expired": [], "missing": [], "known": []}
    for row in rows:
        column = columns.get((row.code, normalise_place(row.url)))
        sorted_out[_fate(row, column, held)].append(row)
    fresh = [
        _moved(row, columns[row.code, normalise_place(row.url)], inspector=who)
        for row in sorted_out["carried"]
    ]
    if fresh:
        workspace.save(*fresh, inspector=who, why=f"沿用“{previous.name}”的无更新说明")
    return CarriedSilences(**{fate: tuple(found) for fate, found in sorted_out.items()})


def _fate(row: SilenceRow, column: Column | None, held: Set[UUID]) -> str:
    if column is None:
        return "missing"
    if silence_id(column.id) in held:
        return "known"
    return "carried" if row.holds else "expired"


def _moved(row: SilenceRow, column: Column, *, inspector: str) -> Silence:
    return replace(
        row.silence,
        id=silence_id(column.id),
        subject_id=column.subject_id,
        column_id=column.id,
        inspector=inspector,
        device="",
        at=None,
    )


def _columns_by_place(workspace: Workspace) -> dict[tuple[str, str], Column]:
    codes = {subject.id: subject.code for subject in workspace.subjects()}
    return {
        (codes.get(column.subject_id, ""), normalise_place(column.url)): column
        for column in workspace.columns()
    }
