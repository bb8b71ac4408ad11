"""`workbench register` on an imported register."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main

ROWS = "网站标识码,网站名称,首页网址,主办单位,网站类型\n{}"


def campaign(folder: Path, *rows: str) -> str:
    register, path = folder / "台账.csv", folder / "批次.inspection"
    register.write_text(ROWS.format("\n".join(rows)), encoding="utf-8")
    assert (
        main(["new", str(path), "--standard", "national-2015", "--period", "2026Q4", "--as-of", "2026-11-20"])
        == 0
    )
    assert main(["import", str(path), str(register)]) == 0
    return str(path)


def test_what_is_wrong_is_told_in_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = campaign(tmp_path, "9901000002,霁川市物价局,http://wj.example.gov.cn/,霁川市物价局,部门网站")
    capsys.readouterr()
    assert main(["register", path]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("霁川市物价局仍在使用已撤销机构的名称")
    assert said[1] == "台账核对完毕，1 处需要处理。"
    assert main(["register", path, "--json"]) == 0
    [seen] = json.loads(capsys.readouterr().out)
    assert (seen["aspect"], seen["place"]) == ("abolished-name", "http://wj.example.gov.cn/")


def test_a_register_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = campaign(tmp_path, "9901000002,霁川市教育局,http://jy.example.gov.cn/,霁川市教育局,部门网站")
    capsys.readouterr()
    assert main(["register", path]) == 0
    assert "没有发现" in capsys.readouterr().out


def test_a_run_of_this_check_alone_asks_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = campaign(tmp_path, "9901000003,某县物价局,http://wj.example.invalid/,某县物价局,部门网站")
    capsys.readouterr()
    assert main(["check", path, "--only", "register-rules"]) == 1
    assert "发现" in capsys.readouterr().out
