"""Takes an engine's batches into the workspace, each exactly once however often either side is killed."""

from collections.abc import Callable
from typing import TypeVar

from workbench.storage.file_records import FileRecords
from workbench.storage.spool import Spool
from workbench.storage.workspace_database import WorkspaceDatabase

Batch = TypeVar("Batch")


def drain_spool(
    database: WorkspaceDatabase,
    file: FileRecords,
    spool: Spool,
    *,
    read: Callable[[bytes], Batch],
    take: Callable[[Batch], None],
) -> int:
    """Hand every batch not yet taken to `take`; how many there were."""
    count = 0
    for seq, body in spool.read_after(file.spool_position(spool.id)):
        batch = read(body)
        with database.writing(is_durable=False):
            take(batch)
            file.move_spool_position(spool.id, seq)
        count += 1
    return count
