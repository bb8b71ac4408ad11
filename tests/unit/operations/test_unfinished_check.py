"""A run that was broken off is known by what it left."""

from pathlib import Path

import pytest

from tests.campaigns.small_campaign import SmallCampaign, make_small_campaign
from workbench.errors import EnvironmentFaultError
from workbench.operations.sole_checker import sole_checker
from workbench.operations.unfinished_check import (
    UnfinishedCheck,
    end_unfinished_check,
    unfinished_check,
)


@pytest.fixture
def small(tmp_path: Path) -> SmallCampaign:
    return make_small_campaign(tmp_path / "批次.inspection")


def test_how_far_a_broken_run_had_come(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        assert unfinished_check(workspace) is None
        run = workspace.begin_run()
        assert unfinished_check(workspace) == UnfinishedCheck(run=run, done=0, subjects=2)
        workspace.begin_subject(run, small.portal.id)
        workspace.end_subject(run, small.portal.id)
        assert unfinished_check(workspace) == UnfinishedCheck(run=run, done=1, subjects=2)
        workspace.end_run(run)
        assert unfinished_check(workspace) is None


def test_what_another_program_is_at_is_not_broken_off(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        workspace.begin_run()
        with sole_checker(workspace.path):
            assert unfinished_check(workspace) is None
        assert unfinished_check(workspace) is not None


def test_a_run_of_some_is_offered_with_what_it_was_asked_for(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        run = workspace.begin_run(checks=("dead-links",), subjects=(small.bureau.code,))
        asked_for = UnfinishedCheck(
            run=run, done=0, subjects=1, only=("dead-links",), codes=(small.bureau.code,)
        )
        assert unfinished_check(workspace) == asked_for
        workspace.end_run(workspace.begin_run())
        assert unfinished_check(workspace) == asked_for


def test_what_was_done_anew_since_is_not_offered(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        workspace.begin_run()
        workspace.end_run(workspace.begin_run())
        assert unfinished_check(workspace) is None


def test_checks_that_fetch_nothing_are_not_offered(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        workspace.begin_run(checks=("ease",))
        assert unfinished_check(workspace) is None


def test_it_can_be_left_at_what_was_found(small: SmallCampaign) -> None:
    with small.workspace as workspace:
        run = workspace.begin_run()
        with sole_checker(workspace.path), pytest.raises(EnvironmentFaultError):
            end_unfinished_check(workspace)
        end_unfinished_check(workspace)
        assert unfinished_check(workspace) is None
        assert [each.ended_at is not None for each in workspace.runs() if each.id == run] == [True]
        end_unfinished_check(workspace)
