"""Everybody is judged on the campaign's day; who is spot checked, on the day of that."""

from datetime import date
from uuid import UUID

import pytest

from workbench.domain.campaign import Campaign
from workbench.domain.inspection_round import InspectionRound, RoundKind
from workbench.domain.monitoring_day import monitoring_day

AS_OF = date(2026, 11, 20)
CAMPAIGN = Campaign(
    id=UUID(int=1), name="", period="", as_of=AS_OF, standard_id="", standard_digest="", lead=""
)


def a_round(first: date, last: date, *codes: str, kind: RoundKind = RoundKind.SPOT_CHECK) -> InspectionRound:
    return InspectionRound(
        id=UUID(int=2), subject_id=None, kind=kind, name="", first_day=first, last_day=last, codes=codes
    )


CHECK = a_round(date(2026, 12, 1), date(2026, 12, 5), "A")
LATER = a_round(date(2026, 12, 20), date(2026, 12, 22), "A")
WHOLE = a_round(date(2026, 11, 1), date(2026, 12, 31), kind=RoundKind.ROUND)


@pytest.mark.parametrize(
    ("code", "today", "day"),
    [
        ("A", date(2026, 11, 25), AS_OF),
        ("A", date(2026, 12, 3), date(2026, 12, 3)),
        ("A", date(2026, 12, 10), date(2026, 12, 5)),
        ("A", date(2026, 12, 21), date(2026, 12, 21)),
        ("B", date(2026, 12, 3), AS_OF),
    ],
)
def test_the_day_a_subject_is_judged_on(code: str, today: date, day: date) -> None:
    assert monitoring_day(CAMPAIGN, [WHOLE, CHECK, LATER], code=code, today=today) == day
