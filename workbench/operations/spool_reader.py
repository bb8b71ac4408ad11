"""Reads what an engine leaves in its spool, and opens the file only when there may be something new in it."""

import time
from collections.abc import Iterator
from pathlib import Path

from workbench.storage.spool import Spool

# Clocks of file systems are coarse: what changed within this time may have changed once more.
_COARSE_S = 0.1
_MOST_BYTES_AT_ONCE = 300_000
_MOST_BATCHES_AT_ONCE = 20


class SpoolReader:
    """Keeps the file open between two looks; `close` it before the file is dropped."""

    def __init__(self, file: Path) -> None:
        self._spool = Spool.open(file)
        # New rows go there first.
        self._log = file.with_name(f"{file.name}-wal")
        self._seen: tuple[int, int] | None = None
        self._position = 0

    def may_have_news(self) -> bool:
        try:
            state = self._log.stat()
        except OSError:
            return True
        if (state.st_size, state.st_mtime_ns) == self._seen:
            return False
        is_settled = time.time() - state.st_mtime > _COARSE_S
        self._seen = (state.st_size, state.st_mtime_ns) if is_settled else None
        return True

    def news(self) -> Iterator[list[bytes]]:
        """The batches since the last look, a few at a time."""
        batches: list[bytes] = []
        size = 0
        for position, batch in self._spool.read_after(self._position):
            batches.append(batch)
            size += len(batch)
            self._position = position
            if size >= _MOST_BYTES_AT_ONCE or len(batches) >= _MOST_BATCHES_AT_ONCE:
                yield batches
                batches, size = [], 0
        if batches:
            yield batches

    def close(self) -> None:
        self._spool.close()
