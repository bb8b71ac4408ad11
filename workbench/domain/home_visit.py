"""One visit to a home page: whether it opened, and how long that took."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class VisitState(StrEnum):
    OK = "ok"
    FAILED = "failed"
    VOID = "void"


VISIT_STATE_WORDS = {
    VisitState.OK: "打开",
    VisitState.FAILED: "打不开",
    VisitState.VOID: "作废",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeVisit:
    """`url` is the address that was asked for. A void visit says nothing about the site, and `reason` says why.

    `device` is the PC that paid the visit.
    """

    subject_id: UUID
    url: str
    at: datetime
    state: VisitState
    status: int | None = None
    total_s: float = 0.0
    reason: str = ""
    device: str = ""
