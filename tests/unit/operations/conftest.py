"""A small campaign, open for the length of one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import SmallCampaign, make_small_campaign


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCampaign]:
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        yield made
