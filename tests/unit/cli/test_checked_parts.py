"""What the content checks rest on is part of every page document, and never tells a number of a person."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main

PAGE = "<title>通知</title><p>领导小姐成员李某，写信人电话13800138000。</p>"


def seen_on(page: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert (
        main(["page", str(page), "--url", "http://a.gov.cn/1.html", "--as-of", "2026-11-20", "--json"]) == 0
    )
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def test_terms_and_numbers_of_persons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    seen = seen_on(tmp_path / "a.html", capsys)
    assert seen["terms"] == [
        {
            "wrong": "领导小姐",
            "right": "领导小组",
            "grade": "severe",
            "sentence": "领导小姐成员李某，写信人电话138****8000",
            "count": 1,
        }
    ]
    assert seen["personal_data"] == [{"kind": "mobile", "masked": "138****8000", "is_doubtful": False}]
    assert "13800138000" not in json.dumps(seen)


def test_nothing_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text("<title>通知</title><p>一切正常。</p>", encoding="utf-8")
    seen = seen_on(tmp_path / "a.html", capsys)
    assert (seen["terms"], seen["personal_data"], seen["hidden_links"]) == ([], [], [])
    assert seen["guide_elements"] == {}


def test_hidden_links(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = '<p style="display:none"><a href="http://www.bet365-x.com/">某学会</a></p>'
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    assert seen_on(tmp_path / "a.html", capsys)["hidden_links"] == [
        {
            "url": "http://www.bet365-x.com/",
            "text": "某学会",
            "how": "设为不显示",
            "sign": "bet365",
            "is_doubtful": False,
        }
    ]


def test_guide_elements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = "<title>卫生许可办事指南</title><p>设定依据：条例</p><p>受理条件：有场所</p><p>申请材料：表</p>"
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    assert seen_on(tmp_path / "a.html", capsys)["guide_elements"] == {
        "found": {
            "事项名称": "卫生许可办事指南",
            "设定依据": "设定依据",
            "申请条件": "受理条件",
            "办理材料": "申请材料",
        },
        "missing": ["办理地点", "办理时间", "联系电话", "办理流程"],
        "empty": [],
        "is_sure": True,
    }
