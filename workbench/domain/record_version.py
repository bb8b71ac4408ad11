"""One version of something a person made: the unit of saving, of the journal, of undo and of merging."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class RecordKind(StrEnum):
    SUBJECT = "subject"
    COLUMN = "column"
    FINDING = "finding"
    DECISION = "decision"
    VERDICT = "verdict"
    SETTLEMENT = "settlement"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class VersionKey:
    kind: RecordKind
    record_id: UUID
    inspector: str
    device: str
    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVersion:
    """`content` is the record as canonical JSON text; a deletion is a version too and keeps the last content.

    `counter` is one more than the highest the maker had seen of this record. `at` is shown, never compared.
    """

    kind: RecordKind
    record_id: UUID
    subject_id: UUID | None
    inspector: str
    device: str
    counter: int
    at: datetime
    content: str
    is_deleted: bool = False
    why: str = ""

    @property
    def key(self) -> VersionKey:
        return VersionKey(self.kind, self.record_id, self.inspector, self.device, self.counter)
