"""Cut one task pack per inspector: his subjects, their columns, the standard, proposals and saved pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.domain.ids import inspector_name
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

_NOT_IN_FILE_NAMES = set('\\/:*?"<>|')


def split_tasks(workspace: Workspace, tasks: Mapping[str, Sequence[str]], folder: Path) -> tuple[Path, ...]:
    """`NAME.inspection` per inspector in `folder`; who has what is noted in the register first.

    A subject may be given to two inspectors: what they find is held against each other when the results come back.

    Raises:
        WrongUseError: an unknown code, or a name that cannot be a file name; nothing has been written then.
    """
    by_name = {
        inspector_name(name): [find_subject(workspace, code) for code in codes]
        for name, codes in tasks.items()
    }
    unusable = [name for name in by_name if set(name) & _NOT_IN_FILE_NAMES or name != name.strip(".")]
    if unusable:
        raise WrongUseError(f"姓名“{unusable[0]}”里有文件名不能用的字符，或以点开头、结尾，请改正后重试。")
    folder.mkdir(parents=True, exist_ok=True)
    _assign(workspace, by_name)
    written = []
    for name, subjects in by_name.items():
        target = folder / f"{name}.inspection"
        chosen = {subject.id for subject in subjects}
        export_pack(workspace, target, kind=WorkspaceKind.TASK_PACK, inspector=name, subject_ids=chosen)
        written.append(target)
    return tuple(written)


def _assign(workspace: Workspace, by_name: Mapping[str, Sequence[Subject]]) -> None:
    chosen = {name: {subject.id for subject in subjects} for name, subjects in by_name.items()}
    changed = []
    for subject in workspace.subjects():
        names = {name for name, ids in chosen.items() if subject.id in ids}
        assigned = tuple(sorted(names | set(subject.assigned_to)))
        if assigned != subject.assigned_to:
            changed.append(replace(subject, assigned_to=assigned))
    if changed:
        workspace.save(*changed, inspector=workspace.campaign.lead, why="分派任务")
