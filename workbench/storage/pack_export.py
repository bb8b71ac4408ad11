"""Decides what goes into a pack and writes it."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from workbench.domain.decision import Decision
from workbench.domain.finding import Finding
from workbench.domain.ids import inspector_name
from workbench.domain.place import normalise_place
from workbench.domain.record_version import RecordVersion
from workbench.errors import WorkbenchError, WrongUseError
from workbench.storage.capture_records import SavedPage
from workbench.storage.pack_file import PackOrder, write_pack
from workbench.storage.version_records import digest_of_version
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def export_pack(
    workspace: Workspace,
    path: Path,
    *,
    kind: WorkspaceKind,
    inspector: str,
    subject_ids: Collection[UUID] | None = None,
    with_personal_data: bool = True,
) -> int:
    """Write what `inspector` needs (a task pack) or has done (a result pack) about these subjects, or about all.

    Without `with_personal_data` saved pages flagged for it stay behind; how many is returned.

    Raises:
        WrongUseError: a file of that name holds something that would be lost.
    """
    who = inspector_name(inspector)
    wanted = [subject.id for subject in workspace.subjects()] if subject_ids is None else list(subject_ids)
    origin = replace(
        workspace.origin, kind=kind, inspector=who, cut_from=digest_of_versions(workspace.versions())
    )
    pages = _all_pages if kind is WorkspaceKind.TASK_PACK else _pages_referred_to
    captures = [page for subject in wanted for page in pages(workspace, subject, who)]
    taken = [page.id for page in captures if with_personal_data or not page.has_personal_data]
    if path.exists():
        _refuse_loss(workspace, path, kind)
    write_pack(workspace.path, path, PackOrder(origin=origin, subject_ids=wanted, capture_ids=taken))
    return len(captures) - len(taken)


def digest_of_versions(versions: Iterable[RecordVersion]) -> str:
    """Names a set of versions."""
    return hashlib.sha256("".join(sorted(map(digest_of_version, versions))).encode()).hexdigest()


def _refuse_loss(workspace: Workspace, path: Path, kind: WorkspaceKind) -> None:
    """A pack may take the place of an earlier one of its kind whose every version is known here; of nothing else."""
    try:
        with Workspace.open_pack(path) as old:
            is_known = old.kind is kind and set(old.versions()) <= set(workspace.versions())
    except WorkbenchError:
        is_known = False
    if not is_known:
        raise WrongUseError(f"文件“{path}”已存在，里面有本文件没有的内容，请换一个文件名。")


def _all_pages(workspace: Workspace, subject_id: UUID, _inspector: str) -> Iterator[SavedPage]:
    yield from workspace.captures(subject_id)


def _pages_referred_to(workspace: Workspace, subject_id: UUID, inspector: str) -> Iterator[SavedPage]:
    """The saved pages that bear out what he holds or has decided."""
    decisions = [decision for decision in workspace.decisions(subject_id) if decision.inspector == inspector]
    decided = {decision.finding_id for decision in decisions}
    findings = [f for f in workspace.findings(subject_id) if f.inspector == inspector or f.id in decided]
    places = {normalise_place(place) for place in _places(findings, decisions)} - {""}
    for page in workspace.captures(subject_id):
        if {normalise_place(page.url), normalise_place(page.final_url)} & places:
            yield page


def _places(findings: Iterable[Finding], decisions: Iterable[Decision]) -> Iterator[str]:
    for finding in findings:
        yield finding.place
        yield from (text for _, text in finding.proof)
    for decision in decisions:
        yield decision.place
