"""A file is hostile until checked, and refusing it changes nothing."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.domain.subject import Subject
from workbench.errors import ForeignFileError, NewerFileError, WorkbenchError
from workbench.storage.file_check import APPLICATION_ID, check_file
from workbench.storage.migration_catalogue import newest_version
from workbench.storage.workspace import Workspace

Opener = Callable[[Path], object]
OPENERS: list[Opener] = [Workspace.open, Workspace.open_pack]


@pytest.fixture
def file(workspace: Workspace, subject: Subject) -> Path:
    """A sound closed workspace with something in it."""
    run = workspace.begin_run()
    workspace.save(subject, inspector="王组长")
    workspace.end_run(run)
    workspace.close()
    return workspace.path


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def refusal(open_file: Opener, path: Path) -> WorkbenchError:
    """Why the file is refused; it stays byte for byte what it was."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(WorkbenchError) as refused:
        open_file(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert str(refused.value).endswith("。")
    return refused.value


@pytest.mark.parametrize("open_file", OPENERS)
def test_a_sound_file_is_opened(open_file: Callable[[Path], Workspace], file: Path) -> None:
    with open_file(file) as workspace:
        assert len(workspace.subjects()) == 1


@pytest.mark.parametrize("open_file", OPENERS)
@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4", "标识码,名称".encode("gb18030"), b"SQLite format 3\0", os.urandom(4096)]
)
def test_what_is_no_database_is_refused(open_file: Opener, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.inspection"
    path.write_bytes(content)
    error = refusal(open_file, path)
    assert isinstance(error, ForeignFileError)
    assert "不是巡检文件" in str(error)


@pytest.mark.parametrize("open_file", OPENERS)
def test_a_folder_is_refused(open_file: Opener, tmp_path: Path) -> None:
    assert "文件夹" in str(refusal(open_file, tmp_path))


@pytest.mark.parametrize("open_file", OPENERS)
def test_another_programs_database_is_refused(open_file: Opener, tmp_path: Path) -> None:
    path = tmp_path / "x.inspection"
    alter(path, "CREATE TABLE moz_places (id INTEGER)")
    assert "别的程序" in str(refusal(open_file, path))


@pytest.mark.parametrize("open_file", OPENERS)
def test_a_newer_file_is_refused_in_plain_words(open_file: Opener, file: Path) -> None:
    alter(file, "PRAGMA user_version = 999")
    error = refusal(open_file, file)
    assert isinstance(error, NewerFileError)
    assert "升级" in str(error)


@pytest.mark.parametrize("open_file", OPENERS)
@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_refused(open_file: Opener, file: Path, share: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: max(100, int(len(whole) * share))])
    error = refusal(open_file, file)
    assert isinstance(error, ForeignFileError)
    assert "重新拷贝" in str(error)


@pytest.mark.parametrize("open_file", OPENERS)
def test_a_damaged_file_is_refused(open_file: Opener, file: Path) -> None:
    content = bytearray(file.read_bytes())
    page_size = int.from_bytes(content[16:18], "big")
    for page in range(1, len(content) // page_size):
        content[page * page_size : page * page_size + 64] = b"\xff" * 64
    file.write_bytes(bytes(content))
    assert isinstance(refusal(open_file, file), ForeignFileError)


@pytest.mark.parametrize("open_file", OPENERS)
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (a)",
        "ALTER TABLE setting ADD COLUMN extra TEXT",
        "ALTER TABLE setting DROP COLUMN value",
        "DROP INDEX url_hash",
        "DROP TABLE sighting",
        "CREATE VIEW seen AS SELECT * FROM proposal",
        "CREATE TRIGGER quiet AFTER INSERT ON record_version BEGIN DELETE FROM record_version; END",
        "CREATE INDEX odd ON url (abs(hash))",
        "PRAGMA user_version = 0",
    ],
)
def test_what_we_did_not_put_there_is_refused(open_file: Opener, file: Path, statement: str) -> None:
    alter(file, statement)
    error = refusal(open_file, file)
    assert isinstance(error, ForeignFileError)
    assert "内部结构" in str(error)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_version SET content = '{}'",
        "UPDATE record_version SET kind = 'spell'",
        "UPDATE record_version SET at = 'yesterday'",
        "UPDATE record_version SET at = '2026-01-02T00:00:00'",
        "UPDATE record_version SET inspector = ''",
        "UPDATE record_version SET counter = -1",
        "UPDATE record_version SET record_id = 'x'",
        "UPDATE origin SET kind = 'worm'",
        "UPDATE origin SET campaign = '{}'",
        "UPDATE origin SET standard = '{}'",
        "UPDATE origin SET standard_digest = 'x'",
        "DELETE FROM origin",
        "INSERT INTO origin SELECT 2, kind, campaign, standard, standard_digest, inspector, cut_from FROM origin",
    ],
)
def test_a_pack_that_says_what_we_would_not_is_refused(file: Path, statement: str) -> None:
    alter(file, statement)
    assert isinstance(refusal(Workspace.open_pack, file), ForeignFileError)


@pytest.mark.parametrize(
    "statement", ["UPDATE record_version SET content = '{}'", "UPDATE record_version SET at = 'yesterday'"]
)
def test_a_record_that_cannot_be_read_is_told_when_it_is_asked_for(file: Path, statement: str) -> None:
    alter(file, statement)
    with Workspace.open(file) as workspace, pytest.raises(ForeignFileError, match="读不懂"):
        workspace.subjects()


def test_a_closed_pack_is_read_where_nothing_can_be_written(file: Path) -> None:
    before = sorted(file.parent.iterdir())
    with Workspace.open_pack(file) as pack:
        assert len(pack.subjects()) == 1
        assert sorted(file.parent.iterdir()) == before
        with pytest.raises(WorkbenchError, match="只读"):
            pack.remember("a", "b")


def test_a_pack_that_is_open_elsewhere_is_read_with_its_latest_changes(
    workspace: Workspace, subject: Subject
) -> None:
    workspace.save(subject, inspector="王组长")
    with Workspace.open_pack(workspace.path) as pack:
        assert pack.subjects() == (subject,)


def test_the_number_that_marks_our_files_is_where_file_programs_look(file: Path) -> None:
    assert file.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"XUNJ"
    assert check_file(file, is_from_outside=True) == newest_version()
