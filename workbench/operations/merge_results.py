"""Take result files in: look at what they would bring, then unite, all files or none."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from workbench.domain.record_heads import heads
from workbench.domain.record_version import RecordKind
from workbench.merge.merge_preview import preview_merge as merge_preview
from workbench.merge.merge_side import MergeSide, Record
from workbench.merge.open_disputes import OpenDispute, open_disputes
from workbench.operations.fit_results import refuse_unfit
from workbench.storage.record_codec import record_of
from workbench.storage.standard_records import amended_by
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSummary:
    """`added` record versions are new; `disputes` are open afterwards, those of before included, by subject and indicator.

    `brings_checks`: results of checks that are not here yet. `torn_cells` of the standard were filled in differently on two
    PCs of the lead and stay as pinned.
    """

    files: int
    inspectors: tuple[str, ...]
    added: int
    disputes: tuple[tuple[str, str], ...]
    torn_cells: int = 0
    brings_checks: bool = False

    @property
    def is_empty(self) -> bool:
        """Merging would change nothing."""
        return not self.added and not self.brings_checks

    def in_words(self) -> str:
        names = "、".join(self.inspectors)
        if not self.added:
            head = f"{self.files} 个文件（{names}）的内容都已经在这里，没有新内容"
        else:
            head = f"合并 {self.files} 个文件（{names}），新增 {self.added} 条记录"
        if self.torn_cells:
            head += f"；{self.torn_cells} 格指标在两台电脑上填得不同，暂按原值，请组长到“指标”页重新填写"
        if not self.disputes:
            return f"{head}；没有争议。"
        listed = "、".join(f"{name} {indicator}" for name, indicator in self.disputes)
        return f"{head}；{len(self.disputes)} 项争议待组长裁定：{listed}。"


def preview_merge(workspace: Workspace, files: Sequence[Path]) -> MergeSummary:
    """What merging these files would bring; nothing is changed.

    Raises:
        WrongUseError: a file belongs to another campaign or standard, or carries what its inspector may not change.
        ForeignFileError: a file is damaged or none of ours.
    """
    with _open_packs(workspace, files) as packs:
        theirs = MergeSide(
            name="、".join(pack.path.name for pack in packs),
            campaign=workspace.campaign,
            versions=frozenset(version for pack in packs for version in pack.versions()),
            proposals=tuple(f for pack in packs for f in pack.findings() if f.is_proposal),
        )
        ours = MergeSide(
            name=workspace.path.name,
            campaign=workspace.campaign,
            versions=frozenset(workspace.versions()),
            proposals=tuple(f for f in workspace.findings() if f.is_proposal),
        )
        found = merge_preview(ours, theirs, standard=workspace.standard, decode=record_of)
        summary = _summary(workspace, packs, added=found.new_versions, disputes=found.disputes)
        return replace(summary, brings_checks=any(_brings_checks(workspace, pack) for pack in packs))


def merge_results(workspace: Workspace, files: Sequence[Path]) -> MergeSummary:
    """Unite the campaign with these result files. Merging one twice changes nothing; a faulty one stops all.

    Raises:
        WrongUseError: a file belongs to another campaign or standard, or carries what its inspector may not change.
        ForeignFileError: a file is damaged or none of ours.
    """
    with _open_packs(workspace, files) as packs:
        added = workspace.adopt_pack(*packs)
        records: tuple[Record, ...] = (
            *workspace.verdicts(),
            *workspace.decisions(),
            *workspace.settlements(),
        )
        disputes = open_disputes(workspace.standard, records, workspace.findings())
        return _summary(workspace, packs, added=added, disputes=disputes)


@contextmanager
def _open_packs(workspace: Workspace, files: Sequence[Path]) -> Iterator[tuple[Workspace, ...]]:
    """The files, open and found fit, every one of them before any is used."""
    with ExitStack() as open_files:
        packs = tuple(open_files.enter_context(Workspace.open_pack(file)) for file in files)
        for pack in packs:
            refuse_unfit(workspace, pack)
        yield packs


def _summary(
    workspace: Workspace, packs: Sequence[Workspace], *, added: int, disputes: Sequence[OpenDispute]
) -> MergeSummary:
    names = {subject.id: subject.name for held in (*packs, workspace) for subject in held.subjects()}
    return MergeSummary(
        files=len(packs),
        inspectors=tuple(dict.fromkeys(pack.origin.inspector or pack.campaign.lead for pack in packs)),
        added=added,
        disputes=tuple((names.get(d.subject_id, "不在台账的对象"), d.indicator) for d in disputes),
        torn_cells=_torn_cells(workspace, packs),
    )


def _brings_checks(workspace: Workspace, pack: Workspace) -> bool:
    subjects = [subject.id for subject in pack.subjects()]
    known = {visit for subject in subjects for visit in workspace.home_visits(subject)}
    visits = {visit for subject in subjects for visit in pack.home_visits(subject)}
    return not visits <= known or not _checked(pack) <= _checked(workspace)


def _checked(workspace: Workspace) -> set[tuple[UUID, UUID]]:
    """Which run, by its own name, has been through which subject."""
    return {(run.uid, subject) for run in workspace.runs() for subject in workspace.done_subjects(run.id)}


def _torn_cells(workspace: Workspace, packs: Sequence[Workspace]) -> int:
    held = {version for each in (*packs, workspace) for version in each.versions()}
    changes = heads(version for version in held if version.kind is RecordKind.STANDARD_CHANGE)
    return len(amended_by(workspace.pinned_standard, changes).disputed)
