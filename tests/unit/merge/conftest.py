"""A small standard and a campaign with it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from workbench.domain.campaign import Campaign
from workbench.domain.standard import Certainty, Indicator, Part, Rule, Scoring, Standard
from workbench.domain.subject import SubjectKind


@pytest.fixture(scope="session")
def standard() -> Standard:
    indicators = tuple(
        Indicator(
            code=code,
            name=code,
            group="可用性",
            part=Part.DEDUCT,
            applies_to=(SubjectKind.PORTAL,),
            rules=(Rule(code=f"{code}.a", when="x", price=Decimal(1), certainty=Certainty.CONFIRMED),),
        )
        for code in ("U1", "U2")
    )
    scoring = Scoring(start=Decimal(100), fail_below=Decimal(60))
    return Standard(id="small", title="小", document="试", scoring=scoring, indicators=indicators)


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return Campaign(
        id=UUID(int=1),
        name="2026年第四季度",
        period="2026Q4",
        as_of=date(2026, 11, 20),
        standard_id="small",
        standard_digest="d",
        lead="王组长",
    )
