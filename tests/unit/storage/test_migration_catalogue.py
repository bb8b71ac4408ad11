import sqlite3
from contextlib import closing
from types import ModuleType

import pytest

from workbench.storage.migration_catalogue import migrations, newest_version, upgrade, version_of


def step(sql: str) -> ModuleType:
    module = ModuleType("m")

    def up(db: sqlite3.Connection) -> None:
        db.execute(sql)

    module.__dict__["up"] = up
    return module


def test_the_steps_are_found_by_walking_the_folder() -> None:
    found = migrations()
    assert list(found) == list(range(1, newest_version() + 1))
    assert found[1].__name__.endswith("m0001_first_schema")


def test_steps_and_number_come_together_or_not_at_all() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(connection, steps={1: step("CREATE TABLE a (x)")})
        assert version_of(connection) == 1
        broken = {1: step("CREATE TABLE a (x)"), 2: step("CREATE TABLE b (x)"), 3: step("CREATE nonsense")}
        with pytest.raises(sqlite3.OperationalError):
            upgrade(connection, steps=broken)
        assert version_of(connection) == 1
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")] == ["a"]


def test_a_step_is_applied_once() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for _ in range(2):
            upgrade(connection, steps={1: step("CREATE TABLE a (x)"), 2: step("CREATE TABLE b (x)")})
        assert version_of(connection) == 2
