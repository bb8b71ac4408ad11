"""What each file brings to a merge."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.campaign import Campaign
from workbench.domain.finding import Finding
from workbench.domain.person_record import PersonRecord
from workbench.domain.record_version import RecordVersion

Record = PersonRecord
Decode = Callable[[RecordVersion], Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSide:
    """`proposals` are the checks' findings, which decisions refer to; `name` is what the user calls the file."""

    name: str
    campaign: Campaign
    versions: frozenset[RecordVersion]
    proposals: tuple[Finding, ...] = ()
