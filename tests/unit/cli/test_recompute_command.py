"""`workbench recompute` as scripts call it."""

import json
from pathlib import Path

import pytest

from workbench.__main__ import main

ROWS = [
    {"unit": "甲局", "findings": [], "published_score": "100"},
    {"unit": "乙局", "findings": [{"rule": "U2.other", "count": 12}], "published_score": "98.8"},
    {"unit": "丙局", "findings": [{"rule": "V2", "count": 1}], "published_score": None},
]
WRONG = {"unit": "[/丁局]", "findings": [{"rule": "B3"}], "published_score": "92"}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "table.json"


def write(table: Path, *rows: object) -> None:
    table.write_text(json.dumps({"rows": rows}), encoding="utf-8")


def test_one_document_with_a_row_per_unit(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(table, *ROWS)
    assert main(["recompute", str(table), "--standard", "national-2015", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["standard"] == "national-2015"
    assert [(r["unit"], r["printed"], r["recomputed"], r["match"]) for r in told["rows"]] == [
        ("甲局", 100, 100, True),
        ("乙局", 98.8, 98.8, True),
        ("丙局", None, None, True),
    ]
    assert told["totals"] == {"rows": 3, "numeric": 2, "matching": 2, "not_matching": 0, "vetoed": 1}


def test_exit_1_where_a_row_does_not_match(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(table, *ROWS, WRONG)
    assert main(["recompute", str(table), "--standard", "national-2015"]) == 1
    out = capsys.readouterr().out
    assert "[/丁局]" in out
    assert "B3 分值未核实" in out
    assert "单项否决，无得分" in out
    assert "有得分的3行：一致2行，不一致1行；单项否决1行" in out


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["{table}"], 2, "--standard"),
        (["{table}", "--standard", "national-1999"], 2, "national-2019"),
        (["{table}", "--standard", "national-2019"], 2, "U2.other"),
        (["{folder}/none.json"], 3, "打不开"),
    ],
)
def test_one_plain_sentence(
    table: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, word: str
) -> None:
    write(table, *ROWS)
    filled = [argument.format(table=table, folder=table.parent) for argument in arguments]
    assert main(["recompute", *filled, "--json"]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert word in said.err
    assert said.err.count("\n") == 1
