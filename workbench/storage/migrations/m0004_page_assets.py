"""Schema 4: the stylesheets and pictures of saved pages, and which page asks for which."""

import sqlite3

_STATEMENTS = (
    "ALTER TABLE capture ADD COLUMN is_asset INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE page_asset (
        id INTEGER NOT NULL PRIMARY KEY,
        page_id INTEGER NOT NULL REFERENCES capture (id),
        asset_id INTEGER NOT NULL REFERENCES capture (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX page_asset_identity ON page_asset (page_id, asset_id)",
)


def up(db: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        db.execute(statement)
