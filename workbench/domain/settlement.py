"""The lead's word on a dispute; both sides stay."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workbench.domain.charge import Charge
from workbench.domain.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What counts for one indicator of one subject. It holds while the answers are the ones it names by digest."""

    id: UUID
    subject_id: UUID
    indicator: str
    digests: tuple[str, ...]
    outcome: Outcome
    charges: tuple[Charge, ...] = ()
    reason: str = ""
    inspector: str = ""
    device: str = ""
    at: datetime | None = None
