"""Deciding from the command line: list, confirm, dismiss with a reason; an own finding at the place answers too."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.campaigns.small_campaign import make_small_campaign
from workbench.__main__ import main

PORTAL = "9901000001"
DEAD = "http://127.0.0.1:1/x"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def campaign(tmp_path: Path) -> str:
    path = tmp_path / "批次.inspection"
    small = make_small_campaign(path)
    with small.workspace:
        small.propose(DEAD)
    return str(path)


def score(campaign: str, capsys: Capture) -> Any:
    capsys.readouterr()
    assert main(["score", campaign, "--json"]) == 0
    return json.loads(capsys.readouterr().out)[0]


def test_what_waits_is_listed_and_nothing_is_changed(campaign: str, capsys: Capture) -> None:
    assert main(["decide", campaign, "--subject", PORTAL]) == 0
    told = capsys.readouterr().out
    assert DEAD in told
    assert "1 处疑似问题待确认" in told
    assert score(campaign, capsys)["open_proposals"] == 1


def test_confirmed_it_costs_dismissed_it_does_not(campaign: str, capsys: Capture) -> None:
    decide = ["decide", campaign, "--subject", PORTAL, "--by", "王敏"]
    assert main([*decide, "--outcome", "confirm", "--place", DEAD]) == 0
    row = score(campaign, capsys)
    assert (row["open_proposals"], row["score"]) == (0, 99)
    assert main([*decide, "--outcome", "confirm"]) == 2
    assert "没有符合条件" in capsys.readouterr().err


def test_dismissing_needs_a_reason(campaign: str, capsys: Capture) -> None:
    decide = ["decide", campaign, "--subject", PORTAL, "--by", "王敏", "--outcome", "dismiss"]
    assert main(decide) == 2
    assert main([*decide, "--reason", "人工打开正常"]) == 0
    row = score(campaign, capsys)
    assert (row["open_proposals"], row["score"]) == (0, 100)


def test_an_own_finding_at_the_place_answers_the_proposal(campaign: str, capsys: Capture) -> None:
    assert (
        main(["finding", campaign, "--subject", PORTAL, "--rule", "U2.home", "--place", DEAD, "--by", "王敏"])
        == 0
    )
    row = score(campaign, capsys)
    assert (row["open_proposals"], row["score"]) == (0, 99)
