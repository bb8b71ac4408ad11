"""Carrying results: task packs out, result files in, twice is once, what is unfit is refused and changes nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign, make_small_campaign
from workbench.domain.decision import DecisionOutcome
from workbench.domain.verdict import Outcome
from workbench.errors import ForeignFileError, WrongUseError
from workbench.operations.create_campaign import create_campaign
from workbench.operations.decide_finding import decide_finding
from workbench.operations.export_results import export_results
from workbench.operations.merge_results import merge_results, preview_merge
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import record_verdict
from workbench.operations.score_campaign import score_one
from workbench.operations.split_tasks import split_tasks
from workbench.storage.workspace import Workspace

CODES = ("9901000001", "9901000002")


@pytest.fixture
def packs(small: SmallCampaign, tmp_path: Path) -> tuple[Path, Path]:
    """Two result files on the same two sites: they differ on R2 of the portal and agree on its dead link."""
    small.propose("http://127.0.0.1:1/x")
    tasks = split_tasks(small.workspace, {WANG: CODES, LI: CODES}, tmp_path / "任务包")
    results = []
    for task, name in zip(tasks, (WANG, LI), strict=True):
        with Workspace.open(task, device=name) as workspace:
            (proposal,) = workspace.findings(small.portal.id)
            decide_finding(workspace, finding=proposal, outcome=DecisionOutcome.CONFIRMED, by=name)
            if name == WANG:
                add_finding(workspace, subject=small.portal, rule="R2.few", count=1, by=name)
            else:
                record_verdict(workspace, subject=small.portal, indicator="R2", outcome=Outcome.PASS, by=name)
            results.append(export_results(workspace, tmp_path / f"{name}-结果.inspection", by=name).path)
    return results[0], results[1]


def test_a_task_pack_holds_what_its_inspector_needs(small: SmallCampaign, tmp_path: Path) -> None:
    small.propose("http://127.0.0.1:1/x")
    (task,) = split_tasks(small.workspace, {WANG: CODES[:1]}, tmp_path)
    with Workspace.open(task) as workspace:
        assert [subject.code for subject in workspace.subjects()] == ["9901000001"]
        assert [column.name for column in workspace.columns()] == ["要闻"]
        assert len(workspace.findings()) == 1
        assert workspace.standard == small.workspace.standard
    assert [s.assigned_to for s in small.workspace.subjects() if s.code == CODES[0]] == [(WANG,)]


def test_two_results_become_one_truth_and_one_dispute(small: SmallCampaign, packs: tuple[Path, Path]) -> None:
    preview = preview_merge(small.workspace, packs)
    assert small.workspace.verdicts() == ()
    summary = merge_results(small.workspace, packs)
    assert summary == preview
    assert summary.disputes == (("霁川市人民政府", "R2"),)
    assert "1 项争议待组长裁定" in summary.in_words()
    judgements = score_one(small.workspace, small.portal).judgements
    assert not judgements["U2"].is_disputed
    assert len(judgements["U2"].charges) == 1


def test_merging_again_brings_nothing(small: SmallCampaign, packs: tuple[Path, Path]) -> None:
    merge_results(small.workspace, packs)
    versions = small.workspace.versions()
    again = merge_results(small.workspace, reversed_pair(packs))
    assert again.added == 0
    assert "没有新内容" in again.in_words()
    assert small.workspace.versions() == versions


def reversed_pair(packs: tuple[Path, Path]) -> tuple[Path, Path]:
    return packs[1], packs[0]


def test_a_truncated_file_stops_all_and_the_campaign_stays_as_it_was(
    small: SmallCampaign, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "坏.inspection"
    broken.write_bytes(packs[1].read_bytes()[:9000])
    small.workspace.checkpoint()
    before = small.workspace.path.read_bytes()
    with pytest.raises(ForeignFileError):
        merge_results(small.workspace, [packs[0], broken])
    small.workspace.checkpoint()
    assert small.workspace.path.read_bytes() == before


def test_what_does_not_belong_here_is_refused(
    small: SmallCampaign, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "别的.inspection"
    create_campaign(
        other, standard_id="national-2015", period="2026Q3", as_of=date(2026, 8, 20), lead=LEAD
    ).close()
    with pytest.raises(WrongUseError, match="属于另一个批次"):
        merge_results(small.workspace, [other])
    with pytest.raises(WrongUseError, match="任务包"):
        merge_results(small.workspace, [tmp_path / "任务包" / f"{WANG}.inspection"])
    with pytest.raises(WrongUseError, match="批次文件本身"):
        merge_results(small.workspace, [small.workspace.path])


def test_campaigns_of_one_name_are_told_apart(small: SmallCampaign, tmp_path: Path) -> None:
    other = make_small_campaign(tmp_path / "同名.inspection")
    other.workspace.close()
    with pytest.raises(WrongUseError, match=rf"“同名.inspection”.*组长{LEAD}，监测到2026年11月20日，.*建立"):
        merge_results(small.workspace, [other.workspace.path])


def test_results_of_checks_alone_are_news_too(
    small: SmallCampaign, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    merge_results(small.workspace, packs)
    assert preview_merge(small.workspace, packs).is_empty
    again = tmp_path / "再查.inspection"
    shutil.copy(packs[0], again)
    with Workspace.open(again, device="pc-2") as workspace:
        run = workspace.begin_run()
        workspace.begin_subject(run, small.portal.id)
        workspace.end_subject(run, small.portal.id)
    preview = preview_merge(small.workspace, [again])
    assert (preview.added, preview.brings_checks, preview.is_empty) == (0, True, False)


def test_a_result_that_edits_the_register_is_refused(
    small: SmallCampaign, packs: tuple[Path, Path], tmp_path: Path
) -> None:
    edited = tmp_path / "改过.inspection"
    shutil.copy(packs[0], edited)
    with Workspace.open(edited) as workspace:
        subject = next(iter(workspace.subjects()))
        workspace.delete(subject, inspector=WANG)
    with pytest.raises(WrongUseError, match="只有组长可以改"):
        merge_results(small.workspace, [edited])
    assert len(small.workspace.subjects()) == 3


def test_who_recorded_nothing_has_nothing_to_export(small: SmallCampaign, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="还没有任何记录"):
        export_results(small.workspace, tmp_path / "空.inspection", by="赵六")


def test_a_bad_split_writes_nothing(small: SmallCampaign, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="没有编号“000”"):
        split_tasks(small.workspace, {WANG: ("000",)}, tmp_path / "任务")
    for name in ("王/敏", "..", "王."):
        with pytest.raises(WrongUseError, match="文件名不能用"):
            split_tasks(small.workspace, {name: CODES}, tmp_path / "任务")
    assert not (tmp_path / "任务").exists()
