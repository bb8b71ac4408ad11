"""`workbench silence`: add, list, end."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, make_small_campaign
from workbench.__main__ import main

UNTIL = (date.today() + timedelta(days=60)).isoformat()


def test_add_list_explain_and_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "批次.inspection")
    make_small_campaign(Path(path)).workspace.close()
    where = ["--subject", "9901000001", "--column", "要闻", "--by", WANG]
    assert (
        main(["silence", path, "add", *where, "--reason", "改版", "--proof", "某文", "--until", UNTIL]) == 0
    )
    assert f"有效至{UNTIL}" in capsys.readouterr().out
    assert main(["silence", path, "list", "--json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["column"], row["reason"], row["proof"], row["holds"]) == ("要闻", "改版", "某文", True)
    assert main(["score", path, "--explain", "9901000001"]) == 0
    assert "不计：无更新说明" in capsys.readouterr().out
    assert main(["silence", path, "end", *where[:4], "--by", LEAD]) == 0
    assert main(["silence", path, "list"]) == 0
    assert "没有登记" in capsys.readouterr().out


def test_what_is_missing_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "批次.inspection")
    make_small_campaign(Path(path)).workspace.close()
    for words in (["add"], ["add", "--until", UNTIL], ["end"], ["carry"]):
        assert main(["silence", path, *words]) == 2
        assert capsys.readouterr().err.strip().endswith("。")
