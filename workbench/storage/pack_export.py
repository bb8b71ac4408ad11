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

    Without `with_personal_data` saved pages flagged for it stay behind, and so do pages kept as files for evidence; how many is
    returned.

    Raises:
        WrongUseError: a file of that name holds something that would be lost.
    """
    who = inspector_name(inspector)
    wanted = [subject.id for subject in workspace.subjects()] if subject_ids is None else list(subject_ids)
    origin = replace(
        workspace.origin, kind=kind, inspector=who, cut_from=digest_of_versions(workspace.versions())
    )
    pages = _all_pages if kind is WorkspaceKind.TASK_PACK else _pages_referred_to
    captures = list(pages(workspace, wanted, who))
    taken = [page.id for page in captures if with_personal_data or not page.has_personal_data]
    refuse_loss(workspace, path, kind)
    left = set() if with_personal_data else _flagged_files(workspace, wanted, who)
    write_pack(
        workspace.path,
        path,
        PackOrder(origin=origin, subject_ids=wanted, capture_ids=taken, left_behind=left),
    )
    return len(captures) - len(taken) + len(left)


def refuse_loss(workspace: Workspace, path: Path, kind: WorkspaceKind) -> None:
    """A pack may take the place of an earlier one of its kind whose every version is known here; of nothing else.

    Raises:
        WrongUseError: there is a file, and it is something else.
    """
    if not path.exists():
        return
    try:
        with Workspace.open_pack(path) as old:
            is_known = old.kind is kind and set(old.versions()) <= set(workspace.versions())
    except WorkbenchError:
        is_known = False
    if not is_known:
        raise WrongUseError(f"文件“{path}”已存在，里面有本文件没有的内容，请换一个文件名。")


def _flagged_files(workspace: Workspace, subject_ids: Collection[UUID], inspector: str) -> set[str]:
    """The digests of his pages kept as files that show personal data."""
    subjects = set(subject_ids)
    return {
        each.digest
        for each in workspace.evidence()
        if each.inspector == inspector and each.subject_id in subjects and each.may_stay_behind
    }


def digest_of_versions(versions: Iterable[RecordVersion]) -> str:
    """Names a set of versions."""
    return hashlib.sha256("".join(sorted(map(digest_of_version, versions))).encode()).hexdigest()


def _all_pages(workspace: Workspace, subject_ids: Collection[UUID], _inspector: str) -> Iterator[SavedPage]:
    for subject_id in subject_ids:
        yield from workspace.captures(subject_id)


def _pages_referred_to(
    workspace: Workspace, subject_ids: Collection[UUID], inspector: str
) -> Iterator[SavedPage]:
    """The saved pages that bear out what he holds or has decided."""
    referred = _places_by_subject(workspace, inspector)
    for subject_id in subject_ids:
        places = referred.get(subject_id, set())
        for page in workspace.captures(subject_id) if places else ():
            if {normalise_place(page.url), normalise_place(page.final_url)} & places:
                yield page


def _places_by_subject(workspace: Workspace, inspector: str) -> dict[UUID, set[str]]:
    """Asked once for the whole file: by the subject it would take minutes where there are thousands."""
    decisions = [decision for decision in workspace.decisions() if decision.inspector == inspector]
    decided = {decision.finding_id for decision in decisions}
    findings = [f for f in workspace.findings() if f.inspector == inspector or f.id in decided]
    places: dict[UUID, set[str]] = {}
    held: list[Finding | Decision] = [*findings, *decisions]
    for each in held:
        known = {normalise_place(place) for place in _places(each)} - {""}
        places.setdefault(each.subject_id, set()).update(known)
    return places


def _places(record: Finding | Decision) -> Iterator[str]:
    yield record.place
    if isinstance(record, Finding):
        yield from (text for _, text in record.proof)
