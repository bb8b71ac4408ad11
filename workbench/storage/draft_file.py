"""A file is written beside its place under another name and moved there when it is whole."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

_DRAFT_NAME = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")


def draft_beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def drop_draft(draft: Path) -> None:
    """Take away what was not finished; where even that is refused, what went wrong before is what the user is told."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def name_to_tell(path: Path) -> str:
    """The name a user knows the file by: of a draft the one it will take."""
    draft = _DRAFT_NAME.fullmatch(path.name)
    return draft[1] if draft else path.name


def sync_folder(folder: Path) -> None:
    """Bring a rename to the disk; Windows does so by itself and has no way to ask."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside_orphans(path: Path) -> None:
    """Keep the leftovers of a deleted file from being played into a new one of its name."""
    for ending in ("-wal", "-shm", "-journal"):
        orphan = path.with_name(path.name + ending)
        if orphan.exists():
            orphan.replace(orphan.with_name(f"{orphan.name}.{secrets.token_hex(4)}.old"))
