"""Upgrading with a step that is not there yet: the mechanism must work before it is needed."""

import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from workbench.domain.capture import Capture
from workbench.domain.subject import Subject
from workbench.storage.file_upgrade import bring_up_to_date
from workbench.storage.migration_catalogue import migrations, newest_version
from workbench.storage.workspace import Workspace

NEXT = newest_version() + 1


def next_step(*statements: str) -> dict[int, ModuleType]:
    module = ModuleType("next")

    def up(db: sqlite3.Connection) -> None:
        for statement in statements:
            db.execute(statement)

    module.__dict__["up"] = up
    return {**migrations(), NEXT: module}


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def file(workspace: Workspace, subject: Subject) -> Path:
    workspace.save(subject, inspector="王组长")
    workspace.save_capture(
        None, subject.id, Capture(url="u", final_url="", status=200, headers=(), body=b"x" * 999)
    )
    workspace.close()
    return workspace.path


def test_a_copy_of_what_it_was_is_put_beside_it(file: Path, subject: Subject) -> None:
    backup = bring_up_to_date(
        file, version=NEXT - 1, steps=next_step("ALTER TABLE setting ADD COLUMN more TEXT")
    )
    assert rows(file, "PRAGMA user_version") == [(NEXT,)]
    assert backup != file
    assert rows(backup, "SELECT count(*) FROM blob") == [(0,)]
    with Workspace.open(backup, device="pc-a") as old:
        assert old.subjects() == (subject,)
        (page,) = old.captures(subject.id)
        assert old.capture(page.id) is None
    assert sorted(path.name for path in file.parent.iterdir()) == sorted([file.name, backup.name])


def test_a_step_that_fails_leaves_the_file_as_it_was(file: Path, subject: Subject) -> None:
    with pytest.raises(sqlite3.OperationalError):
        bring_up_to_date(file, version=NEXT - 1, steps=next_step("DROP TABLE setting", "CREATE nonsense"))
    with Workspace.open(file, device="pc-a") as workspace:
        assert workspace.subjects() == (subject,)
        assert workspace.recall("x") == ""


def test_an_earlier_copy_is_not_overwritten(file: Path) -> None:
    steps = next_step("DROP TABLE setting", "CREATE nonsense")
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError):
            bring_up_to_date(file, version=NEXT - 1, steps=steps)
    copies = [path for path in file.parent.iterdir() if path != file]
    assert len(copies) == 1


def test_opening_an_older_file_upgrades_it_and_looking_into_one_does_not(
    file: Path, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = next_step("CREATE TABLE later (a TEXT NOT NULL) STRICT")
    for module in ("file_check", "migration_catalogue", "file_upgrade", "workspace_file"):
        for name, value in (("migrations", lambda: steps), ("newest_version", lambda: NEXT)):
            monkeypatch.setattr(f"workbench.storage.{module}.{name}", value, raising=False)
    before = file.read_bytes()
    with Workspace.open_pack(file) as pack:
        assert pack.subjects() == (subject,)
    assert file.read_bytes() == before
    with Workspace.open(file, device="pc-a") as workspace:
        assert workspace.subjects() == (subject,)
    assert rows(file, "PRAGMA user_version") == [(NEXT,)]
    assert rows(file, "SELECT * FROM later") == []
