"""`workbench standards` as people and scripts call it."""

import json
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, make_small_campaign
from workbench.__main__ import main
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import pass_the_rest
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


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    file = tmp_path / "批次.inspection"
    small = make_small_campaign(file)
    with small.workspace as workspace:
        add_finding(workspace, subject=small.portal, rule="B4", count=2, by=LEAD)
        for subject in workspace.subjects():
            pass_the_rest(workspace, subject=subject, by=LEAD)
    return file


CHANGE = ["--cell", "rule:B4/price", "--value", "3", "--source", "原件第6页"]


def test_the_cells_of_a_campaign(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "cells", str(campaign), "--unverified"]) == 0
    out = capsys.readouterr().out
    assert "rule:B4/price" in out
    assert "scoring/fail_below" not in out
    assert "5格，其中5格未核实，0格由本单位改过。" in out


def test_a_change_is_looked_at_taken_and_taken_back(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["standards", "change", str(campaign), *CHANGE, "--dry-run"]) == 0
    assert "1个对象的得分或结果会变：" in capsys.readouterr().out
    assert main(["standards", "change", str(campaign), *CHANGE]) == 0
    out = capsys.readouterr().out
    assert "霁川市人民政府：100 分 · 暂定 → 94 分 · 合格" in out
    assert main(["standards", "cells", str(campaign), "--json"]) == 0
    cells = {cell["cell"]: cell for cell in json.loads(capsys.readouterr().out)}
    assert cells["rule:B4/price"]["certainty"] == "confirmed"
    assert cells["rule:B4/price"]["change"]["by"] == LEAD
    assert main(["standards", "revert", str(campaign), "--cell", "rule:B4/price"]) == 0
    assert "94 分 · 合格 → 100 分 · 暂定" in capsys.readouterr().out


def test_the_changes_become_a_standard_of_their_own(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, following = tmp_path / "own.toml", tmp_path / "下季度.inspection"
    assert main(["standards", "change", str(campaign), *CHANGE]) == 0
    assert main(["standards", "export", str(campaign), "-o", str(own)]) == 0
    assert main(["standards", "check", str(own)]) == 0
    assert "没有发现问题：own" in capsys.readouterr().out
    new = ["new", str(following), "--standard", str(own), "--period", "2027Q1", "--as-of", "2027-02-20"]
    assert main(new) == 0
    assert main(["standards", "cells", str(following), "--unverified"]) == 0
    assert "4格，其中4格未核实" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["change", *CHANGE, "--by", "王敏"], "只有组长"),
        (["change", *CHANGE[:4]], "请写明依据"),
        (["change", *CHANGE[:2]], "请用 --value"),
        (["change", "--cell", "rule:B44/price", *CHANGE[2:]], "没有细则“B44”"),
        (["revert", "--cell", "rule:B4/price"], "没有改过"),
        (["export"], "请用 -o"),
    ],
)
def test_what_is_refused(
    arguments: list[str], told: str, campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    action, *rest = arguments
    assert main(["standards", action, str(campaign), *rest]) == 2
    assert told in capsys.readouterr().err


def test_a_campaign_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "cells"]) == 2
    assert "请写明文件" in capsys.readouterr().err
