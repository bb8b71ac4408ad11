"""How SQLite is told which file to open, and whether to write."""

from pathlib import Path


def has_side_files(path: Path) -> bool:
    """Whether somebody has the file open, or was killed while he had."""
    return any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-shm"))


def address_of(path: Path, *, is_read_only: bool = False) -> str:
    """An address for a file that exists.

    A closed file is read as it lies, so that a write-protected stick will do and nothing is put beside it.
    """
    address = path.resolve().as_uri()
    if not address.startswith("file:///"):
        # A network share's server would be taken for an authority, which SQLite refuses.
        address = address.replace("file://", "file:////", 1)
    if not is_read_only:
        return address + "?mode=rw"
    return address + ("?mode=ro" if has_side_files(path) else "?mode=ro&immutable=1")
