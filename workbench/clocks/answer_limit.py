"""How long an answer may take: `3wd` are working days, `15d` calendar days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.clocks.working_days import working_day_after

_TEXT = re.compile(r"^(\d{1,3})(wd|d)$")
_WORDS = {"wd": "个工作日", "d": "天"}


@dataclass(frozen=True, slots=True)
class AnswerLimit:
    """`amount` of `unit`, where unit is `wd` or `d`."""

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "AnswerLimit":
        """Raises ValueError where `text` is not of the form 3wd or 15d."""
        match = _TEXT.match(text.strip())
        if match is None or int(match[1]) == 0:
            raise ValueError(f"时限“{text}”应写作 3wd（工作日）或 15d（自然日）。")
        return cls(int(match[1]), match[2])

    def due_day(self, received: date) -> date:
        """The last day on which an answer is in time; the day it was received does not count.

        Raises:
            CalendarUnknownError: the holidays of a year on the way are not known.
        """
        if self.unit == "d":
            return received + timedelta(days=self.amount)
        return working_day_after(received, self.amount)

    def holds_surely(self, received: date, day: date) -> bool:
        """Whether `day` is in time whatever the holidays are: no more calendar days have gone than working days are given."""
        return (day - received).days <= self.amount

    def in_words(self) -> str:
        return f"{self.amount}{_WORDS[self.unit]}"

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"
