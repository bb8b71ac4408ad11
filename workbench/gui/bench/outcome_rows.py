"""How checks ended as the table shows it: what is ignored does not count as found; plain values, no Qt."""

import re
from collections.abc import Iterable
from dataclasses import replace

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.ignore_list import IgnoredFinding
from workbench.domain.place import normalise_place

_FOUND = re.compile(r"^(\d+)个问题")


def without_ignored(
    outcomes: Iterable[CheckOutcome], ignored: Iterable[IgnoredFinding]
) -> tuple[CheckOutcome, ...]:
    """The same outcomes, their figures without what is ignored today; one with nothing left found nothing that counts."""
    held = tuple(ignored)
    return tuple(_without(outcome, held) for outcome in outcomes)


def _without(outcome: CheckOutcome, ignored: tuple[IgnoredFinding, ...]) -> CheckOutcome:
    count = sum(_is_of(each, outcome) for each in ignored)
    told = _FOUND.match(outcome.reason)
    if outcome.state is not CheckEnd.FOUND or told is None or not count:
        return outcome
    left = max(0, int(told[1]) - count)
    rest = outcome.reason[told.end() :]
    if left:
        return replace(outcome, reason=f"{left}个问题，另有{count}个已忽略{rest}")
    return replace(outcome, state=CheckEnd.FINE, reason=f"{count}个已忽略{rest}")


def _is_of(ignored: IgnoredFinding, outcome: CheckOutcome) -> bool:
    """An outcome without a target is the check's on the whole subject."""
    finding = ignored.finding
    if finding.check != outcome.check:
        return False
    return not outcome.target or normalise_place(finding.place) == normalise_place(outcome.target)
