"""The verbs of a round, as a script would call them: exit status, JSON, one sentence per error."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbench.__main__ import main

REGISTER = """网站标识码,网站名称,首页网址,主办单位,网站类型
9901000001,霁川市人民政府,http://127.0.0.1:9/,霁川市人民政府,门户网站
9901000002,霁川市教育局,http://127.0.0.1:9/jy/,霁川市教育局,部门网站
"""
PORTAL, BUREAU = "9901000001", "9901000002"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def campaign(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "批次.inspection"
    register = tmp_path / "台账.csv"
    register.write_text(REGISTER, encoding="gb18030")
    assert run("new", path, "--standard", "national-2015", "--period", "2026Q4", "--as-of", "2026-11-20") == 0
    assert run("import", path, register) == 0
    capsys.readouterr()
    return path


def run(*words: object) -> int:
    try:
        return main([str(word) for word in words])
    except SystemExit as leaving:
        return int(leaving.code or 0)


def scores(path: Path, capsys: Capture) -> dict[str, Any]:
    capsys.readouterr()
    assert run("score", path, "--json") == 0
    return {row["code"]: row for row in json.loads(capsys.readouterr().out)}


def test_a_site_nobody_looked_at_has_a_number_and_no_result(campaign: Path, capsys: Capture) -> None:
    rows = scores(campaign, capsys)
    assert list(rows) == [PORTAL, BUREAU]
    assert (rows[PORTAL]["result"], rows[PORTAL]["score"]) == ("未完成", 100)
    assert rows[PORTAL]["veto"] == []


def test_findings_and_verdicts_make_a_score(campaign: Path, capsys: Capture) -> None:
    assert (
        run("finding", campaign, "--subject", PORTAL, "--rule", "U2.other", "--count", 12, "--by", "王敏")
        == 0
    )
    assert (
        run(
            "verdict", campaign, "--subject", PORTAL, "--indicator", "V4", "--outcome", "pass",
            "--by", "王敏", "--rest", "pass",
        )
        == 0
    )  # fmt: skip
    rows = scores(campaign, capsys)
    assert (rows[PORTAL]["score"], rows[PORTAL]["result"]) == (98.8, "合格")
    (line,) = rows[PORTAL]["trace"]
    assert (line["rule"], line["count"], line["price"], line["amount"]) == ("U2.other", 12, "0.1", "1.2")
    assert run("score", campaign, "--explain", PORTAL) == 0
    assert "U2.other" in capsys.readouterr().out
    assert run("score", campaign) == 0
    assert "100.0%（1/1）" in capsys.readouterr().out


def test_the_same_problem_at_one_place_is_told_to_count_once(campaign: Path, capsys: Capture) -> None:
    call = ("finding", campaign, "--subject", PORTAL, "--rule", "U2.other", "--by", "王敏")
    for place, count, is_told in (
        ("http://127.0.0.1:9/a", 1, False),
        ("http://127.0.0.1:9/a#b", 3, True),
        ("", 1, False),
    ):
        assert run(*call, "--place", place, "--count", count) == 0
        assert ("合为一处" in capsys.readouterr().out) is is_told
    (line,) = scores(campaign, capsys)[PORTAL]["trace"]
    assert line["count"] == 4


def test_a_veto_leaves_no_number(campaign: Path, capsys: Capture) -> None:
    assert run("finding", campaign, "--subject", PORTAL, "--rule", "V2", "--by", "王敏") == 0
    row = scores(campaign, capsys)[PORTAL]
    assert (row["score"], row["result"]) == (None, "不合格")
    assert row["veto"][0]["rule"] == "V2"


def test_out_on_a_stick_and_back(campaign: Path, tmp_path: Path, capsys: Capture) -> None:
    packs = tmp_path / "包"
    assert (
        run("split", campaign, "--to", f"王敏={PORTAL}", "--to", f"李强={PORTAL}，{BUREAU}", "-o", packs) == 0
    )
    assert (
        run("finding", packs / "王敏.inspection", "--subject", PORTAL, "--rule", "R2.few", "--by", "王敏")
        == 0
    )
    assert (
        run(
            "verdict", packs / "李强.inspection", "--subject", PORTAL,
            "--indicator", "R2", "--outcome", "pass", "--by", "李强",
        )
        == 0
    )  # fmt: skip
    results = [tmp_path / "王敏结果.inspection", tmp_path / "李强结果.inspection"]
    for name, result in zip(("王敏", "李强"), results, strict=True):
        assert run("export", packs / f"{name}.inspection", "-o", result, "--by", name) == 0
    before = campaign.read_bytes()
    assert run("merge", campaign, *results, "--dry-run") == 0
    assert "试运行" in capsys.readouterr().out
    assert campaign.read_bytes() == before
    assert run("merge", campaign, *results) == 0
    assert "1 项争议" in capsys.readouterr().out
    assert scores(campaign, capsys)[PORTAL]["disputed"] == ["R2"]
    settle = ("settle", campaign, "--subject", PORTAL, "--indicator", "R2", "--reason", "核实")
    assert run(*settle, "--keep", "赵六") == 2
    assert "王敏" in capsys.readouterr().err
    assert run(*settle, "--keep", "王敏") == 0
    assert scores(campaign, capsys)[PORTAL]["disputed"] == []


def test_the_draw_is_printed_and_can_be_printed_again(
    campaign: Path, tmp_path: Path, capsys: Capture
) -> None:
    more = tmp_path / "更多.csv"
    rows = [f"990100001{n},霁川市第{n}局,http://127.0.0.1:9/{n}/,第{n}局,部门网站\n" for n in range(5)]
    more.write_text(REGISTER.splitlines()[0] + "\n" + "".join(rows), encoding="utf-8")
    assert run("import", campaign, more) == 0
    capsys.readouterr()
    assert run("draw", campaign, "--share", "50%", "--seed", 7) == 0
    first = capsys.readouterr().out
    assert first.count("√") == 4
    assert run("draw", campaign, "--share", "50%", "--seed", 7) == 0
    assert capsys.readouterr().out == first


def test_reports_are_written_whole(campaign: Path, tmp_path: Path) -> None:
    assert run("report", campaign, "ranking-xlsx", "-o", tmp_path / "表.xlsx") == 0
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").sheetnames == ["排名表", "合格率", "忽略清单"]
    assert run("report", campaign, "ranking-csv", "-o", tmp_path / "表.csv") == 0
    assert len(list(csv.reader((tmp_path / "表.csv").read_text("utf-8-sig").splitlines()))) == 3


def test_an_ignore_is_made_listed_and_ended(campaign: Path, capsys: Capture) -> None:
    assert run("ignore", campaign, "list") == 0
    assert "没有忽略" in capsys.readouterr().out
    made = ("--check", "dead-links", "--host", "http://weibo.com/", "--until", "2099-12-31")
    assert run("ignore", campaign, "add", *made, "--reason", "境外站", "--by", "tester") == 0
    assert "全部对象 · 打不开的链接 · 一台主机 weibo.com" in capsys.readouterr().out
    assert run("ignore", campaign, "list", "--json") == 0
    (held,) = json.loads(capsys.readouterr().out)
    assert (held["check"], held["scope"], held["target"], held["holds"]) == (
        "dead-links",
        "host",
        "weibo.com",
        True,
    )
    assert run("ignore", campaign, "list", "--subject", PORTAL) == 0
    assert held["id"][:8] in capsys.readouterr().out
    assert run("ignore", campaign, "end", held["id"][:8], "--reason", "不再需要") == 0
    assert run("ignore", campaign, "list", "--json") == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2]) == []


def test_a_dry_import_changes_nothing(campaign: Path, tmp_path: Path, capsys: Capture) -> None:
    register = tmp_path / "新.csv"
    register.write_text(REGISTER.replace("霁川市教育局,http", "霁川市教育体育局,http"), encoding="utf-8")
    before = campaign.read_bytes()
    assert run("import", campaign, register, "--dry-run") == 0
    assert "变更 1 行" in capsys.readouterr().out
    assert campaign.read_bytes() == before


def test_a_faulty_row_stops_the_import_unless_told_otherwise(
    campaign: Path, tmp_path: Path, capsys: Capture
) -> None:
    register = tmp_path / "新.csv"
    register.write_text(
        REGISTER + "9901000003,霁川市粮食局,javascript:void(0),霁川市粮食局,部门网站\n", encoding="utf-8"
    )
    before = campaign.read_bytes()
    assert run("import", campaign, register) == 2
    heard = capsys.readouterr()
    assert "有误　第4行" in heard.out
    assert "什么也没有导入" in heard.err
    assert campaign.read_bytes() == before
    assert run("import", campaign, register, "--skip-faulty") == 0


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("score", "没有.inspection"), 3, "没有.inspection"),
        (("new", "{campaign}", "--standard", "national-2015", "--period", "2026Q4", "--as-of", "2026-11-20"), 2, "已经存在"),
        (("new", "x.inspection", "--standard", "national-2051", "--period", "2026Q4", "--as-of", "2026-11-20"), 2, "是不是"),
        (("new", "x.inspection", "--standard", "national-2015", "--period", "2026Q4", "--as-of", "11月20日"), 2, "2026-11-20"),
        (("finding", "{campaign}", "--subject", "9901000003", "--rule", "U2.home"), 2, "是不是"),
        (("finding", "{campaign}", "--subject", PORTAL, "--rule", "U2.hom"), 2, "U2.home"),
        (("verdict", "{campaign}", "--subject", PORTAL, "--indicator", "V4"), 2, "一起写"),
        (("verdict", "{campaign}", "--subject", PORTAL), 2, "--rest"),
        (("split", "{campaign}", "--to", "王敏", "-o", "包"), 2, "王敏=4601000012"),
        (("split", "{campaign}", "--to", f"王敏={PORTAL}", "--to", f"王敏={BUREAU}", "-o", "包"), 2, "写了两次"),
        (("report", "{campaign}", "通报", "-o", "x.docx"), 2, "ranking-xlsx"),
        (("report", "{campaign}", "ranking-csv", "-o", "没有这个文件夹/x.csv"), 3, "换一个位置"),
        (("check", "{campaign}", "--only", "dead-link"), 2, "dead-links"),
        (("check", "{campaign}", "--jobs", "0"), 2, "--jobs"),
        (("draw", "{campaign}", "--seed", "7", "--share", "一半"), 2, "20%"),
        (("settle", "{campaign}", "--subject", PORTAL, "--indicator", "R2", "--keep", "王敏", "--reason", "x"), 2, "没有争议"),
        (("score", "{campaign}", "--explain", "0"), 2, "0"),
        (("import", "{campaign}", "{campaign}"), 2, "台账"),
        (("ignore", "{campaign}", "add", "--check", "dead-links", "--reason", "x"), 2, "--until"),
        (("ignore", "{campaign}", "add", "--check", "dead-links", "--reason", "x", "--until", "年底"), 2, "2026-11-20"),
        (("ignore", "{campaign}", "end", "abcd1234"), 2, "没有一条"),
        (("ignore", "{campaign}", "end"), 2, "ignore list"),
        (("fly",), 2, "--help"),
        (("new",), 2, "--help"),
    ],
)  # fmt: skip
def test_every_error_is_one_sentence_with_the_remedy(
    words: tuple[str, ...],
    status: int,
    sentence: str,
    campaign: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(campaign.parent)
    before = campaign.read_bytes()
    got = run(*(word.format(campaign=campaign) for word in words))
    complaint = capsys.readouterr().err
    assert (got, sentence in complaint) == (status, True), complaint
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint
    assert campaign.read_bytes() == before
