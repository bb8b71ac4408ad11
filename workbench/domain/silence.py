"""Reasoned silence: a column had nothing to publish, for a reason that is on record, until a day."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """`proof` is where the reason stands, an address or a document number; `until` is the last day on which it holds."""

    id: UUID
    subject_id: UUID
    column_id: UUID
    reason: str
    proof: str
    until: date
    inspector: str = ""
    device: str = ""
    at: datetime | None = None

    def holds_on(self, day: date) -> bool:
        return day <= self.until
