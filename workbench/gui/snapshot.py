"""Everything the pages show of the people's work, read in one go and frozen; machine results are read page by page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from workbench.domain.campaign import Campaign
from workbench.domain.column import Column
from workbench.domain.evidence import Evidence
from workbench.domain.standard import Standard
from workbench.domain.subject import SubjectKind
from workbench.operations.previous_round import PreviousRound, previous_round
from workbench.operations.score_campaign import SubjectStanding, score_campaign, score_one
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """`standings` in the order of the register; `saved_at` is when the newest record of a person was stored.

    `previous` is what the round before found. `pack_inspector` is whom a task pack is for, or a result pack from.
    """

    path: Path
    campaign: Campaign
    standard: Standard
    amended: AmendedStandard
    standings: tuple[SubjectStanding, ...]
    columns: Mapping[UUID, tuple[Column, ...]]
    evidence: Mapping[UUID, tuple[Evidence, ...]] = field(default_factory=dict)
    kind: WorkspaceKind = WorkspaceKind.CAMPAIGN
    pack_inspector: str = ""
    saved_at: datetime | None = None
    previous: PreviousRound | None = None

    def standing(self, subject_id: UUID | None) -> SubjectStanding | None:
        return next((each for each in self.standings if each.subject.id == subject_id), None)


def read_snapshot(workspace: Workspace, *, saved_at: datetime | None = None) -> Snapshot:
    amended = workspace.amended_standard
    return Snapshot(
        path=workspace.path,
        campaign=workspace.campaign,
        standard=amended.standard,
        amended=amended,
        standings=tuple(sorted(score_campaign(workspace), key=_register_order)),
        columns=_by_subject(workspace.columns()),
        evidence=_by_subject(workspace.evidence()),
        kind=workspace.kind,
        pack_inspector=workspace.origin.inspector,
        saved_at=saved_at or _last_saved(workspace),
        previous=previous_round(workspace),
    )


def refresh_snapshot(
    workspace: Workspace, old: Snapshot, subjects: Iterable[UUID], *, saved_at: datetime | None
) -> Snapshot:
    """The same with these subjects scored anew."""
    if workspace.standard is not old.standard:
        # Another program on the same file has changed the standard: every score rests on it.
        return read_snapshot(workspace, saved_at=saved_at)
    wanted = frozenset(subjects)
    standings = tuple(
        score_one(workspace, each.subject) if each.subject.id in wanted else each for each in old.standings
    )
    evidence = {**old.evidence, **{each: workspace.evidence(each) for each in wanted}}
    return replace(old, standings=standings, evidence=evidence, saved_at=saved_at or old.saved_at)


def _last_saved(workspace: Workspace) -> datetime | None:
    newest = workspace.recent_versions(limit=1)
    return newest[0].at.astimezone() if newest else None


def _register_order(standing: SubjectStanding) -> tuple[int, str]:
    """Portals first, accounts last, within a kind by code: the order offices keep their registers in."""
    return list(SubjectKind).index(standing.subject.kind), standing.subject.code


class _OfSubject(Protocol):
    @property
    def subject_id(self) -> UUID: ...


Record = TypeVar("Record", bound=_OfSubject)


def _by_subject(records: Iterable[Record]) -> Mapping[UUID, tuple[Record, ...]]:
    grouped: dict[UUID, list[Record]] = {}
    for record in records:
        grouped.setdefault(record.subject_id, []).append(record)
    return {subject_id: tuple(held) for subject_id, held in grouped.items()}
