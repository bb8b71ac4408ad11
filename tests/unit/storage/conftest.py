"""A small standard, a campaign with it, and workspaces of it."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from workbench.domain.campaign import Campaign
from workbench.domain.ids import subject_id
from workbench.domain.standard import Certainty, Indicator, Part, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.standards.pack_text import digest_of
from workbench.storage.workspace import Workspace

CAMPAIGN_ID = UUID("11111111-2222-4333-8444-555555555555")
KINDS = (SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE)

Make = Callable[..., Workspace]


@pytest.fixture(scope="session")
def standard() -> Standard:
    rules = tuple(
        Rule(code=f"U2.{name}", when="链接打不开", price=Decimal("1.5"), certainty=Certainty.CONFIRMED)
        for name in ("home", "other")
    )
    indicator = Indicator(
        code="U2", name="链接可用性", group="可用性", part=Part.DEDUCT, applies_to=KINDS, rules=rules
    )
    scoring = Scoring(start=Decimal(100), fail_below=Decimal(60))
    return Standard(id="small", title="小", document="试", scoring=scoring, indicators=(indicator,))


@pytest.fixture(scope="session")
def campaign(standard: Standard) -> Campaign:
    return Campaign(
        id=CAMPAIGN_ID,
        name="2026年第四季度",
        period="2026Q4",
        as_of=date(2026, 11, 20),
        standard_id=standard.id,
        standard_digest=digest_of(standard),
        lead="王组长",
    )


@pytest.fixture
def make(tmp_path: Path, standard: Standard, campaign: Campaign) -> Iterator[Make]:
    """Makes workspaces of one campaign, each in a file and on a PC of its own, and closes them."""
    made: list[Workspace] = []

    def make_one(name: str = "a", *, device: str = "") -> Workspace:
        path = tmp_path / f"{name}.inspection"
        made.append(
            Workspace.create(path, campaign=campaign, standard=standard, device=device or f"pc-{name}")
        )
        return made[-1]

    yield make_one
    for workspace in made:
        workspace.close()


@pytest.fixture
def workspace(make: Make) -> Workspace:
    return make()


@pytest.fixture
def subject() -> Subject:
    return Subject(id=subject_id(CAMPAIGN_ID, "4601000001"), code="4601000001", name="海口市政府")
