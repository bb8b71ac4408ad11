"""Schema 6: which subjects a run was asked for, so that one over some of them goes on where it was broken off."""

import sqlite3


def up(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE run ADD COLUMN subjects TEXT NOT NULL DEFAULT '[]'")
