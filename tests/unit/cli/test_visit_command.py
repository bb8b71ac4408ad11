"""`workbench visit` as a person at a terminal would use it, and break it off."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from trap_server import TrapServer, page
from workbench.__main__ import main
from workbench.domain.home_visit import VisitState
from workbench.storage.workspace import Workspace


@pytest.fixture
def server() -> Iterator[TrapServer]:
    with TrapServer({"/": page("<title>霁川</title>")}) as server:
        yield server


@pytest.fixture
def campaign(tmp_path: Path, server: TrapServer) -> SmallCampaign:
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        made.workspace.save(replace(made.portal, home_url=server.home), inspector=LEAD)
    return made


def visits(campaign: SmallCampaign) -> list[VisitState]:
    with Workspace.open(campaign.workspace.path) as workspace:
        return [visit.state for visit in workspace.home_visits(campaign.portal.id)]


def test_a_spot_check_says_what_it_saw_and_what_it_does_not_prove(
    campaign: SmallCampaign, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["visit", str(campaign.workspace.path), "--times", "2", "--every", "0"]
    assert main([*command, "--subject", campaign.portal.code]) == 0
    told = capsys.readouterr().out
    assert "霁川市人民政府：打开 2 次，打不开 0 次，失败比例 0.0%（0/2）" in told
    assert "才能下结论" in told
    assert visits(campaign) == [VisitState.OK] * 2


@pytest.mark.parametrize(("words", "sentence"), [(("--times", "0"), "1 到"), (("--every", "-5"), "间隔")])
def test_what_cannot_be_done_is_one_sentence(
    campaign: SmallCampaign, words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["visit", str(campaign.workspace.path), *words]) == 2
    complaint = capsys.readouterr().err
    assert sentence in complaint
    assert complaint.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_broken_off_it_has_lost_nothing(campaign: SmallCampaign) -> None:
    path = str(campaign.workspace.path)
    words = ["visit", path, "--times", "1000", "--every", "3600", "--subject", campaign.portal.code]
    child = subprocess.Popen(
        [sys.executable, "-m", "workbench", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    for _ in range(600):
        if visits(campaign):
            break
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    told, _ = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "已停止，每一次都已记下" in told.decode()
    assert visits(campaign) == [VisitState.OK]
