"""The versions of people's records in the file: they are added and read, never changed or removed."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from peewee import Select

from workbench.domain.record_heads import heads, line_of, version_order
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.storage.record_codec import at_text, to_json
from workbench.storage.row_batches import in_batches
from workbench.storage.tables import VersionRow
from workbench.storage.workspace_database import Row, WorkspaceDatabase

_FIELDS = (
    VersionRow.id,
    VersionRow.kind,
    VersionRow.record_id,
    VersionRow.subject_id,
    VersionRow.inspector,
    VersionRow.device,
    VersionRow.counter,
    VersionRow.at,
    VersionRow.content,
    VersionRow.is_deleted,
    VersionRow.why,
)
_INSERT = """INSERT OR IGNORE INTO record_version
    (kind, record_id, subject_id, inspector, device, counter, at, content, is_deleted, why, digest, is_head)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_MARK = "UPDATE record_version SET is_head = ? WHERE id = ? AND is_head <> ?"


class VersionRecords:
    def __init__(self, database: WorkspaceDatabase) -> None:
        self._database = database

    def current(self, kind: RecordKind, subject_id: UUID | None = None) -> tuple[RecordVersion, ...]:
        """The heads of every record of a kind that is not deleted, in an order that is the same on every PC."""
        query = VersionRow.select(*_FIELDS).where(
            VersionRow.is_head == 1, VersionRow.kind == kind.value, VersionRow.is_deleted == 0
        )
        if subject_id is not None:
            query = query.where(VersionRow.subject_id == subject_id)
        return tuple(sorted(self._read(query).values(), key=version_order))

    def mark_of(self, kind: RecordKind) -> tuple[int, ...]:
        """Names the current versions of a kind: as long as it stays the same, so do they. Cheap, for whoever keeps what he
        made of them.
        """
        query = VersionRow.select(VersionRow.id).where(VersionRow.is_head == 1, VersionRow.kind == kind.value)
        return tuple(row for (row,) in self._database.rows(query.order_by(VersionRow.id)))

    def heads_of_kind(self, kind: RecordKind) -> tuple[RecordVersion, ...]:
        """The heads of every record of a kind, deletions too, in an order that is the same on every PC."""
        query = VersionRow.select(*_FIELDS).where(VersionRow.is_head == 1, VersionRow.kind == kind.value)
        return tuple(sorted(self._read(query).values(), key=version_order))

    def heads_of(self, record_ids: Iterable[UUID]) -> tuple[RecordVersion, ...]:
        """The heads of these records, deletions too."""
        return tuple(self._heads_by_row(record_ids).values())

    def all(self) -> tuple[RecordVersion, ...]:
        """Every version there ever was, in an order that is the same on every PC."""
        return tuple(sorted(self._read(VersionRow.select(*_FIELDS)).values(), key=version_order))

    def are_as_written(self) -> bool:
        """Whether every version still says what it said when it was written."""
        query = VersionRow.select(*_FIELDS, VersionRow.digest)
        return all(
            digest_of_version(version_of_row(row[1:-1])) == row[-1] for row in self._database.rows(query)
        )

    def recent(self, *, limit: int, subject_id: UUID | None = None) -> tuple[RecordVersion, ...]:
        """The versions that came into this file last, the newest first."""
        query = VersionRow.select(*_FIELDS).order_by(VersionRow.id.desc()).limit(limit)
        if subject_id is not None:
            query = query.where(VersionRow.subject_id == subject_id)
        return tuple(self._read(query).values())

    def history_of(self, record_ids: Iterable[UUID]) -> tuple[RecordVersion, ...]:
        """Every version of these records."""
        return tuple(self._history_by_row(record_ids).values())

    def append(self, versions: Sequence[RecordVersion]) -> None:
        """Add versions that this PC has just made, each the successor of all the heads of its line."""
        with self._database.writing():
            lines = {line_of(version) for version in versions}
            old = self._heads_by_row(version.record_id for version in versions)
            replaced = [(0, row, 0) for row, head in old.items() if line_of(head) in lines]
            current = set(heads(versions))
            self._database.bulk(_MARK, replaced)
            self._database.bulk(
                _INSERT, [_row_of(version, is_head=version in current) for version in versions]
            )

    def adopt(self, versions: Iterable[RecordVersion]) -> int:
        """Unite these versions with those here, look whether all have come, and say how many were new.

        Raises:
            RuntimeError: the file does not hold what it should; nothing has been changed.
        """
        wanted = set(versions)
        record_ids = {version.record_id for version in wanted}
        with self._database.writing():
            before = set(self.history_of(record_ids))
            ordered = sorted(wanted - before, key=version_order)
            self._database.bulk(_INSERT, (_row_of(version, is_head=False) for version in ordered))
            history = self._history_by_row(record_ids)
            if set(history.values()) != before | wanted:
                raise RuntimeError("the united versions are not what was written")
            current = set(heads(history.values()))
            marks = [(int(v in current), row, int(v in current)) for row, v in history.items()]
            self._database.bulk(_MARK, marks)
        return len(ordered)

    def _heads_by_row(self, record_ids: Iterable[UUID]) -> dict[int, RecordVersion]:
        found: dict[int, RecordVersion] = {}
        for ids in in_batches(dict.fromkeys(record_ids)):
            query = VersionRow.select(*_FIELDS).where(VersionRow.record_id.in_(ids), VersionRow.is_head == 1)
            found.update(self._read(query))
        return found

    def _history_by_row(self, record_ids: Iterable[UUID]) -> dict[int, RecordVersion]:
        found: dict[int, RecordVersion] = {}
        for ids in in_batches(dict.fromkeys(record_ids)):
            found.update(self._read(VersionRow.select(*_FIELDS).where(VersionRow.record_id.in_(ids))))
        return found

    def _read(self, query: Select) -> dict[int, RecordVersion]:
        return {row[0]: version_of_row(row[1:]) for row in self._database.rows(query)}


def version_of_row(row: Row) -> RecordVersion:
    kind, record_id, subject_id, inspector, device, counter, at, content, is_deleted, why = row
    return RecordVersion(
        kind=RecordKind(kind),
        record_id=record_id,
        subject_id=subject_id,
        inspector=inspector,
        device=device,
        counter=counter,
        at=datetime.fromisoformat(at),
        content=content,
        is_deleted=bool(is_deleted),
        why=why,
    )


def digest_of_version(version: RecordVersion) -> str:
    """Names a version by all it says, so that two with one key and different content both stay."""
    said = [version.subject_id, at_text(version.at), version.content, version.is_deleted, version.why]
    return hashlib.sha256(to_json([*version_key(version), *said]).encode()).hexdigest()[:32]


def version_key(version: RecordVersion) -> list[object]:
    return [version.kind, version.record_id, version.inspector, version.device, version.counter]


def _row_of(version: RecordVersion, *, is_head: bool) -> Row:
    return (
        version.kind.value,
        version.record_id.hex,
        version.subject_id.hex if version.subject_id else None,
        version.inspector,
        version.device,
        version.counter,
        at_text(version.at),
        version.content,
        int(version.is_deleted),
        version.why,
        digest_of_version(version),
        int(is_head),
    )
