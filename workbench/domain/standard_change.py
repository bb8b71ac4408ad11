"""One cell of the campaign's standard, confirmed or corrected by the office: who, when and from what source."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardChange:
    """`cell` is the cell's address, `scoring/fail_below`, `indicator:P5/points` or `rule:U2.home/price`; `value` its new
    content as text in the form a standard's file uses.

    The pinned standard itself never changes; the changes are laid over it when it is read. Confirming a price is a change
    to the value it has; a rule without a price is confirmed by the value `confirmed` of its cell `certainty`.
    """

    id: UUID
    subject_id: UUID | None
    cell: str
    value: str
    source: str
    inspector: str = ""
    device: str = ""
    at: datetime | None = None
