"""The round before: read out of its file once, remembered, carried in packs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign, make_small_campaign
from workbench.domain.verdict import Outcome
from workbench.errors import ForeignFileError, WrongUseError
from workbench.operations.previous_round import previous_round, remember_previous_round
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import record_verdict
from workbench.storage.pack_export import export_pack
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


@pytest.fixture
def before(tmp_path: Path) -> Iterator[SmallCampaign]:
    made = make_small_campaign(tmp_path / "上一轮.inspection")
    with made.workspace:
        add_finding(
            made.workspace,
            subject=made.portal,
            rule="U2.home",
            count=1,
            by=WANG,
            place="http://127.0.0.1:1/x",
        )
        add_finding(made.workspace, subject=made.portal, rule="U2.other", count=3, by=WANG)
        record_verdict(made.workspace, subject=made.bureau, indicator="V4", outcome=Outcome.PASS, by=WANG)
        yield made


def test_what_was_held_then_stands_beside_the_indicator_now(
    small: SmallCampaign, before: SmallCampaign
) -> None:
    kept = remember_previous_round(small.workspace, before.workspace.path)
    assert previous_round(small.workspace) == kept
    assert kept.name == before.workspace.campaign.name
    problems = kept.problems_of(small.portal.code, indicator="U2", name="链接可用性")
    assert [(each.rule, each.count) for each in problems] == [("U2.home", 1), ("U2.other", 3)]
    assert problems[0].places == ("http://127.0.0.1:1/x",)
    assert kept.problems_of(small.portal.code, indicator="U2", name="另一项") == ()
    assert kept.problems_of(small.bureau.code, indicator="U2", name="链接可用性") == ()
    assert set(kept.results) == {small.portal.code, small.bureau.code, small.account.code}


def test_a_task_pack_takes_it_along(small: SmallCampaign, before: SmallCampaign, tmp_path: Path) -> None:
    kept = remember_previous_round(small.workspace, before.workspace.path)
    path = tmp_path / "任务包.inspection"
    export_pack(small.workspace, path, kind=WorkspaceKind.TASK_PACK, inspector=LEAD)
    with Workspace.open(path) as pack:
        assert previous_round(pack) == kept


def test_this_very_campaign_is_refused(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="就是本批次"):
        remember_previous_round(small.workspace, small.workspace.path)
    assert previous_round(small.workspace) is None


def test_a_file_that_is_none_is_refused(small: SmallCampaign, tmp_path: Path) -> None:
    other = tmp_path / "x.inspection"
    other.write_text("no campaign")
    with pytest.raises(ForeignFileError):
        remember_previous_round(small.workspace, other)


def test_what_cannot_be_read_counts_as_nothing(small: SmallCampaign) -> None:
    small.workspace.remember("previous_round", '{"name": 1}')
    assert previous_round(small.workspace) is None
