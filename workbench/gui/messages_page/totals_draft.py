"""What is typed into the form of totals, as the record it makes; plain values, no Qt."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from workbench.domain.ids import message_totals_id
from workbench.domain.message_totals import MessageTotals
from workbench.errors import WrongUseError

PARTS = (
    ("in_time", "按期办结"),
    ("late", "逾期办结"),
    ("in_work", "在办未到期"),
    ("overdue", "逾期未办结"),
)
OTHER_PARTS = ("已回复", "不公开", "不属实", "无效")
OTHER_LABELS = {"已回复": "已回复（未分按期逾期）"}


def totals_of(
    subject: UUID | None,
    *,
    platform: str,
    first: date | None,
    last: date | None,
    counts: Mapping[str, int],
) -> MessageTotals:
    """`counts` by the names of `PARTS` and `OTHER_PARTS`, with received, rated and satisfied.

    Raises:
        WrongUseError: site or days are missing.
    """
    if subject is None:
        raise WrongUseError("还没有网站，请先导入台账。")
    if first is None or last is None:
        raise WrongUseError("请填写统计的第一天和最后一天。")
    rated = counts.get("rated", 0)
    return MessageTotals(
        id=message_totals_id(subject, platform=platform, first_day=first, last_day=last),
        subject_id=subject,
        platform=platform,
        first_day=first,
        last_day=last,
        received=counts.get("received", 0),
        in_time=counts.get("in_time", 0),
        late=counts.get("late", 0),
        in_work=counts.get("in_work", 0),
        overdue=counts.get("overdue", 0),
        rated=rated or None,
        satisfied=counts.get("satisfied", 0) if rated else None,
        others=tuple((word, counts[word]) for word in OTHER_PARTS if counts.get(word)),
    )


def fit_in_words(received: int, parts: int) -> str:
    """How the parts stand to what was received, as it is typed."""
    gap = received - parts
    if gap:
        return f"各项合计 {parts} 条，{f'还差 {gap} 条' if gap > 0 else f'多出 {-gap} 条'}"
    return f"各项合计 {parts} 条，与收到条数一致" if received else "填写收到条数和各项条数，合计要一致"
