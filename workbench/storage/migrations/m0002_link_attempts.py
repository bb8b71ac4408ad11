"""Schema 2: a link keeps the record of every attempt that failed."""

import sqlite3


def up(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE link_result ADD COLUMN attempts TEXT NOT NULL DEFAULT ''")
