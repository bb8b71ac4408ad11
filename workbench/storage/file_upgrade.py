"""Brings an older file to the newest schema, after putting a copy of what it was beside it."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import ModuleType

from workbench.storage.database_address import address_of
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.draft_file import draft_beside, drop_draft, sync_folder
from workbench.storage.migration_catalogue import upgrade

_LEFT_OUT = "blob"
"""Saved pages never change, so a copy need not hold them."""


def bring_up_to_date(path: Path, *, version: int, steps: Mapping[int, ModuleType] | None = None) -> Path:
    """Upgrade the file in one transaction and return the copy of what it was before."""
    backup = backup_path(path, version)
    with told_to_the_user(path):
        if not backup.exists():
            write_backup(path, backup)
        upgrade_file(path, steps=steps)
    return backup


def upgrade_file(path: Path, *, steps: Mapping[int, ModuleType] | None = None) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = 0")
        upgrade(connection, steps=steps)


def copy_file(path: Path, copy: Path) -> None:
    """Copy a file page by page, with the changes that still wait beside it."""
    with (
        closing(sqlite3.connect(address_of(path, is_read_only=True), uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


def backup_path(path: Path, version: int) -> Path:
    return path.with_name(f"{path.stem}.升级前v{version}{path.suffix}")


def write_backup(path: Path, backup: Path) -> None:
    """Copy every table but the saved pages' bodies, knowing nothing of any of them."""
    draft = draft_beside(backup)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("ATTACH ? AS source", (str(path),))
            _copy_all(connection)
        draft.replace(backup)
        sync_folder(backup.parent)
    finally:
        drop_draft(draft)


def _copy_all(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    schema = connection.execute(
        "SELECT type, name, sql FROM source.sqlite_schema WHERE sql IS NOT NULL"
    ).fetchall()
    for kind, name, sql in sorted(schema, key=lambda row: row[0] != "table"):
        connection.execute(sql)
        if kind == "table" and name != _LEFT_OUT:
            connection.execute(f'INSERT INTO main."{name}" SELECT * FROM source."{name}"')
    connection.execute("COMMIT")
    for pragma in ("application_id", "user_version"):
        value = connection.execute(f"PRAGMA source.{pragma}").fetchone()[0]
        connection.execute(f"PRAGMA main.{pragma} = {value:d}")
