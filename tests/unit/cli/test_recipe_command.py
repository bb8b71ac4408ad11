"""`workbench recipe` on a page given as a file."""

import json
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, make_small_campaign
from workbench.__main__ import main

ROW = "<p><a href={n}.html>关于第{n}号事项的通知</a><i>2026-11-0{n}</i></p>"


@pytest.fixture
def call(tmp_path: Path) -> list[str]:
    path, page = tmp_path / "批次.inspection", tmp_path / "栏目.html"
    make_small_campaign(path).workspace.close()
    page.write_text("<div>" + "".join(ROW.format(n=n) for n in (1, 2, 3)) + "</div>", encoding="utf-8")
    return [
        "recipe",
        str(path),
        "--subject",
        "9901000001",
        "--column",
        "要闻",
        "--page",
        str(page),
        "--by",
        LEAD,
    ]


def test_try_save_show_and_drop(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--item", "div > p", "--date", "i"]
    assert main([*call, *chosen, "--try"]) == 0
    assert "找到3条，最新一条是2026-11-03。" in capsys.readouterr().out
    assert main([*call, *chosen]) == 0
    assert "已保存为“要闻”的识别规则" in capsys.readouterr().out
    assert main([*call, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["item"], told["is_fit"], told["is_saved"], len(told["items"])) == ("div > p", True, False, 3)
    assert main([*call, "--drop"]) == 0
    assert main([*call]) == 2
    assert "还没有识别规则" in capsys.readouterr().err


def test_pointing_and_a_selector_that_cannot_be_read(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    row = "html>body>div>p:nth-of-type(1)"
    assert main([*call, "--point-title", f"{row}>a", "--point-date", f"{row}>i", "--try"]) == 0
    assert "找到3条" in capsys.readouterr().out
    assert main([*call, "--item", "p["]) == 2
    assert "写法不对" in capsys.readouterr().err
