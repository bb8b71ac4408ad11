"""A run that was broken off is known by what it left."""

from pathlib import Path

import pytest

from tests.campaigns.small_campaign import SmallCampaign, make_small_campaign
from workbench.operations.sole_checker import sole_checker
from workbench.operations.unfinished_check import UnfinishedCheck, unfinished_check


@pytest.fixture
def small(tmp_path: Path) -> SmallCampaign:
    return make_small_campaign(tmp_path / "批次.inspection")


def test_how_far_a_broken_run_had_come(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        assert unfinished_check(workspace) is None
        run = workspace.begin_run()
        assert unfinished_check(workspace) == UnfinishedCheck(0, 2)
        workspace.begin_subject(run, small.portal.id)
        workspace.end_subject(run, small.portal.id)
        assert unfinished_check(workspace) == UnfinishedCheck(1, 2)
        workspace.end_run(run)
        assert unfinished_check(workspace) is None


def test_what_another_program_is_at_is_not_broken_off(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        workspace.begin_run()
        with sole_checker(workspace.path):
            assert unfinished_check(workspace) is None
        assert unfinished_check(workspace) is not None


def test_a_run_of_some_checks_is_not_offered(small: SmallCampaign) -> None:
    """F5 runs them all and would not go on with it."""
    with small.workspace as workspace:
        workspace.begin_run(checks=("dead-links",))
        assert unfinished_check(workspace) is None
