"""The models and the migrations must say the same, for the models are never used to make a file."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

from peewee import SqliteDatabase

from workbench.domain.ids import subject_id
from workbench.domain.subject import Subject
from workbench.storage.migration_catalogue import upgrade
from workbench.storage.tables import TABLES
from workbench.storage.workspace import Workspace

Shape = dict[str, object]


def shape_of(connection: sqlite3.Connection) -> Shape:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: table_shape(connection, name) for name in names}


def table_shape(connection: sqlite3.Connection, name: str) -> Shape:
    columns = {
        row[1]: (row[2], row[3], row[5])
        for row in connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    }
    indexes = set()
    for _, index, is_unique, _, _ in connection.execute(f"PRAGMA index_list({name})").fetchall():
        parts = tuple(row[2] for row in connection.execute(f"PRAGMA index_info({index})"))
        indexes.add((parts, is_unique))
    keys = {(row[3], row[2], row[4]) for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    strict = connection.execute("SELECT strict FROM pragma_table_list WHERE name = ?", (name,)).fetchone()
    return {"columns": columns, "indexes": indexes, "keys": keys, "strict": strict}


def test_models_and_migrations_agree() -> None:
    models = SqliteDatabase(":memory:")
    models.connect()
    with models.bind_ctx(TABLES):
        models.create_tables(TABLES)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as migrated:
        upgrade(migrated)
        connection = models.connection()  # type: ignore[no-untyped-call]  # untyped in the stub
        assert shape_of(connection) == shape_of(migrated)
    models.close()


def test_two_open_workspaces_never_write_into_each_other(make: Callable[..., Workspace]) -> None:
    first, second = make("first"), make("second")

    def fill(workspace: Workspace) -> None:
        template = Subject(id=subject_id(first.campaign.id, ""), code="", name=workspace.device)
        for number in range(150):
            code = f"{workspace.device}-{number}"
            workspace.save(
                replace(template, id=subject_id(first.campaign.id, code), code=code), inspector="王组长"
            )

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(fill, (first, second)))
    for workspace in (first, second):
        assert [subject.name for subject in workspace.subjects()] == [workspace.device] * 150


def test_many_threads_may_use_one_workspace(workspace: Workspace) -> None:
    def fill(worker: int) -> None:
        for number in range(30):
            code = f"{worker}-{number}"
            subject = Subject(id=subject_id(workspace.campaign.id, code), code=code, name=code)
            workspace.save(subject, inspector="王组长")
            assert subject in workspace.subjects()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fill, range(4)))
    assert len(workspace.subjects()) == 120
