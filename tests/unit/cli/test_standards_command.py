"""`workbench standards` as people and scripts call it."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main
from workbench.standards.pack_folders import shipped_folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.toml"
    shipped = (shipped_folder() / "national-2015.toml").read_text("utf-8")
    file.write_text(shipped.replace('price = "0.1"', 'price = "一角"'), encoding="utf-8")
    return file


@pytest.mark.parametrize("arguments", [[], ["list"]])
def test_the_list(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", *arguments]) == 0
    assert "national-2015  全国政府网站普查评分表  国办发〔2015〕15号" in capsys.readouterr().out


def test_the_list_as_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "list", "--json"]) == 0
    told = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert told["national-2019"] == {
        "id": "national-2019",
        "title": "政府网站与政务新媒体检查指标",
        "document": "国办秘函〔2019〕19号",
        "shipped": True,
        "problems": [],
    }


def test_a_sound_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "check", str(shipped_folder() / "national-2015.toml")]) == 0
    assert "没有发现问题：national-2015" in capsys.readouterr().out


def test_a_broken_pack_by_code(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "check", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "S101 price-not-a-number  指标U2 › 细则U2.other › price：“一角”不是分值" in out


def test_a_broken_pack_as_a_document(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "check", str(broken), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["code"] == "S101 price-not-a-number"
    assert problem["where"] == "指标U2 › 细则U2.other › price"


@pytest.mark.parametrize(("arguments", "status"), [(["check"], 2), (["check", "none.toml"], 3)])
def test_what_is_missing(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", *arguments]) == status
    assert capsys.readouterr().err.count("\n") == 1
