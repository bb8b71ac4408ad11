"""`workbench import` of a list of messages and `workbench messages`."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main

ROWS = """编号,标题,提交时间,回复时间,办理状态
Z-1,错别字,2026-11-16,2026-11-18,已办结
Z-2,链接打不开,2026-11-10,,办理中
Z-3,更新慢,2026-07-01,,办理中
"""


@pytest.fixture
def campaign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "批次.inspection")
    register = tmp_path / "台账.csv"
    register.write_text(
        "网站标识码,网站名称,首页网址\n9901000002,霁川市教育局,http://jy.example.gov.cn/\n", "utf-8"
    )
    main(["new", path, "--standard", "national-2015", "--period", "2026Q4", "--as-of", "2026-11-20"])
    main(["import", path, str(register)])
    capsys.readouterr()
    return path


def test_messages_are_imported_and_told(
    campaign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "留言.csv"
    file.write_text(ROWS, "utf-8")
    assert main(["import", campaign, str(file)]) == 2
    assert "3 行有误" in capsys.readouterr().err
    given = ["--platform", "找错", "--subject", "9901000002"]
    assert main(["import", campaign, str(file), *given]) == 0
    assert "已导入 3 行" in capsys.readouterr().out
    assert main(["messages", campaign]) == 0
    said = capsys.readouterr().out
    assert "收到有效留言 3 条" in said
    assert "办结率 33.3%（1/3）" in said
    assert "超过3个月未办结" in said
    out = tmp_path / "导出.xlsx"
    assert main(["messages", campaign, "--json", "--from", "2026-11-01", "-o", str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["received"] == 2
    assert [each["number"] for each in told["overdue"]] == ["Z-2"]
    assert told["overdue"][0]["due"] == "2026-11-13"
    assert out.stat().st_size > 1000


def test_nothing_known_says_what_to_do(campaign: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["messages", campaign, "--subject", "9901000002"]) == 0
    assert "workbench import" in capsys.readouterr().out
    assert main(["messages", campaign, "--platform", "漂流瓶"]) == 2
    assert "没有名为“漂流瓶”的留言平台" in capsys.readouterr().err
