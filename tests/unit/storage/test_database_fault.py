import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from workbench.domain.subject import Subject
from workbench.errors import EnvironmentFaultError, ForeignFileError
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.draft_file import draft_beside
from workbench.storage.workspace import Workspace


def fault(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("English words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "磁盘已满"),
        (sqlite3.SQLITE_IOERR_WRITE, "磁盘出错"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "占用"),
        (sqlite3.SQLITE_READONLY, "只读"),
        (sqlite3.SQLITE_CANTOPEN, "打不开"),
    ],
)
def test_a_fault_of_the_environment_is_one_sentence_with_the_remedy(code: int, words: str) -> None:
    with pytest.raises(EnvironmentFaultError, match=f"{words}.*。$"), told_to_the_user(Path("x.inspection")):
        raise fault(code)


@pytest.mark.parametrize(("free", "words"), [(0, "磁盘已满"), (10**9, "磁盘出错")])
def test_a_fault_of_a_full_disk_is_told_as_one(
    free: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(".")._replace(free=free)
    monkeypatch.setattr("workbench.storage.database_fault.shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(EnvironmentFaultError, match=words), told_to_the_user(Path("x.inspection")):
        raise fault(sqlite3.SQLITE_IOERR_SHMSIZE)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.storage.database_fault.os.access", lambda _folder, _wish: False)
    with (
        pytest.raises(EnvironmentFaultError, match="不能写入"),
        told_to_the_user(tmp_path / "x.inspection"),
    ):
        raise fault(sqlite3.SQLITE_CANTOPEN)


def test_a_draft_is_told_by_the_name_it_will_take() -> None:
    draft = draft_beside(Path("结果包.inspection"))
    with pytest.raises(EnvironmentFaultError, match="“结果包.inspection”"), told_to_the_user(draft):
        raise fault(sqlite3.SQLITE_CANTOPEN)


def test_a_damaged_page_met_later_is_told_too() -> None:
    with pytest.raises(ForeignFileError, match="已损坏"), told_to_the_user(Path("x")):
        raise fault(sqlite3.SQLITE_CORRUPT)


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(sqlite3.OperationalError), told_to_the_user(Path("x")):
        raise fault(sqlite3.SQLITE_ERROR)


def test_a_file_that_another_program_keeps_locked_is_told_and_nothing_is_half_saved(
    workspace: Workspace, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.storage.workspace_database.BUSY_TIMEOUT_S", 0.05)
    with Workspace.open(workspace.path, device="pc-a") as impatient:
        holder = sqlite3.connect(workspace.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFaultError, match="没有保存"):
            impatient.save(subject, inspector="王组长")
        holder.execute("ROLLBACK")
        holder.close()
        impatient.save(subject, inspector="王组长")
    assert workspace.subjects() == (subject,)


def test_a_short_lock_is_waited_for(workspace: Workspace, subject: Subject) -> None:
    holder = sqlite3.connect(workspace.path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.2, lambda: holder.execute("COMMIT"))
    release.start()
    workspace.save(subject, inspector="王组长")
    release.join()
    holder.close()
    assert workspace.subjects() == (subject,)
