"""Locks on an open workspace that nothing else in this process can take away by closing the same file.

The locks SQLite itself holds go as soon as any code of the process opens and closes the file: the file dialogs of the
desktop do so to find out what kind of file it is. Locks of an open file description (Linux) stay until they are let go.
"""

import struct
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except (
    ImportError
):  # pragma: no cover  # Windows, where a lock belongs to its handle and is never lost this way
    HAS_LASTING_LOCKS = False
else:
    HAS_LASTING_LOCKS = hasattr(fcntl, "F_OFD_SETLK")

Place = tuple[int, int]
"""First byte and number of bytes."""

SHARED_BYTES: Place = (0x40000002, 510)
"""Of the file itself; whoever holds them is using it: `SHARED_FIRST` and `SHARED_SIZE` in SQLite's os.h."""

ALIVE_BYTE: Place = (128, 1)
"""Of the `-shm` file; whoever holds it has the file open: `UNIX_SHM_DMS` in SQLite's os_unix.c."""

_FLOCK = "hhqqi4x"


class LastingLocks:
    """The two locks that say "this file is in use", held beside those of SQLite while a connection is open."""

    def __init__(self, path: Path) -> None:
        """After the connection has been made: only then is the `-shm` file there."""
        self._held: list[tuple[BinaryIO, Place]] = []
        if HAS_LASTING_LOCKS:
            self._hold(path, SHARED_BYTES)
            self._hold(path.with_name(path.name + "-shm"), ALIVE_BYTE)

    def let_go(self) -> None:
        """Before the last connection is closed: it could not clear up behind itself otherwise."""
        for file, place in self._held:
            _set_lock(file, fcntl.F_UNLCK, place)

    def close(self) -> None:
        """Only after the last connection has been closed, as closing takes the locks of SQLite away."""
        for file, _place in self._held:
            file.close()
        self._held.clear()

    def _hold(self, path: Path, place: Place) -> None:
        # A share that knows no such locks is used without, as before.
        with suppress(OSError):
            file = path.open("rb")
            self._held.append((file, place))
            _set_lock(file, fcntl.F_RDLCK, place)


def _set_lock(file: BinaryIO, kind: int, place: Place) -> None:
    start, length = place
    fcntl.fcntl(file.fileno(), fcntl.F_OFD_SETLK, struct.pack(_FLOCK, kind, 0, start, length, 0))
