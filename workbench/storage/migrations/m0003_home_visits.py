"""Schema 3: the log of visits to home pages, and runs that only look again at a part of what an earlier one found."""

import sqlite3

_STATEMENTS = (
    """CREATE TABLE home_visit (
        id INTEGER NOT NULL PRIMARY KEY,
        subject_id TEXT NOT NULL,
        url TEXT NOT NULL,
        at TEXT NOT NULL,
        device TEXT NOT NULL,
        state TEXT NOT NULL,
        status INTEGER,
        total_ms INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX home_visit_identity ON home_visit (subject_id, at, device)",
    "ALTER TABLE run ADD COLUMN is_recheck INTEGER NOT NULL DEFAULT 0",
)


def up(db: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        db.execute(statement)
