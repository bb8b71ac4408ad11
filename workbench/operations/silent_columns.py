"""Which columns have a reason on record for their silence, and what that holds back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.place import normalise_place
from workbench.domain.silence import Silence
from workbench.storage.workspace import Workspace

SILENCE_WORD = "无更新说明"
# What a column with a reason is not held to account for.
_HELD_BACK = ("stale-column", "blank-column")


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceRow:
    """A silence as lists show it. `holds` is False once its last day has passed: then it has to be renewed or forgotten."""

    silence: Silence
    code: str
    name: str
    column: str
    url: str
    holds: bool

    @property
    def words(self) -> str:
        held = self.silence
        state = f"有效至{held.until}" if self.holds else f"{held.until}已到期，请续期或恢复更新"
        parts = (self.name, self.column, state, f"理由：{held.reason}", f"依据：{held.proof}", held.inspector)
        return " · ".join(part for part in parts if part)


def silences_of(workspace: Workspace, subject_id: UUID | None = None) -> tuple[Silence, ...]:
    """One for each column. Where two PCs wrote different ones, the one that ends first stands: no silence by chance."""
    found: dict[UUID, Silence] = {}
    for silence in sorted(
        workspace.records(Silence, subject_id), key=lambda each: (each.until, each.at is None)
    ):
        found.setdefault(silence.id, silence)
    return tuple(found.values())


def ignores_by_silence(workspace: Workspace) -> Iterator[Ignore]:
    """What every silence holds back, in the form in which the rest of the program knows what is held back."""
    columns = _columns(workspace)
    for silence in silences_of(workspace):
        column = columns.get(silence.column_id)
        for check in _HELD_BACK if column is not None else ():
            yield Ignore(
                id=silence.id,
                subject_id=silence.subject_id,
                scope=IgnoreScope.LINK,
                reason=f"{silence.reason}（依据：{silence.proof}）",
                until=silence.until,
                check=check,
                target=normalise_place(column.url if column else ""),
                inspector=silence.inspector,
                device=silence.device,
                at=silence.at,
            )


def silence_rows(
    workspace: Workspace, *, today: date | None = None, subject_id: UUID | None = None
) -> tuple[SilenceRow, ...]:
    """Those that hold first, then those to renew; each group by its last day."""
    day = today or date.today()
    subjects = {subject.id: subject for subject in workspace.subjects()}
    columns = _columns(workspace)
    rows = [
        SilenceRow(
            silence=silence,
            code=subjects[silence.subject_id].code,
            name=subjects[silence.subject_id].name,
            column=column.name,
            url=column.url,
            holds=silence.holds_on(day),
        )
        for silence in silences_of(workspace, subject_id)
        if (column := columns.get(silence.column_id)) is not None and silence.subject_id in subjects
    ]
    return tuple(sorted(rows, key=lambda row: (not row.holds, row.silence.until, row.code, row.url)))


def in_force(silences: Iterable[Silence], day: date) -> tuple[Silence, ...]:
    return tuple(silence for silence in silences if silence.holds_on(day))


def _columns(workspace: Workspace) -> dict[UUID, Column]:
    return {column.id: column for column in workspace.columns()}
