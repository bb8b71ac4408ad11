"""The manual part of the practice round: what two made-up inspectors answer and what their lead settles, as data."""

from dataclasses import dataclass

from workbench.domain.verdict import Outcome
from workbench.practice.practice_file import read_practice_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationTick:
    """Every open proposal of the subject from this check and aspect holds; with `place`, only the one there."""

    subject: str
    check: str
    aspect: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalTick:
    subject: str
    check: str
    aspect: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTick:
    """A problem the inspector saw himself; an empty `rule` is recorded and never priced."""

    subject: str
    rule: str
    count: int
    note: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictTick:
    subject: str
    indicators: tuple[str, ...]
    outcome: Outcome
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestTick:
    """What he has not answered on these subjects gets this outcome."""

    subjects: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectorTicks:
    """To be applied in the order of the fields. A `place` is that of the truth file, below the subject's host."""

    name: str
    subjects: tuple[str, ...]
    dismissals: tuple[DismissalTick, ...] = ()
    confirmations: tuple[ConfirmationTick, ...] = ()
    findings: tuple[FindingTick, ...] = ()
    verdicts: tuple[VerdictTick, ...] = ()
    rests: tuple[RestTick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeTick:
    rule: str
    count: int
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementTick:
    subject: str
    indicator: str
    outcome: Outcome
    reason: str
    charges: tuple[ChargeTick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    standard: str
    lead: str
    inspectors: tuple[InspectorTicks, ...]
    settlements: tuple[SettlementTick, ...]


def load_ticks() -> Ticks:
    return read_practice_file("ticks.toml", Ticks)
