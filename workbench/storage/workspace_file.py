"""The file of a workspace as such: made whole or not at all, opened only when it is ours and sound."""

import os
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workbench.errors import WrongUseError
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.migration_catalogue import upgrade
from workbench.storage.workspace_database import WorkspaceDatabase

APPLICATION_ID = 0x58554E4A
"""XUNJ, 巡检: at a fixed place in every file of ours."""


def create_file(path: Path, fill: Callable[[WorkspaceDatabase], None]) -> None:
    """Make an empty workspace, let `fill` write what it is, and only then give it its name.

    Raises:
        WrongUseError: there is a file of that name.
    """
    if path.exists():
        raise WrongUseError(f"文件“{path}”已存在，请换一个文件名，或直接打开它。")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_beside(path)
    try:
        make_empty(draft)
        with closing(WorkspaceDatabase(draft)) as database:
            fill(database)
        set_aside_orphans(path)
        draft.replace(path)
        sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def make_empty(path: Path) -> None:
    """Write the newest schema into a new file."""
    with told_to_the_user(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        upgrade(connection)


def sync_folder(folder: Path) -> None:
    """Bring a rename to the disk; Windows does so by itself and has no way to ask."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def draft_beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def set_aside_orphans(path: Path) -> None:
    """Keep the leftovers of a deleted file from being played into a new one of its name."""
    for ending in ("-wal", "-shm", "-journal"):
        orphan = path.with_name(path.name + ending)
        if orphan.exists():
            orphan.replace(orphan.with_name(f"{orphan.name}.{secrets.token_hex(4)}.old"))
