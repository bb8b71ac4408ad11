"""A stretch of time before the monitoring day, as standards write it: `14d`, `6mo`, `1y`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_TEXT = re.compile(r"^(\d{1,4})(d|mo|y)$")
_WORDS = {"d": "天", "mo": "个月", "y": "年"}


@dataclass(frozen=True, slots=True)
class Window:
    """`amount` of `unit`, where unit is `d`, `mo` or `y`."""

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Window":
        """Raises ValueError where `text` is not of the form 14d, 6mo or 1y."""
        match = _TEXT.match(text.strip())
        if match is None or int(match[1]) == 0:
            raise ValueError(f"时间窗“{text}”应写作 14d、6mo 或 1y。")
        return cls(int(match[1]), match[2])

    def first_day(self, as_of: date) -> date:
        """The earliest day inside the window that ends on `as_of`; a month's end is clamped (31 Aug - 6mo = 28 Feb)."""
        if self.unit == "d":
            return as_of - timedelta(days=self.amount)
        months = self.amount * (12 if self.unit == "y" else 1)
        index = as_of.year * 12 + as_of.month - 1 - months
        year, month = divmod(index, 12)
        day = min(as_of.day, calendar.monthrange(year, month + 1)[1])
        return date(year, month + 1, day)

    def contains(self, day: date, *, as_of: date) -> bool:
        return self.first_day(as_of) <= day <= as_of

    def in_words(self) -> str:
        if self.unit == "d" and self.amount % 7 == 0:
            return f"{self.amount // 7}周"
        return f"{self.amount}{_WORDS[self.unit]}"

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"
