"""Assign subjects to inspectors: the same names for all, or each in turn so that everyone gets as many."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from workbench.domain.ids import inspector_name
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace


def assign_all(workspace: Workspace, ids: Collection[UUID], names: Sequence[str], *, by: str) -> int:
    """Give all these subjects to all these inspectors (none: to nobody); how many were changed."""
    require_lead(workspace, by)
    wanted = tuple(sorted({inspector_name(name) for name in names}))
    return _save(workspace, dict.fromkeys(_chosen(workspace, ids), wanted), by)


def assign_evenly(workspace: Workspace, ids: Collection[UUID], names: Sequence[str], *, by: str) -> int:
    """Give each of these subjects to the one of these inspectors who has the fewest so far; how many were changed.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: no inspector is named.
    """
    require_lead(workspace, by)
    who = sorted({inspector_name(name) for name in names})
    if not who:
        raise WrongUseError("请先写出检查员的姓名。")
    chosen = _chosen(workspace, ids)
    taken = {subject.id for subject in chosen}
    load = Counter(
        name
        for subject in workspace.subjects()
        if subject.id not in taken and subject.is_inspected
        for name in subject.assigned_to
    )
    wanted: dict[Subject, tuple[str, ...]] = {}
    for subject in chosen:
        name = min(who, key=lambda each: (load[each], each))
        load[name] += 1
        wanted[subject] = (name,)
    return _save(workspace, wanted, by)


def tasks_of(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """The codes each inspector has to look at in this campaign: what a task pack is cut from."""
    tasks: dict[str, list[str]] = {}
    for subject in workspace.subjects():
        if subject.is_inspected:
            for name in subject.assigned_to:
                tasks.setdefault(name, []).append(subject.code)
    return {name: tuple(codes) for name, codes in sorted(tasks.items())}


def _chosen(workspace: Workspace, ids: Collection[UUID]) -> list[Subject]:
    return [subject for subject in workspace.subjects() if subject.id in ids]


def _save(workspace: Workspace, wanted: dict[Subject, tuple[str, ...]], by: str) -> int:
    changed = [
        replace(subject, assigned_to=names)
        for subject, names in wanted.items()
        if subject.assigned_to != names
    ]
    if changed:
        workspace.save(*changed, inspector=inspector_name(by), why="分派任务")
    return len(changed)
