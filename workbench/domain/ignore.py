"""A problem that somebody has decided not to hold against anyone for a while, with the reason and the day it ends."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from workbench.domain.link import LinkOutcome


class IgnoreScope(StrEnum):
    LINK = "link"
    HOST = "host"
    PREFIX = "prefix"
    SUBJECT = "subject"


IGNORE_SCOPE_WORDS = {
    IgnoreScope.LINK: "一个网址",
    IgnoreScope.HOST: "一台主机",
    IgnoreScope.PREFIX: "网址前缀",
    IgnoreScope.SUBJECT: "整个对象",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """What is ignored is what one `check` finds, or links of one `outcome`; one of the two is set.

    `subject_id` None: wherever it stands in the campaign. `target` is the normalised address, host or prefix, empty for
    a whole subject. `until` is the last day on which it holds.
    """

    id: UUID
    subject_id: UUID | None
    scope: IgnoreScope
    reason: str
    until: date
    check: str = ""
    outcome: LinkOutcome | None = None
    target: str = ""
    inspector: str = ""
    device: str = ""
    at: datetime | None = None

    def holds_on(self, day: date) -> bool:
        return day <= self.until
