"""Schema 5: what a check's outcome rests on, and which saved pages hold personal data."""

import sqlite3

_STATEMENTS = (
    "ALTER TABLE check_outcome ADD COLUMN proof TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE capture ADD COLUMN has_personal_data INTEGER NOT NULL DEFAULT 0",
)


def up(db: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        db.execute(statement)
