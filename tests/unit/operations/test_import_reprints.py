"""A list of papers to be reprinted is kept in the workspace, and given to the checks."""

from pathlib import Path

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from workbench.domain.reprint_title import ReprintTitle
from workbench.operations.import_register import apply_register, preview_register
from workbench.operations.subject_order import job_of
from workbench.settings.options import Options


def test_a_list_is_kept_and_given_to_the_checks(small: SmallCampaign, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("标题,发布日期\n国务院关于推进养老服务发展的意见,2026-11-10\n", encoding="utf-8")
    assert apply_register(small.workspace, preview_register(small.workspace, file), by=LEAD) == 1
    assert apply_register(small.workspace, preview_register(small.workspace, file), by=LEAD) == 0
    [kept] = small.workspace.records(ReprintTitle)
    assert kept.title == "国务院关于推进养老服务发展的意见"
    assert job_of(small.workspace, small.portal, options=Options()).reprints == (kept,)
