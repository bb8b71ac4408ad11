"""Evidence: record and bytes are kept together, travel together, and are held against each other."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.subject import Subject
from workbench.errors import ForeignFileError, NotAllowedError
from workbench.storage.blob_records import digest_of_bytes
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

LEAD, LI, ZHANG = "王组长", "李四", "张三"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
Make = Callable[..., Workspace]


def picture_of(subject: Subject, by: str, content: bytes = PICTURE) -> Evidence:
    return Evidence(
        id=uuid4(),
        subject_id=subject.id,
        kind=EvidenceKind.VIEW_PICTURE,
        digest=digest_of_bytes(content),
        size=len(content),
        media_type="image/png",
        indicator="U2",
        url="http://a.cn/",
        inspector=by,
    )


def test_record_and_bytes_are_there_after_opening_anew(workspace: Workspace, subject: Subject) -> None:
    evidence = picture_of(subject, LI)
    version = workspace.save_evidence(evidence, PICTURE, inspector=LI)
    workspace.close()
    with Workspace.open(workspace.path, device="pc-a") as again:
        kept = again.evidence(subject.id)[0]
        assert replace(kept, device="", at=None) == evidence
        assert kept.at == version.at
        assert again.evidence_content(kept) == PICTURE


def test_bytes_that_the_record_does_not_name_are_refused(workspace: Workspace, subject: Subject) -> None:
    with pytest.raises(ValueError, match="other bytes"):
        workspace.save_evidence(picture_of(subject, LI), b"other", inspector=LI)
    assert workspace.evidence() == ()


def test_a_refused_record_leaves_no_bytes(workspace: Workspace, subject: Subject) -> None:
    with pytest.raises(NotAllowedError, match="只有本人"):
        workspace.save_evidence(picture_of(subject, LI), PICTURE, inspector=ZHANG)
    assert workspace.evidence_content(picture_of(subject, LI)) is None


def test_what_was_withdrawn_keeps_its_bytes_and_comes_back_by_undo(
    workspace: Workspace, subject: Subject
) -> None:
    evidence = picture_of(subject, LI)
    workspace.save_evidence(evidence, PICTURE, inspector=LI)
    gone = workspace.delete(evidence, inspector=LI)
    assert workspace.evidence() == ()
    workspace.undo(*gone, inspector=LI)
    assert workspace.evidence_content(workspace.evidence()[0]) == PICTURE


@pytest.fixture
def filled(make: Make, subject: Subject) -> Workspace:
    workspace = make("campaign")
    workspace.save(subject, inspector=LEAD)
    workspace.save_evidence(picture_of(subject, LI), PICTURE, inspector=LI)
    workspace.save_evidence(picture_of(subject, ZHANG, b"zhang"), b"zhang", inspector=ZHANG)
    withdrawn = picture_of(subject, LI, b"withdrawn")
    workspace.save_evidence(withdrawn, b"withdrawn", inspector=LI)
    workspace.delete(withdrawn, inspector=LI)
    return workspace


def test_a_pack_carries_the_bytes_of_its_evidence_and_no_others(
    filled: Workspace, make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "李四.inspection"
    export_pack(filled, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    with closing(sqlite3.connect(path)) as plain:
        digests = {row[0] for row in plain.execute("SELECT digest FROM blob")}
    assert digests == {digest_of_bytes(PICTURE)}
    other = make("other")
    with Workspace.open_pack(path) as pack:
        other.adopt_pack(pack)
        assert other.adopt_pack(pack) == 0
    (taken,) = other.evidence()
    assert taken.inspector == LI
    assert other.evidence_content(taken) == PICTURE


@pytest.mark.parametrize("change", ["UPDATE blob SET content = x'00'", "UPDATE blob SET size = 3"])
def test_altered_bytes_are_refused_and_nothing_is_taken(
    filled: Workspace, make: Make, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "李四.inspection"
    export_pack(filled, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute(change)
    other = make("other")
    with Workspace.open_pack(path) as pack, pytest.raises(ForeignFileError, match="证据已损坏"):
        other.adopt_pack(pack)
    assert other.versions() == ()


def test_a_pack_without_the_bytes_still_brings_the_record(
    filled: Workspace, make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "李四.inspection"
    export_pack(filled, path, kind=WorkspaceKind.RESULT_PACK, inspector=LI)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DELETE FROM blob")
    other = make("other")
    with Workspace.open_pack(path) as pack:
        other.adopt_pack(pack)
    assert other.evidence_content(other.evidence()[0]) is None
