import sqlite3
from pathlib import Path

import pytest

from workbench.storage.row_batches import BATCH_ROWS, in_batches
from workbench.storage.tables import SettingRow
from workbench.storage.workspace_database import WorkspaceDatabase
from workbench.storage.workspace_file import make_empty

_INSERT = "INSERT INTO setting (key, value) VALUES (?, ?)"


@pytest.fixture
def database(tmp_path: Path) -> WorkspaceDatabase:
    make_empty(tmp_path / "a.inspection")
    return WorkspaceDatabase(tmp_path / "a.inspection")


def keys(database: WorkspaceDatabase) -> set[str]:
    return {row[0] for row in database.rows(SettingRow.select(SettingRow.key))}


def test_the_pragmas_are_those_that_lose_nothing(database: WorkspaceDatabase) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
    assert [database.sql_rows(f"PRAGMA {name}")[0][0] for name in names] == ["wal", 2, 1, 0, 5000]
    database.close()


def test_machine_rows_are_lighter_and_the_next_tick_is_durable_again(database: WorkspaceDatabase) -> None:
    with database.writing(is_durable=False):
        assert database.sql_rows("PRAGMA synchronous") == [(1,)]
    with database.writing():
        assert database.sql_rows("PRAGMA synchronous") == [(2,)]
    database.close()


def test_a_block_is_written_whole_or_not_at_all(database: WorkspaceDatabase) -> None:
    def half() -> None:
        with database.writing():
            database.bulk(_INSERT, [("a", "1")])
            with database.writing():
                database.bulk(_INSERT, [("b", "2")])
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        half()
    assert keys(database) == set()
    database.close()


def test_many_rows_go_in_short_transactions(database: WorkspaceDatabase) -> None:
    twice = [*range(2 * BATCH_ROWS - 1), 0]
    with pytest.raises(sqlite3.IntegrityError):
        database.bulk(_INSERT, [(str(number), "") for number in twice])
    assert len(keys(database)) == BATCH_ROWS
    database.close()


def test_batches_lose_nothing() -> None:
    assert [len(batch) for batch in in_batches(range(1201))] == [500, 500, 201]
    assert [number for batch in in_batches(range(7), 3) for number in batch] == list(range(7))
    assert list(in_batches([])) == []


def test_closing_twice_is_closing(database: WorkspaceDatabase) -> None:
    database.close()
    database.close()
