"""One quarter's inspection."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """`as_of` is the monitoring point (监测时间点): what is dated later is ignored. `lead` settles and edits the register."""

    id: UUID
    name: str
    period: str
    as_of: date
    standard_id: str
    standard_digest: str
    lead: str
    unit: str = ""

    @property
    def as_of_in_words(self) -> str:
        return f"{self.as_of.year}年{self.as_of.month}月{self.as_of.day}日"
