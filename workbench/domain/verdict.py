"""One inspector's answer to one indicator of one subject."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "na"
    DOUBTFUL = "doubtful"
    NOT_CHECKED = "not_checked"


OUTCOME_WORDS = {
    Outcome.PASS: "通过",
    Outcome.FAIL: "不通过",
    Outcome.NOT_APPLICABLE: "不适用",
    Outcome.DOUBTFUL: "存疑",
    Outcome.NOT_CHECKED: "未检查",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`page_saved_at` is set where it was given before a saved page: the time that page was saved."""

    id: UUID
    subject_id: UUID
    indicator: str
    inspector: str
    outcome: Outcome
    note: str = ""
    device: str = ""
    at: datetime | None = None
    page_saved_at: datetime | None = None
