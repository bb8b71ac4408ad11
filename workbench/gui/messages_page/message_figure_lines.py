"""What the figures of the messages say, and which list each of them opens; plain values, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.clocks.message_clock import Timing
from workbench.clocks.message_figures import MessageFigures, MessageSpan
from workbench.domain.message_totals import MessageTotals
from workbench.domain.window import Window

# Which list each rate's whole is: the part is among the figures before it.
_WHOLES = ("valid", "judged", "valid", "rated")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """`shows` is a key of `SHOWN`; `tone` is quiet where the figure is nought."""

    label: str
    figure: str
    shows: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Period:
    """A choice of the span; the dates are worked out from the day the book is read for."""

    key: str
    word: str


PERIODS = (
    Period("year", "近一年"),
    Period("quarter", "本季度"),
    Period("this-year", "今年以来"),
    Period("all", "全部"),
    Period("own", "自定起止"),
)


def span_of_period(key: str, *, as_of: date, days: Sequence[date]) -> MessageSpan:
    """The span of a choice; `all` reaches from the first to the last of `days`."""
    if key == "quarter":
        return MessageSpan(date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1), as_of)
    if key == "this-year":
        return MessageSpan(date(as_of.year, 1, 1), as_of)
    if key == "all" and days:
        return MessageSpan(min(days), max(as_of, *days))
    return MessageSpan(Window(1, "y").first_day(as_of), as_of)


def count_entries(figures: MessageFigures) -> tuple[FigureEntry, ...]:
    parts = (
        ("按期办结", figures.count(Timing.IN_TIME), "timing-in_time", "passed"),
        ("逾期办结", figures.count(Timing.LATE), "timing-late", "fail"),
        ("日期不详", figures.count(Timing.CLOSED_UNDATED), "timing-closed_undated", "text"),
        ("在办未到期", figures.count(Timing.IN_WORK), "timing-in_work", "accent"),
        ("逾期未办结", figures.count(Timing.OVERDUE), "timing-overdue", "fail"),
        ("超过3个月", figures.count(Timing.OVER_THREE_MONTHS), "timing-over_three_months", "veto"),
        ("答复敷衍", figures.perfunctory, "perfunctory", "doubtful"),
        ("无效不计", figures.count(Timing.INVALID), "timing-invalid", "text"),
        ("无法计时", figures.count(Timing.UNTOLD), "timing-untold", "doubtful"),
    )
    always = ("timing-in_time", "timing-late", "timing-in_work", "timing-overdue", "timing-over_three_months")
    received = FigureEntry(label="有效留言", figure=str(figures.received), shows="valid")
    return (
        received,
        *(
            FigureEntry(label=label, figure=str(count), shows=shows, tone=tone if count else "faint")
            for label, count, shows, tone in parts
            if count or shows in always
        ),
    )


def rate_entries(figures: MessageFigures) -> tuple[FigureEntry, ...]:
    return tuple(
        FigureEntry(
            label=rate.label, figure=rate.shown(), shows=shows, tone="text" if rate.whole else "faint"
        )
        for rate, shows in zip(figures.rates, _WHOLES, strict=True)
    )


def totals_in_words(totals: Sequence[MessageTotals], counted: Sequence[MessageTotals]) -> str:
    """How many typed totals there are and how much of them is in the figures; empty for none."""
    if not totals:
        return ""
    return f"汇总数 {len(totals)} 份，计入 {sum(each.received for each in counted)} 条"
