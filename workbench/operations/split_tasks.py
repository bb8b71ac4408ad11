"""Cut one task pack per inspector: his subjects, their columns, the standard, proposals and saved pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.domain.ids import inspector_name
from workbench.domain.record_version import RecordVersion
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.operations.undo_change import UNDO_WORD
from workbench.operations.written_together import written_together
from workbench.storage.pack_export import export_pack, refuse_loss
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

_NOT_IN_FILE_NAMES = set('\\/:*?"<>|')


def split_tasks(workspace: Workspace, tasks: Mapping[str, Sequence[str]], folder: Path) -> tuple[Path, ...]:
    """`NAME.inspection` per inspector in `folder`; who has what is noted in the register first. All of it, or none.

    A subject may be given to two inspectors: what they find is held against each other when the results come back.

    Raises:
        WrongUseError: an unknown code, a name that cannot be a file name, or a file that would be lost; nothing has been
            noted then.
        EnvironmentFaultError: a pack cannot be written; those before it are gone again, and the register is as it was.
    """
    by_name = {
        inspector_name(name): [find_subject(workspace, code) for code in codes]
        for name, codes in tasks.items()
    }
    unusable = [name for name in by_name if set(name) & _NOT_IN_FILE_NAMES or name != name.strip(".")]
    if unusable:
        raise WrongUseError(f"姓名“{unusable[0]}”里有文件名不能用的字符，或以点开头、结尾，请改正后重试。")
    folder.mkdir(parents=True, exist_ok=True)
    targets = {name: folder / f"{name}.inspection" for name in by_name}
    for target in targets.values():
        refuse_loss(workspace, target, WorkspaceKind.TASK_PACK)
    assigned = _assign(workspace, by_name)
    try:
        with written_together(targets.values()):
            for name, subjects in by_name.items():
                _cut(workspace, targets[name], name, subjects)
    except BaseException:
        if assigned:
            workspace.undo(*assigned, inspector=workspace.campaign.lead, why=UNDO_WORD)
        raise
    return tuple(targets.values())


def _cut(workspace: Workspace, target: Path, name: str, subjects: Sequence[Subject]) -> None:
    chosen = {subject.id for subject in subjects}
    export_pack(workspace, target, kind=WorkspaceKind.TASK_PACK, inspector=name, subject_ids=chosen)


def _assign(workspace: Workspace, by_name: Mapping[str, Sequence[Subject]]) -> tuple[RecordVersion, ...]:
    chosen = {name: {subject.id for subject in subjects} for name, subjects in by_name.items()}
    changed = []
    for subject in workspace.subjects():
        names = {name for name, ids in chosen.items() if subject.id in ids}
        assigned = tuple(sorted(names | set(subject.assigned_to)))
        if assigned != subject.assigned_to:
            changed.append(replace(subject, assigned_to=assigned))
    if not changed:
        return ()
    return workspace.save(*changed, inspector=workspace.campaign.lead, why="分派任务")
