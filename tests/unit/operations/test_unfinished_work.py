"""What is left of what is one's own is told in one sentence, and listed."""

from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.__main__ import main
from workbench.domain.verdict import Outcome
from workbench.operations.assign_subjects import assign_all
from workbench.operations.record_verdict import record_verdict
from workbench.operations.score_campaign import score_campaign
from workbench.operations.unfinished_work import UnfinishedWork, unfinished_work


def left(small: SmallCampaign, *, is_pack: bool = False) -> UnfinishedWork:
    return unfinished_work(score_campaign(small.workspace), by=WANG, is_pack=is_pack)


def test_untouched_proposed_and_unanswered_are_told(small: SmallCampaign) -> None:
    assert left(small).in_words() == ""
    assert left(small, is_pack=True).in_words() == "分到的 2 个对象中，2 个还没有动过。"
    assign_all(small.workspace, {small.portal.id, small.bureau.id}, [WANG], by=LEAD)
    small.propose("http://127.0.0.1:1/a")
    record_verdict(small.workspace, subject=small.portal, indicator="R1", outcome=Outcome.PASS, by=WANG)
    found = left(small)
    assert found.in_words() == "分到的 2 个对象中，1 个还没有动过，1 个有疑似问题待确认，1 个有指标未判定。"
    assert [each.subject.id for each in found.standings] == [small.bureau.id, small.portal.id]


def test_who_exports_by_the_command_line_is_told(
    small: SmallCampaign, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assign_all(small.workspace, {small.portal.id, small.bureau.id}, [WANG], by=LEAD)
    record_verdict(small.workspace, subject=small.portal, indicator="R1", outcome=Outcome.PASS, by=WANG)
    target = tmp_path / "结果.inspection"
    assert main(["export", str(small.workspace.path), "-o", str(target), "--by", WANG]) == 0
    assert "1 个还没有动过，1 个有指标未判定。" in capsys.readouterr().out
    assert target.exists()
