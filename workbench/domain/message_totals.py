"""How many messages a platform had, typed in where no list of them exists."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTotals:
    """Of one platform of one subject between two days, both included.

    `received` is the sum of all parts: `in_time`, `late`, `overdue` (unanswered past their limit), `in_work` (unanswered
    within it) and `others`, further named parts as the platform prints them (已回复, 不公开, 不属实, 无效): 563 = 442 + 90 + 31.
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

    @property
    def parts(self) -> int:
        return self.in_time + self.late + self.in_work + self.overdue + sum(count for _, count in self.others)

    def misfit(self) -> str:
        """What does not fit, in one sentence with the remedy; empty where all does."""
        gap = self.received - self.parts
        if self.last_day < self.first_day:
            return "统计的最后一天早于第一天，请改正日期。"
        if min(self.received, self.in_time, self.late, self.in_work, self.overdue, 0, *_counts(self)) < 0:
            return "条数不能是负数，请改正。"
        if gap:
            many = f"还差{gap}条" if gap > 0 else f"多出{-gap}条"
            return f"收到 {self.received} 条，各项合计 {self.parts} 条，{many}，请核对后改正。"
        if (self.satisfied or 0) > (self.rated or 0):
            return f"满意 {self.satisfied} 条多于评价 {self.rated or 0} 条，请核对后改正。"
        if (self.rated or 0) > self.received:
            return f"评价 {self.rated} 条多于收到 {self.received} 条，请核对后改正。"
        return ""


def _counts(totals: MessageTotals) -> tuple[int, ...]:
    return (*(count for _, count in totals.others), totals.satisfied or 0, totals.rated or 0)
