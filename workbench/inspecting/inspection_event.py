"""What an inspection tells while it runs: small plain records, in the order in which things become known."""

from dataclasses import dataclass

from workbench.domain.capture import Capture
from workbench.domain.check_outcome import CheckOutcome
from workbench.domain.finding import Finding
from workbench.domain.link import LinkResult


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `known` addresses; `known` grows while pages are read."""

    done: int
    known: int


@dataclass(frozen=True, slots=True)
class LinkFound:
    """A later one of the same address replaces the earlier: more places have become known."""

    link: LinkResult


@dataclass(frozen=True, slots=True)
class ProposalFound:
    finding: Finding


@dataclass(frozen=True, slots=True)
class CheckEnded:
    outcome: CheckOutcome


@dataclass(frozen=True, slots=True)
class PageCaptured:
    capture: Capture


@dataclass(frozen=True, slots=True)
class AssetCaptured:
    """A stylesheet or picture, and the addresses of the captured pages that ask for it."""

    capture: Capture
    pages: tuple[str, ...]


InspectionEvent = Progress | LinkFound | ProposalFound | CheckEnded | PageCaptured | AssetCaptured
