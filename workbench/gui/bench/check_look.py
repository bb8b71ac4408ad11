"""How the ends of checks look, and which of several matters most."""

from collections.abc import Sequence

from workbench.domain.check_outcome import CheckEnd, CheckOutcome

CHECK_TONES = {
    CheckEnd.FINE: ("done", "passed"),
    CheckEnd.FOUND: ("proposed", "proposed"),
    CheckEnd.UNSURE: ("doubtful", "doubtful"),
    CheckEnd.CRASHED: ("error", "veto"),
    CheckEnd.SKIPPED: ("na", "na"),
}
_WEIGHT = {CheckEnd.CRASHED: 4, CheckEnd.FOUND: 3, CheckEnd.UNSURE: 2, CheckEnd.FINE: 1, CheckEnd.SKIPPED: 0}


def worst(outcomes: Sequence[CheckOutcome]) -> CheckOutcome | None:
    """The one a person should look at first."""
    return max(outcomes, key=lambda outcome: _WEIGHT[outcome.state], default=None)
