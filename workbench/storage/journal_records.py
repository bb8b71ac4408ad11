"""The journal: who changed what from what to what, derived from each version and the one before it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from uuid import UUID

from workbench.domain.record_heads import RecordLine, line_of, version_order
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.storage.record_codec import field_texts, unset_texts
from workbench.storage.version_records import VersionRecords

_NO_NEWS = ("id", "subject_id")


class Change(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"


CHANGE_WORDS = {
    Change.CREATED: "新建",
    Change.CHANGED: "修改",
    Change.DELETED: "删除",
    Change.RESTORED: "恢复",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One changed field of one version; a deletion and a restoration name no field. Texts are as stored."""

    inspector: str
    device: str
    counter: int
    at: datetime
    kind: RecordKind
    record_id: UUID
    subject_id: UUID | None
    change: Change
    field: str = ""
    old: str = ""
    new: str = ""
    why: str = ""


def read_journal(
    versions: VersionRecords, *, limit: int, subject_id: UUID | None = None
) -> tuple[JournalEntry, ...]:
    """The newest entries first, in the order in which they came into this file."""
    recent = versions.recent(limit=limit, subject_id=subject_id)
    lines: dict[RecordLine, list[RecordVersion]] = defaultdict(list)
    for version in versions.history_of(version.record_id for version in recent):
        lines[line_of(version)].append(version)
    entries = (entry for version in recent for entry in entries_of(version, _before(version, lines)))
    return tuple(islice(entries, limit))


def entries_of(version: RecordVersion, before: RecordVersion | None) -> Iterator[JournalEntry]:
    """What a version changed against the one before it."""
    if version.is_deleted:
        yield _entry(version, Change.DELETED)
        return
    if before is None:
        yield from _changed_fields(version, Change.CREATED, unset_texts(version.kind))
        return
    if before.is_deleted:
        yield _entry(version, Change.RESTORED)
    yield from _changed_fields(version, Change.CHANGED, field_texts(before.content))


def _changed_fields(version: RecordVersion, change: Change, old: Mapping[str, str]) -> Iterator[JournalEntry]:
    for name, new in field_texts(version.content).items():
        if name not in _NO_NEWS and new != old.get(name, ""):
            yield _entry(version, change, field=name, old=old.get(name, ""), new=new)


def _before(
    version: RecordVersion, lines: Mapping[RecordLine, Iterable[RecordVersion]]
) -> RecordVersion | None:
    earlier = [other for other in lines[line_of(version)] if other.counter < version.counter]
    return max(earlier, key=lambda other: (other.counter, version_order(other)), default=None)


def _entry(
    version: RecordVersion, change: Change, *, field: str = "", old: str = "", new: str = ""
) -> JournalEntry:
    return JournalEntry(
        inspector=version.inspector,
        device=version.device,
        counter=version.counter,
        at=version.at,
        kind=version.kind,
        record_id=version.record_id,
        subject_id=version.subject_id,
        change=change,
        field=field,
        old=old,
        new=new,
        why=version.why,
    )
