"""The schema's steps, found by walking the folder, and how a file is brought to the newest."""

import re
import sqlite3
from collections.abc import Mapping
from types import ModuleType

from workbench.discover import import_all

_NAME = re.compile(r"^m(\d{4})_\w+$")
_PACKAGE = "workbench.storage.migrations"


def migrations() -> dict[int, ModuleType]:
    """Every step by its number, in order; works in a frozen build, where there are no files to list.

    Raises:
        LookupError: a step is missing or there is none: the program is incomplete.
    """
    found: dict[int, ModuleType] = {}
    for module in import_all(_PACKAGE):
        match = _NAME.match(module.__name__.rpartition(".")[2])
        if match is None:
            raise LookupError(f"{module.__name__} is not named mNNNN_what")
        number = int(match[1])
        if number in found:
            raise LookupError(f"two migrations have the number {number}")
        found[number] = module
    if not found or sorted(found) != list(range(1, len(found) + 1)):
        raise LookupError(f"the migrations have gaps: {sorted(found)}")
    return dict(sorted(found.items()))


def newest_version() -> int:
    return max(migrations())


def version_of(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def upgrade(connection: sqlite3.Connection, *, steps: Mapping[int, ModuleType] | None = None) -> None:
    """Apply the steps the file has not had; they and the number come in one transaction."""
    steps = migrations() if steps is None else steps
    connection.execute("BEGIN EXCLUSIVE")
    try:
        have = version_of(connection)
        for number, step in sorted(steps.items()):
            if number > have:
                step.up(connection)
                connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
