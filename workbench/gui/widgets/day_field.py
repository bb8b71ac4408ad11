"""A field for a day that may be left empty; it reads the ways people write days."""

import re
from datetime import date

from workbench.errors import WrongUseError
from workbench.gui.widgets.fields import LineField

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


class DayField(LineField):
    def __init__(self, *, name: str, day: date | None = None) -> None:
        super().__init__(name=name, hint="例如 2026-11-20", text=str(day) if day else "")

    def day(self) -> date | None:
        """None where it is empty.

        Raises:
            WrongUseError: what is written is no day.
        """
        text = self.text().strip()
        if not text:
            return None
        match = _DAY.fullmatch(text)
        try:
            if match is not None:
                return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            pass
        raise WrongUseError(f"“{self.accessibleName()}”的日期“{text}”看不懂，请写作 2026-11-20。")
