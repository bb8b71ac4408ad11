"""Take result files in: look at what they would bring, then unite, all files or none."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.record_version import RecordKind
from workbench.errors import WrongUseError
from workbench.operations.score_campaign import score_campaign
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

_LEADS_OWN = (RecordKind.SUBJECT, RecordKind.COLUMN, RecordKind.SETTLEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSummary:
    """`added` record versions were new; `disputes` are open now, those of before included."""

    files: int
    inspectors: tuple[str, ...]
    added: int
    disputes: tuple[tuple[str, str], ...]

    def in_words(self) -> str:
        names = "、".join(self.inspectors)
        if not self.added:
            head = f"{self.files} 个文件（{names}）的内容都已经在这里，没有新内容"
        else:
            head = f"合并 {self.files} 个文件（{names}），新增 {self.added} 条记录"
        if not self.disputes:
            return f"{head}；没有争议。"
        listed = "、".join(f"{name} {indicator}" for name, indicator in self.disputes)
        return f"{head}；{len(self.disputes)} 项争议待组长裁定：{listed}。"


def merge_results(workspace: Workspace, files: Sequence[Path]) -> MergeSummary:
    """Unite the campaign with these result files. Merging one twice changes nothing; a faulty one stops all.

    Raises:
        WrongUseError: a file belongs to another campaign or standard, or carries what only the lead may change.
        ForeignFileError: a file is damaged or none of ours.
    """
    with ExitStack() as open_files:
        packs = [open_files.enter_context(Workspace.open_pack(file)) for file in files]
        for pack in packs:
            refuse_unfit(workspace, pack)
        added = sum(workspace.adopt_pack(pack) for pack in packs)
        inspectors = tuple(dict.fromkeys(_whose(pack) for pack in packs))
    return MergeSummary(
        files=len(files), inspectors=inspectors, added=added, disputes=open_disputes(workspace)
    )


def open_disputes(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Subject name and indicator code of every dispute that waits for the lead."""
    return tuple(
        (standing.subject.name, judgement.indicator)
        for standing in score_campaign(workspace)
        for judgement in standing.open_disputes
    )


def refuse_unfit(workspace: Workspace, pack: Workspace) -> None:
    """Raises WrongUseError where the pack must not be united with this campaign."""
    if pack.path.resolve() == workspace.path.resolve():
        raise WrongUseError("这就是正在合并的批次文件本身，请选检查员交回的结果包。")
    if pack.kind is WorkspaceKind.TASK_PACK:
        raise WrongUseError(f"“{pack.path.name}”是发出去的任务包，请让检查员在其中导出结果包后再合并。")
    strangers = {
        version.inspector
        for version in set(pack.versions()) - set(workspace.versions())
        if version.kind in _LEADS_OWN and version.inspector != workspace.campaign.lead
    }
    if strangers:
        raise WrongUseError(
            f"“{pack.path.name}”里有{'、'.join(sorted(strangers))}对台账或裁定的改动，只有组长可以改，没有合并。"
        )


def _whose(pack: Workspace) -> str:
    return pack.origin.inspector or pack.campaign.lead
