"""How fast a host is asked, and what is to be done when that changes."""

from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """How fast a host is asked."""

    FREE = "free"
    SLOW = "slow"
    CALM = "calm"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class PaceChange:
    """What is to be done with a host from now on: rest, then ask with so much time in between."""

    host: str
    pace: Pace
    rest_s: float = 0.0
    gap_s: float = 0.0
