"""A side file in which an engine process leaves its batches for the one writer of the workspace.

The payload is bytes: what it means is the business of those who write and read it. The writer remembers in the workspace
itself how far it has read, in the transaction that holds the rows, so that each batch counts exactly once.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from workbench.errors import WrongUseError
from workbench.storage.database_address import address_of
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.draft_file import draft_beside

_SCHEMA = (
    "CREATE TABLE batch (seq INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL) STRICT",
    "CREATE TABLE state (seq INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL) STRICT",
    "CREATE TABLE spool (id TEXT NOT NULL, maker TEXT NOT NULL DEFAULT '') STRICT",
)
_BUSY_TIMEOUT_S = 30


class Spool:
    """One open side file. One process appends and another reads, at the same time."""

    def __init__(self, path: Path) -> None:
        """Use `create` or `open`."""
        self.path = path
        self._maker = ""
        with told_to_the_user(path):
            self._connection = sqlite3.connect(
                address_of(path),
                uri=True,
                isolation_level=None,
                timeout=_BUSY_TIMEOUT_S,
                check_same_thread=False,
            )
            self._connection.execute("PRAGMA journal_mode = wal")
            self._connection.execute("PRAGMA synchronous = normal")
            self.id: str = self._connection.execute("SELECT id FROM spool").fetchone()[0]

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty one.

        Raises:
            WrongUseError: there is a file of that name.
        """
        if path.exists():
            raise WrongUseError(f"文件“{path}”已存在，请换一个文件名。")
        draft = draft_beside(path)
        with told_to_the_user(path), closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute("INSERT INTO spool (id) VALUES (?)", (uuid4().hex,))
            connection.execute("COMMIT")
        # Whoever waits for the file to appear finds it ready.
        draft.replace(path)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        return cls(path)

    def append(self, batch: bytes, *, state: bytes | None = None) -> int:
        """Leave a batch, and how far its maker has come with it, in one transaction; the batch's number."""
        with told_to_the_user(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if self._connection.execute("SELECT maker FROM spool").fetchone()[0] != self._maker:
                raise WrongUseError(f"“{self.path.name}”已由另一个检查进程接手，本进程到此为止。")
            cursor = self._connection.execute("INSERT INTO batch (body) VALUES (?)", (batch,))
            if state is not None:
                self._connection.execute("INSERT INTO state (body) VALUES (?)", (state,))
            return int(cursor.lastrowid or 0)

    def claim(self) -> None:
        """Be the one who appends from now on: a process that is only just dying must not append any more."""
        maker = uuid4().hex
        with told_to_the_user(self.path):
            self._connection.execute("UPDATE spool SET maker = ?", (maker,))
        self._maker = maker

    def states(self) -> Iterator[bytes]:
        """Every state left so far, in order: for the maker, who goes on from there."""
        with told_to_the_user(self.path):
            for row in self._connection.execute("SELECT body FROM state ORDER BY seq"):
                yield bytes(row[0])

    def read_after(self, seq: int) -> Iterator[tuple[int, bytes]]:
        """The batches after number `seq`, in order, until there is none left just now."""
        with told_to_the_user(self.path):
            while row := self._next_after(seq):
                seq, body = row
                yield seq, body

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _next_after(self, seq: int) -> tuple[int, bytes] | None:
        row = self._connection.execute(
            "SELECT seq, body FROM batch WHERE seq > ? ORDER BY seq LIMIT 1", (seq,)
        ).fetchone()
        return (int(row[0]), bytes(row[1])) if row else None


def drop_spool(path: Path) -> None:
    """Delete the file with what lies beside it, by name: a run has hundreds of them in one folder."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
