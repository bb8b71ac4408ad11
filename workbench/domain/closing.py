"""The closing of a website (关停): applied for, approved, announced for 30 days, taken offline."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The day of each step, None where it is not known to have been taken. `last_upkeep` is filled in where upkeep has
    ended: the last day of it.
    """

    applied: date | None = None
    approved: date | None = None
    announced: date | None = None
    offline: date | None = None
    last_upkeep: date | None = None
