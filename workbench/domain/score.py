"""A score as a derivation: every point lost names its finding, price, count, cap and clause."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID

from workbench.domain.standard import Certainty


class Result(StrEnum):
    PASS = "合格"
    FAIL = "不合格"
    PROVISIONAL = "暂定"
    INCOMPLETE = "未完成"
    NOT_CHECKED = "未检查"


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLine:
    """One rule's share. `amount` is what it took (or, for a bonus, gave) after `cap`.

    `charged` is how often the price was taken, before any cap; `reason` says why that or the amount differs from the count.
    """

    indicator: str
    rule: str
    when: str
    count: int
    places: tuple[str, ...]
    unit_price: Decimal | None
    amount: Decimal
    charged: int = 0
    cap: Decimal | None = None
    clause: str = ""
    certainty: Certainty = Certainty.CONFIRMED
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoLine:
    """A veto that fired, or, with an unverified rule, one that only warns."""

    indicator: str
    name: str
    rule: str
    when: str
    count: int
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far it is to a line: `have` of `need`, problems for a veto, points for the pass line and the bonus gate."""

    label: str
    rule: str
    have: Decimal
    need: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`number` is exact and None where none is due: a veto, or a kind that only passes or fails.

    `low` and `high` bracket the number while a dispute is open (None there too: the side that would be a veto).
    `steps` say in words how the trace becomes the number.
    """

    subject_id: UUID
    result: Result
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    deduct_part: Decimal | None = None
    bonus_part: Decimal = Decimal(0)
    vetoes: tuple[VetoLine, ...] = ()
    warnings: tuple[VetoLine, ...] = ()
    trace: tuple[TraceLine, ...] = ()
    unverified: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    open_proposals: int = 0
    distances: tuple[Distance, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def is_ranked(self) -> bool:
        return self.number is not None and self.result in (Result.PASS, Result.FAIL)

    @property
    def counts_in_rates(self) -> bool:
        return self.result in (Result.PASS, Result.FAIL)


def shown_number(number: Decimal | None) -> str:
    """The number as people read it: half up, two places, trailing zeros dropped; empty for None."""
    if number is None:
        return ""
    # Adding zero takes the sign from a number that rounds to nothing.
    text = f"{number.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP) + 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
