"""One inspector's decision on one finding: his own row, kept when checks run again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DecisionOutcome(StrEnum):
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    CHANGED = "changed"


DECISION_WORDS = {
    DecisionOutcome.CONFIRMED: "确认",
    DecisionOutcome.DISMISSED: "不成立",
    DecisionOutcome.CHANGED: "修改",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`rule`, `count` and `place` are what counts: as proposed at that moment, or as changed; `dismissed` carries the reason.

    `page_saved_at` is set where it was made before a saved page: the time that page was saved.
    """

    id: UUID
    finding_id: UUID
    subject_id: UUID
    inspector: str
    outcome: DecisionOutcome
    reason: str = ""
    rule: str = ""
    count: int = 1
    place: str = ""
    device: str = ""
    at: datetime | None = None
    page_saved_at: datetime | None = None
