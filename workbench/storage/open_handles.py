"""Reads the bytes of a file that this process may have open as a database, without taking its locks away.

POSIX drops all locks a process holds on a file as soon as it closes any handle on that file. A second look at the bytes
of an open workspace would so leave its connection without locks: another process then believes to be the last one,
throws the write-ahead log away, and what is written from then on is lost.
"""

import os
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.storage.lasting_locks import LastingLocks

FileKey = tuple[int, int]
"""Device and number of a file, whatever name it is opened by."""

_guard = threading.Lock()
_connections: Counter[FileKey] = Counter()
_kept: defaultdict[FileKey, list[BinaryIO]] = defaultdict(list)
_locks: dict[FileKey, LastingLocks] = {}


def connection_opened(path: Path) -> FileKey:
    """To be called once a connection to the file is open; the key is for `connection_closing` and `connection_closed`."""
    status = path.stat()
    key = status.st_dev, status.st_ino
    with _guard:
        _connections[key] += 1
        if key not in _locks:
            _locks[key] = LastingLocks(path)
    return key


def connection_closing(key: FileKey) -> None:
    """To be called before a connection is closed: the last one finds the file free."""
    with _guard:
        if _connections[key] <= 1:
            _locks[key].let_go()


def connection_closed(key: FileKey) -> None:
    """To be called after a connection has been closed: with the last one, the handles held back go too."""
    with _guard:
        _connections[key] -= 1
        if _connections[key] <= 0:
            del _connections[key]
            _locks.pop(key).close()
            for handle in _kept.pop(key, []):
                handle.close()


@contextmanager
def reading_bytes(path: Path) -> Iterator[BinaryIO]:
    """The file open for reading; where a connection of this process holds it, the handle is closed only after that."""
    handle = path.open("rb")
    try:
        yield handle
    finally:
        status = os.fstat(handle.fileno())
        key = status.st_dev, status.st_ino
        with _guard:
            if _connections[key] > 0:
                _kept[key].append(handle)
            else:
                del _connections[key]
                handle.close()
