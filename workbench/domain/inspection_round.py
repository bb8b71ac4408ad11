"""One dated pass inside a campaign: the round itself, or a spot check of some of its subjects."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class RoundKind(StrEnum):
    ROUND = "round"
    SPOT_CHECK = "spot_check"


ROUND_KIND_WORDS = {RoundKind.ROUND: "检查轮次", RoundKind.SPOT_CHECK: "抽查"}


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRound:
    """`codes` are the subjects of a spot check; empty means all that the campaign inspects. Both days belong to it."""

    id: UUID
    subject_id: UUID | None
    kind: RoundKind
    name: str
    first_day: date
    last_day: date
    codes: tuple[str, ...] = ()
    note: str = ""
