"""The lead confirms or corrects a cell: seen beforehand, stored with its source, scored at once, taken back as one act."""

from datetime import date
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.ids import subject_id
from workbench.domain.score import Result
from workbench.domain.standard_change import StandardChange
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome
from workbench.domain.window import Window
from workbench.errors import NotAllowedError, WrongUseError
from workbench.inspecting.gathering import windows_for
from workbench.operations.change_standard import change_standard, preview_change, revert_standard
from workbench.operations.create_campaign import create_campaign
from workbench.operations.export_results import export_results
from workbench.operations.merge_results import merge_results, preview_merge
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.operations.score_campaign import score_one
from workbench.operations.settle_dispute import settle_dispute
from workbench.operations.split_tasks import split_tasks
from workbench.operations.subject_order import job_of
from workbench.operations.undo_change import undo_last
from workbench.settings.options import Options
from workbench.standards.standard_changes import AmendedStandard
from workbench.storage.workspace import Workspace

PRICE = "rule:B4/price"
WINDOW = "rule:N2a/window"
SOURCE = "国办发〔2015〕15号附件，第6页"
ENTRY = "9901000001"


@pytest.fixture
def provisional(small: SmallCampaign) -> SmallCampaign:
    """The portal is finished but for a price that nobody has verified."""
    add_finding(small.workspace, subject=small.portal, rule="B4", count=2, by=LEAD)
    pass_the_rest(small.workspace, subject=small.portal, by=LEAD)
    return small


def result(small: SmallCampaign) -> tuple[Result, int | None]:
    found = score_one(small.workspace, small.portal).score
    return found.result, None if found.number is None else int(found.number)


def test_what_changes_is_seen_before_it_is_taken(provisional: SmallCampaign) -> None:
    (shift,) = preview_change(provisional.workspace, cell=PRICE, value="4")
    assert shift.subject == provisional.portal
    assert shift.in_words == ("100 分 · 暂定", "92 分 · 合格")
    assert provisional.workspace.records(StandardChange) == ()
    assert result(provisional) == (Result.PROVISIONAL, 100)


def test_a_confirmed_price_is_charged_and_no_longer_provisional(provisional: SmallCampaign) -> None:
    (change,) = change_standard(provisional.workspace, cell=PRICE, value="3", source=f" {SOURCE} ", by=LEAD)
    assert (change.cell, change.value, change.source) == (PRICE, "3", SOURCE)
    assert result(provisional) == (Result.PASS, 94)
    (stored,) = provisional.workspace.records(StandardChange)
    assert (stored.inspector, stored.at is not None) == (LEAD, True)
    assert [entry.why for entry in provisional.workspace.journal(limit=1)] == [SOURCE]


def test_undo_and_revert_take_it_back(provisional: SmallCampaign) -> None:
    workspace = provisional.workspace
    change_standard(workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    assert undo_last(workspace, by=LEAD) == "指标修改"
    assert result(provisional) == (Result.PROVISIONAL, 100)
    change_standard(workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    (shift,) = preview_change(workspace, cell=PRICE, value=None)
    assert shift.in_words == ("94 分 · 合格", "100 分 · 暂定")
    revert_standard(workspace, cell=PRICE, by=LEAD)
    assert result(provisional) == (Result.PROVISIONAL, 100)
    with pytest.raises(WrongUseError, match="没有改过"):
        revert_standard(workspace, cell=PRICE, by=LEAD)


def test_the_sentence_goes_with_its_window_and_comes_back_with_it(small: SmallCampaign) -> None:
    workspace = small.workspace
    change_standard(workspace, cell=WINDOW, value="7d", source=SOURCE, by=LEAD)
    rule = workspace.standard.rule("N2a")
    assert rule is not None
    assert (str(rule.window), rule.when) == ("7d", "动态、要闻类栏目1周内未更新")
    assert undo_last(workspace, by=LEAD) == "指标修改2项"
    assert workspace.standard == workspace.pinned_standard
    change_standard(workspace, cell=WINDOW, value="10d", source=SOURCE, by=LEAD)
    assert len(revert_standard(workspace, cell=WINDOW, by=LEAD)) == 2
    assert workspace.standard == workspace.pinned_standard


def test_the_checks_look_by_the_changed_window(small: SmallCampaign) -> None:
    change_standard(small.workspace, cell=WINDOW, value="7d", source=SOURCE, by=LEAD)
    job = job_of(small.workspace, small.portal, options=Options())
    windows = windows_for("stale-column", standard=job.standard, subject=job.subject)
    assert windows["news"] == Window(7, "d")


def test_a_lower_pass_line_turns_the_result(provisional: SmallCampaign) -> None:
    change_standard(provisional.workspace, cell=PRICE, value="10", source=SOURCE, by=LEAD)
    (shift,) = preview_change(provisional.workspace, cell="scoring/fail_below", value="90")
    assert shift.in_words == ("80 分 · 合格", "80 分 · 不合格")


def test_only_the_lead_and_only_with_a_source(small: SmallCampaign) -> None:
    with pytest.raises(NotAllowedError, match="只有组长"):
        change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=WANG)
    with pytest.raises(NotAllowedError, match="只有组长"):
        revert_standard(small.workspace, cell=PRICE, by=WANG)
    with pytest.raises(WrongUseError, match="请写明依据"):
        change_standard(small.workspace, cell=PRICE, value="3", source=" ", by=LEAD)
    with pytest.raises(WrongUseError, match="不写负号"):
        change_standard(small.workspace, cell=PRICE, value="-3", source=SOURCE, by=LEAD)
    with pytest.raises(WrongUseError, match="一句话"):
        change_standard(small.workspace, cell=PRICE, value="3", source="页" * 400, by=LEAD)
    assert small.workspace.records(StandardChange) == ()


def test_a_result_pack_cut_before_the_change_still_merges(small: SmallCampaign, tmp_path: Path) -> None:
    (task,) = split_tasks(small.workspace, {WANG: [ENTRY]}, tmp_path / "任务包")
    with Workspace.open(task, device="王敏的电脑") as workspace:
        add_finding(workspace, subject=small.portal, rule="B4", count=1, by=WANG)
        pass_the_rest(workspace, subject=small.portal, by=WANG)
        assert score_one(workspace, small.portal).score.result is Result.PROVISIONAL
        handed_in = export_results(workspace, tmp_path / "结果.inspection", by=WANG).path
    change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    summary = preview_merge(small.workspace, [handed_in])
    assert merge_results(small.workspace, [handed_in]) == summary
    assert result(small) == (Result.PASS, 97)
    assert merge_results(small.workspace, [handed_in]).added == 0


def test_a_change_goes_with_packs_and_comes_back_as_it_was(small: SmallCampaign, tmp_path: Path) -> None:
    change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    (task,) = split_tasks(small.workspace, {WANG: [ENTRY]}, tmp_path / "任务包")
    with Workspace.open(task, device="王敏的电脑") as workspace:
        assert workspace.standard == small.workspace.standard
        record_verdict(workspace, subject=small.portal, indicator="R1", outcome=Outcome.PASS, by=WANG)
        handed_in = export_results(workspace, tmp_path / "结果.inspection", by=WANG).path
    merge_results(small.workspace, [handed_in])
    assert not small.workspace.amended_standard.disputed


def test_a_change_by_another_than_the_lead_is_not_merged(small: SmallCampaign, tmp_path: Path) -> None:
    (task,) = split_tasks(small.workspace, {WANG: [ENTRY]}, tmp_path / "任务包")
    change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    (forged,) = small.workspace.records(StandardChange)
    undo_last(small.workspace, by=LEAD)
    with Workspace.open(task, device="王敏的电脑") as workspace:
        workspace.save(forged, inspector=WANG)
        handed_in = export_results(workspace, tmp_path / "结果.inspection", by=WANG).path
    with pytest.raises(WrongUseError, match="只有组长可以改"):
        merge_results(small.workspace, [handed_in])


def test_a_settled_dispute_stays_settled(small: SmallCampaign) -> None:
    for who, outcome in ((WANG, Outcome.PASS), (LI, Outcome.FAIL)):
        record_verdict(small.workspace, subject=small.portal, indicator="B4", outcome=outcome, by=who)
    judgement = score_one(small.workspace, small.portal).judgements["B4"]
    settle_dispute(
        small.workspace,
        subject=small.portal,
        judgement=judgement,
        outcome=Outcome.PASS,
        charges=(),
        by=LEAD,
        reason="已当场核对",
    )
    change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    assert score_one(small.workspace, small.portal).open_disputes == ()


def test_two_pcs_of_the_lead_leave_the_cell_as_pinned_until_it_is_said_again(
    small: SmallCampaign, tmp_path: Path
) -> None:
    (task,) = split_tasks(small.workspace, {LEAD: [ENTRY]}, tmp_path / "任务包")
    change_standard(small.workspace, cell=PRICE, value="3", source=SOURCE, by=LEAD)
    with Workspace.open(task, device="组长的笔记本") as workspace:
        change_standard(workspace, cell=PRICE, value="4", source="另一份文件", by=LEAD)
        handed_in = export_results(workspace, tmp_path / "结果.inspection", by=LEAD).path
    summary = preview_merge(small.workspace, [handed_in])
    assert summary.torn_cells == 1
    assert "1 格指标在两台电脑上填得不同" in summary.in_words()
    assert merge_results(small.workspace, [handed_in]) == summary
    assert [str(cell) for cell in amended(small).disputed] == [PRICE]
    assert amended(small).standard == small.workspace.pinned_standard
    change_standard(small.workspace, cell=PRICE, value="4", source="另一份文件", by=LEAD)
    assert not amended(small).disputed
    assert [str(cell) for cell in amended(small).standing] == [PRICE]


def amended(small: SmallCampaign) -> AmendedStandard:
    return small.workspace.amended_standard


def test_a_confirmed_veto_fails_and_an_unconfirmed_one_only_warns(tmp_path: Path) -> None:
    with create_campaign(
        tmp_path / "新媒体.inspection",
        standard_id="national-2019",
        period="2026Q4",
        as_of=date(2026, 11, 20),
        lead=LEAD,
    ) as workspace:
        account = Subject(
            id=subject_id(workspace.campaign.id, "JC"), code="JC", name="霁川发布", kind=SubjectKind.ACCOUNT
        )
        workspace.save(account, inspector=LEAD)
        add_finding(workspace, subject=account, rule="M2.app", count=1, by=LEAD)
        pass_the_rest(workspace, subject=account, by=LEAD)
        clause = "rule:M2.app/certainty"
        (shift,) = preview_change(workspace, cell=clause, value="confirmed")
        assert shift.in_words == ("合格（1 项否决提醒）", "单项否决")
        change_standard(workspace, cell=clause, value="confirmed", source=SOURCE, by=LEAD)
        assert score_one(workspace, account).score.vetoes
