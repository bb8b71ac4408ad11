"""Writes a pack: one plain closed file with what one inspector needs, or has done. It appears whole or not at all."""

import os
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from workbench.domain.record_heads import OWNED_KINDS
from workbench.domain.record_version import RecordKind
from workbench.storage.database_address import address_of
from workbench.storage.database_fault import told_to_the_user
from workbench.storage.draft_file import draft_beside, drop_draft, set_aside_orphans, sync_folder
from workbench.storage.workspace_file import make_empty
from workbench.storage.workspace_kind import Origin

_SUBJECTS = "subject_id IN (SELECT id FROM temp.wanted_subject)"
_VISITS = f"visit_id IN (SELECT id FROM source.visit WHERE {_SUBJECTS})"
# Of each subject the links of its latest survey, and what was looked at again.
_LATEST_LINKS = f"""visit_id IN (SELECT id FROM (
    SELECT visit.id AS id, run.is_recheck AS is_recheck, row_number() OVER (
        PARTITION BY subject_id, run.is_recheck ORDER BY run.number DESC, run.uid DESC) AS place
    FROM source.visit AS visit JOIN source.run AS run ON run.id = visit.run_id
    WHERE visit.{_SUBJECTS} AND EXISTS (SELECT 1 FROM source.link_result WHERE visit_id = visit.id)
) WHERE place = 1 OR is_recheck = 1)"""

# Of the evidence that goes with the pack, what stands; what was withdrawn leaves its bytes behind.
_EVIDENCE_DIGESTS = f"""SELECT json_extract(content, '$.digest') FROM main.record_version
    WHERE kind = '{RecordKind.EVIDENCE}' AND is_head = 1 AND is_deleted = 0"""

# What holds in the whole campaign goes with every pack. Every line of a record goes as a whole, so that its heads stay its heads.
_COPIES = (
    (
        "record_version",
        f"(subject_id IS NULL OR {_SUBJECTS}) AND (kind NOT IN (SELECT kind FROM temp.owned) OR inspector = :inspector)",
    ),
    # What the round before found goes along, for whoever inspects.
    ("setting", "key = 'previous_round'"),
    ("run", f"id IN (SELECT run_id FROM source.visit WHERE {_SUBJECTS})"),
    ("visit", _SUBJECTS),
    ("check_outcome", _VISITS),
    ("proposal", _SUBJECTS),
    ("sighting", _VISITS),
    ("home_visit", _SUBJECTS),
    (
        "blob",
        f"""digest IN (SELECT body_digest FROM source.capture WHERE id IN (SELECT id FROM temp.wanted_capture))
            OR (digest IN ({_EVIDENCE_DIGESTS}) AND digest NOT IN (SELECT digest FROM temp.left_behind))""",
    ),
    (
        "url",
        f"""id IN (SELECT url_id FROM source.link_result WHERE {_LATEST_LINKS})
            OR id IN (SELECT url_id FROM source.capture WHERE id IN (SELECT id FROM temp.wanted_capture))""",
    ),
    ("link_result", _LATEST_LINKS),
    ("capture", "id IN (SELECT id FROM temp.wanted_capture)"),
    ("page_asset", "page_id IN (SELECT id FROM temp.wanted_capture)"),
)
_THEIR_ASSETS = """INSERT INTO temp.wanted_capture SELECT DISTINCT asset_id FROM source.page_asset
    WHERE page_id IN (SELECT id FROM temp.wanted_capture)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOrder:
    """What goes into a pack: these subjects, of people's own records those of `origin.inspector`, these saved pages
    with their stylesheets and pictures. Of evidence with these digests the record goes and the bytes stay.
    """

    origin: Origin
    subject_ids: Collection[UUID]
    capture_ids: Collection[int]
    left_behind: Collection[str] = ()


def write_pack(source: Path, path: Path, order: PackOrder) -> None:
    """Copy what is ordered out of the workspace at `source`, which may be open and changing, as it is at one moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_beside(path)
    try:
        make_empty(draft)
        with told_to_the_user(path), closing(_open_both(draft, source)) as connection:
            _copy(connection, order)
        _sync(draft)
        set_aside_orphans(path)
        draft.replace(path)
        sync_folder(path.parent)
    finally:
        drop_draft(draft)


def _open_both(draft: Path, source: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(address_of(draft), uri=True, isolation_level=None)
    # A draft that is not finished is thrown away, so nothing need be kept safe on the way.
    connection.execute("PRAGMA journal_mode = off")
    connection.execute("PRAGMA synchronous = off")
    connection.execute("ATTACH ? AS source", (address_of(source, is_read_only=True),))
    return connection


def _copy(connection: sqlite3.Connection, order: PackOrder) -> None:
    connection.execute("BEGIN")
    _list(connection, "wanted_subject (id)", (subject.hex for subject in order.subject_ids))
    _list(connection, "wanted_capture (id)", order.capture_ids)
    connection.execute(_THEIR_ASSETS)
    _list(connection, "left_behind (digest)", order.left_behind)
    _list(connection, "owned (kind)", (kind.value for kind in OWNED_KINDS))
    for table, condition in _COPIES:
        connection.execute(
            f"INSERT INTO main.{table} SELECT * FROM source.{table} WHERE {condition}",
            {"inspector": order.origin.inspector},
        )
    origin = order.origin
    connection.execute(
        "INSERT INTO main.origin VALUES (1, ?, ?, ?, ?, ?, ?)",
        (
            origin.kind.value,
            origin.campaign,
            origin.standard,
            origin.standard_digest,
            origin.inspector,
            origin.cut_from,
        ),
    )
    connection.execute("COMMIT")


def _list(connection: sqlite3.Connection, table: str, values: Iterable[object]) -> None:
    name = table.partition(" ")[0]
    connection.execute(f"CREATE TEMP TABLE {table}")
    connection.executemany(f"INSERT INTO temp.{name} VALUES (?)", ((value,) for value in values))


def _sync(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
