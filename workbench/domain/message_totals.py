"""How many messages a platform had, typed in where no list of them exists."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTotals:
    """Of one platform of one subject between two days, both included.

    `received` = `in_time` + `late` + `overdue` + `in_work`; `overdue` are unanswered past their limit, `in_work`
    unanswered within it. `others` holds further named totals as the platform prints them.
    """

    id: UUID
    subject_id: UUID
    platform: str
    first_day: date
    last_day: date
    received: int
    in_time: int = 0
    late: int = 0
    in_work: int = 0
    overdue: int = 0
    satisfied: int | None = None
    rated: int | None = None
    others: tuple[tuple[str, int], ...] = ()
    note: str = ""
