"""On which day a subject is judged (监测时间点): what was published later is ignored, and silence is counted back from it."""

from collections.abc import Iterable
from datetime import date

from workbench.domain.campaign import Campaign
from workbench.domain.inspection_round import InspectionRound, RoundKind


def monitoring_day(campaign: Campaign, rounds: Iterable[InspectionRound], *, code: str, today: date) -> date:
    """That of the campaign; for a subject of a spot check that has begun the day it is checked, at the latest its last day."""
    begun = [
        each
        for each in rounds
        if each.kind is RoundKind.SPOT_CHECK and code in each.codes and each.first_day <= today
    ]
    if not begun:
        return campaign.as_of
    latest = max(begun, key=lambda each: (each.first_day, each.last_day))
    return min(today, latest.last_day)
