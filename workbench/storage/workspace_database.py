"""One connection to one workspace file: its pragmas, its lock and its transactions. What only SQLite can do stands here."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from peewee import Query, SqliteDatabase

from workbench.storage.database_address import address_of
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.open_handles import connection_closed, connection_closing, connection_opened
from workbench.storage.row_batches import in_batches

BUSY_TIMEOUT_S = 5
MAX_CELL_BYTES = 300 * 2**20
"""More than any saved page may hold: a file from outside cannot make us read what fills the memory."""
Row = tuple[Any, ...]


class WorkspaceDatabase:
    """The models know no database: every query is handed to this one, so two open workspaces cannot mix.

    One connection serves all threads of the process, one at a time; other processes have their own, and WAL lets them
    read while one writes.
    """

    def __init__(
        self, path: Path, *, is_read_only: bool = False, scratch: TemporaryDirectory[str] | None = None
    ) -> None:
        """`scratch` is a folder to be thrown away when the file is closed."""
        self.path = path
        self._scratch = scratch
        self.is_read_only = is_read_only
        self._lock = threading.RLock()
        self._is_durable = True
        self._peewee = SqliteDatabase(
            address_of(path, is_read_only=is_read_only),
            pragmas=_pragmas(is_read_only=is_read_only),
            timeout=BUSY_TIMEOUT_S,
            autoconnect=False,
            thread_safe=False,
            check_same_thread=False,
            uri=True,
        )
        with told_to_the_user(path):
            self._peewee.connect()
            self._file_key = connection_opened(path)
        self._connection().setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL_BYTES)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Everything read inside is of one moment."""
        with self._lock, told_to_the_user(self.path):
            if self._peewee.in_transaction():
                yield
            else:
                with self._peewee.atomic():
                    yield

    @contextmanager
    def writing(self, *, is_durable: bool = True) -> Iterator[None]:
        """All or nothing; nested calls join the outermost. Durable: on the disk itself when the block is left.

        Machine rows need not be durable: they survive the end of the process, and a power cut costs a re-check at most.
        """
        with self._lock, told_to_the_user(self.path):
            if self._peewee.in_transaction():
                yield
                return
            self._set_durable(is_durable)
            with self._peewee.atomic("IMMEDIATE"):
                yield

    def rows(self, query: Query) -> list[Row]:
        """The rows of a select, as tuples of Python values."""
        with self.reading():
            return list(query.tuples().execute(self._peewee))

    def run(self, query: Query) -> None:
        """One small write."""
        with self.writing():
            query.execute(self._peewee)

    def insert(self, query: Query) -> int:
        """Insert one row and return its number."""
        with self.writing():
            number: int = query.execute(self._peewee)
            return number

    def sql_rows(self, sql: str, parameters: Iterable[object] = ()) -> list[Row]:
        with self.reading():
            return list(self._connection().execute(sql, tuple(parameters)))

    def moment(self) -> tuple[int, int]:
        """Changes with every write into the file, by whomever: what was read before holds as long as it does not."""
        with self._lock:
            connection = self._connection()
            version: int = connection.execute("PRAGMA data_version").fetchone()[0]
            return version, connection.total_changes

    def bulk(self, sql: str, rows: Iterable[Row], *, is_durable: bool = False) -> None:
        """Write many rows, in transactions short enough that a person's tick never waits."""
        for batch in in_batches(rows):
            with self.writing(is_durable=is_durable):
                self._connection().executemany(sql, batch)

    def checkpoint(self) -> bool:
        """Bring everything into the one file; False when another process is just using it."""
        with self._lock, told_to_the_user(self.path):
            busy, _, _ = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def hold_little(self) -> None:
        """Keep little of the file in memory from now on: for a process that writes much and reads hardly anything."""
        with self._lock, told_to_the_user(self.path):
            self._connection().execute("PRAGMA cache_size=-3000")

    def close(self) -> None:
        with self._lock:
            if self._peewee.is_closed():
                return
            try:
                if not self.is_read_only:
                    self.checkpoint()
            finally:
                connection_closing(self._file_key)
                self._peewee.close()
                connection_closed(self._file_key)
                if self._scratch is not None:
                    self._scratch.cleanup()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._peewee.connection()  # type: ignore[no-untyped-call]  # untyped in the stub
        return connection

    def _set_durable(self, is_durable: bool) -> None:
        if is_durable is not self._is_durable:
            self._connection().execute(f"PRAGMA synchronous={'FULL' if is_durable else 'NORMAL'}")
            self._is_durable = is_durable


def _pragmas(*, is_read_only: bool) -> dict[str, int | str]:
    shared: dict[str, int | str] = {
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
        "temp_store": "memory",
        "cache_size": -16_000,
    }
    if is_read_only:
        return {**shared, "query_only": 1}
    return {**shared, "journal_mode": "wal", "synchronous": "full"}
