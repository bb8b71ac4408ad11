"""The file of a workspace as such: made whole or not at all, opened only when it is ours and sound."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.errors import WrongUseError
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.draft_file import draft_beside, drop_draft, set_aside_orphans, sync_folder
from workbench.storage.file_check import APPLICATION_ID, check_file
from workbench.storage.file_upgrade import bring_up_to_date, copy_file, upgrade_file
from workbench.storage.migration_catalogue import newest_version, upgrade
from workbench.storage.workspace_database import WorkspaceDatabase


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
        drop_draft(draft)


def open_file(path: Path) -> WorkspaceDatabase:
    """Open a workspace to work in it, brought to the newest schema first.

    Raises:
        ForeignFileError: not a workspace, truncated, damaged or tampered with.
        NewerFileError: written by a newer program.
    """
    version = check_file(path)
    if version < newest_version():
        bring_up_to_date(path, version=version)
    return WorkspaceDatabase(path)


def open_outside(path: Path) -> WorkspaceDatabase:
    """Look into a file from elsewhere, which is left as it is; an older one is brought up to date as a copy.

    Raises:
        ForeignFileError: not a workspace, truncated, damaged or tampered with.
        NewerFileError: written by a newer program.
    """
    if check_file(path, is_from_outside=True) == newest_version():
        return WorkspaceDatabase(path, is_read_only=True)
    scratch = TemporaryDirectory(prefix="inspection-", ignore_cleanup_errors=True)
    copy = Path(scratch.name) / path.name
    with told_to_the_user(path):
        copy_file(path, copy)
        upgrade_file(copy)
    return WorkspaceDatabase(copy, is_read_only=True, scratch=scratch)


def make_empty(path: Path) -> None:
    """Write the newest schema into a new file."""
    with told_to_the_user(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        upgrade(connection)
