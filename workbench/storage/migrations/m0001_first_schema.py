"""Schema 1: people's versions, machine results, captures, and what the file is."""

import sqlite3

_STATEMENTS = (
    # What the file is: one row.
    """CREATE TABLE origin (
        id INTEGER NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        campaign TEXT NOT NULL,
        standard TEXT NOT NULL,
        standard_digest TEXT NOT NULL,
        inspector TEXT NOT NULL,
        cut_from TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    # What people make: append-only.
    """CREATE TABLE record_version (
        id INTEGER NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        subject_id TEXT,
        inspector TEXT NOT NULL,
        device TEXT NOT NULL,
        counter INTEGER NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL,
        is_deleted INTEGER NOT NULL,
        why TEXT NOT NULL,
        digest TEXT NOT NULL,
        is_head INTEGER NOT NULL
    ) STRICT""",
    """CREATE UNIQUE INDEX record_version_identity
        ON record_version (record_id, kind, inspector, device, counter, digest)""",
    "CREATE INDEX record_version_heads ON record_version (is_head, kind, subject_id)",
    "CREATE INDEX record_version_subject ON record_version (subject_id, id)",
    # What machines found: plain integers, not journalled.
    """CREATE TABLE run (
        id INTEGER NOT NULL PRIMARY KEY,
        uid TEXT NOT NULL,
        number INTEGER NOT NULL,
        device TEXT NOT NULL,
        checks TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX run_uid ON run (uid)",
    """CREATE TABLE visit (
        id INTEGER NOT NULL PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES run (id),
        subject_id TEXT NOT NULL,
        ended_at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX visit_run_subject ON visit (run_id, subject_id)",
    "CREATE INDEX visit_subject ON visit (subject_id)",
    """CREATE TABLE check_outcome (
        id INTEGER NOT NULL PRIMARY KEY,
        visit_id INTEGER NOT NULL REFERENCES visit (id),
        check_id TEXT NOT NULL,
        target TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX check_outcome_identity ON check_outcome (visit_id, check_id, target)",
    "CREATE TABLE url (id INTEGER NOT NULL PRIMARY KEY, hash INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
    "CREATE INDEX url_hash ON url (hash)",
    """CREATE TABLE link_result (
        id INTEGER NOT NULL PRIMARY KEY,
        visit_id INTEGER NOT NULL REFERENCES visit (id),
        url_id INTEGER NOT NULL REFERENCES url (id),
        kind TEXT NOT NULL,
        outcome TEXT NOT NULL,
        status INTEGER,
        reason TEXT NOT NULL,
        final_url TEXT NOT NULL,
        is_on_home INTEGER NOT NULL,
        occurrence_count INTEGER NOT NULL,
        occurrences BLOB NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX link_result_identity ON link_result (visit_id, url_id)",
    "CREATE INDEX link_result_outcome ON link_result (visit_id, outcome, status)",
    "CREATE INDEX link_result_home ON link_result (visit_id, is_on_home)",
    """CREATE TABLE proposal (
        id TEXT NOT NULL PRIMARY KEY,
        subject_id TEXT NOT NULL,
        rule TEXT NOT NULL,
        place TEXT NOT NULL,
        count INTEGER NOT NULL,
        excerpt TEXT NOT NULL,
        note TEXT NOT NULL,
        element TEXT NOT NULL,
        category TEXT NOT NULL,
        check_id TEXT NOT NULL,
        aspect TEXT NOT NULL,
        proof TEXT NOT NULL,
        at TEXT,
        visit_id INTEGER NOT NULL REFERENCES visit (id)
    ) STRICT""",
    "CREATE INDEX proposal_subject ON proposal (subject_id, rule)",
    # Which visit found which proposal: so it is known whether the latest still did.
    """CREATE TABLE sighting (
        id INTEGER NOT NULL PRIMARY KEY,
        proposal_id TEXT NOT NULL REFERENCES proposal (id),
        visit_id INTEGER NOT NULL REFERENCES visit (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX sighting_identity ON sighting (proposal_id, visit_id)",
    "CREATE INDEX sighting_visit ON sighting (visit_id)",
    # Saved pages: append-only, named by what they hold.
    "CREATE TABLE blob (digest TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, content BLOB NOT NULL) STRICT",
    """CREATE TABLE capture (
        id INTEGER NOT NULL PRIMARY KEY,
        subject_id TEXT NOT NULL,
        visit_id INTEGER REFERENCES visit (id),
        url_id INTEGER NOT NULL REFERENCES url (id),
        final_url TEXT NOT NULL,
        status INTEGER,
        headers TEXT NOT NULL,
        body_digest TEXT NOT NULL REFERENCES blob (digest),
        at TEXT
    ) STRICT""",
    "CREATE INDEX capture_subject ON capture (subject_id, url_id)",
    # How far each engine's side file has been taken in.
    "CREATE TABLE spool_position (spool TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL) STRICT",
)


def up(db: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        db.execute(statement)
