"""What a verb with `--json` has done it says as one JSON document, not only what it lists."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, make_small_campaign
from workbench.__main__ import main

PORTAL, UNTIL = "9901000001", (date.today() + timedelta(days=60)).isoformat()
COLUMN = ["--subject", PORTAL, "--column", "要闻"]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def campaign(tmp_path: Path) -> str:
    path = tmp_path / "批次.inspection"
    make_small_campaign(path).workspace.close()
    return str(path)


def told(capsys: Capture, *words: str) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_score_explained(campaign: str, capsys: Capture) -> None:
    assert [row["code"] for row in told(capsys, "score", campaign, "--explain", PORTAL)] == [PORTAL]


def test_an_ignore_made_and_ended(campaign: str, capsys: Capture) -> None:
    what = ["--subject", PORTAL, "--outcome", "dead", "--reason", "停机", "--until", UNTIL, "--by", WANG]
    made = told(capsys, "ignore", campaign, "add", *what)
    assert (made["subject"], made["outcome"], made["holds"]) == (PORTAL, "dead", True)
    ended = told(capsys, "ignore", campaign, "end", made["id"][:8], "--by", WANG)
    assert (ended["id"], ended["holds"]) == (made["id"], False)
    assert told(capsys, "ignore", campaign, "list") == []


def test_a_silence_made_carried_and_ended(campaign: str, tmp_path: Path, capsys: Capture) -> None:
    following = str(tmp_path / "下一轮.inspection")
    make_small_campaign(Path(following)).workspace.close()
    why = ["--reason", "改版", "--proof", "某文", "--until", UNTIL, "--by", WANG]
    made = told(capsys, "silence", campaign, "add", *COLUMN, *why)
    assert (made["column"], made["until"], made["holds"]) == ("要闻", UNTIL, True)
    carried = told(capsys, "silence", following, "carry", "--from", campaign, "--by", LEAD)
    assert [row["column"] for row in carried["carried"]] == ["要闻"]
    ended = told(capsys, "silence", campaign, "end", *COLUMN, "--by", WANG)
    assert (ended["column"], ended["holds"]) == ("要闻", False)


def test_a_cell_changed_taken_back_and_written(campaign: str, tmp_path: Path, capsys: Capture) -> None:
    change = ["--cell", "rule:B4/price", "--value", "3", "--source", "原件第6页", "--by", LEAD]
    looked = told(capsys, "standards", "change", campaign, *change, "--dry-run")
    assert (looked["taken"], looked["change"]) == (False, None)
    taken = told(capsys, "standards", "change", campaign, *change)
    assert (taken["taken"], taken["value"], taken["change"]["by"]) == (True, "3", LEAD)
    own = told(capsys, "standards", "export", campaign, "-o", str(tmp_path / "own.toml"))
    assert own["id"] == "own"
    back = told(capsys, "standards", "revert", campaign, "--cell", "rule:B4/price", "--by", LEAD)
    assert (back["taken"], back["change"]) == (True, None)


def test_a_recipe_dropped(campaign: str, tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "栏目.html"
    page.write_text(
        "<ul>" + "<li><a href='/a'>关于某事的通知</a>2026-11-01</li>" * 3 + "</ul>", encoding="utf-8"
    )
    recipe = ["recipe", campaign, *COLUMN, "--by", LEAD]
    assert told(capsys, *recipe, "--page", str(page), "--item", "li")["is_saved"] is True
    assert told(capsys, *recipe, "--drop")["item"] == ""
