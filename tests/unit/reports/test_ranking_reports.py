"""The ranked table as files: read back what was written."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import openpyxl

from workbench.domain.campaign import Campaign
from workbench.domain.standard import Scoring, Standard
from workbench.reports.report_catalogue import reports
from workbench.reports.report_model import IgnoredRow, RankedRow, Rate, ReportModel

MODEL = ReportModel(
    title="2026年第四季度检查结果排名表",
    campaign=Campaign(
        id=UUID(int=1),
        name="2026年第四季度",
        period="2026Q4",
        as_of=date(2026, 11, 2),
        standard_id="s",
        standard_digest="d",
        lead="组长",
    ),
    standard=Standard(
        id="s",
        title="评分表",
        document="",
        scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
        indicators=(),
    ),
    rows=(
        RankedRow(
            rank=1,
            code="0000000001",
            name="=cmd()",
            unit="甲局",
            kind="部门网站",
            url="http://127.0.0.1/",
            problems="",
            number="98.8",
            result="合格",
        ),
        RankedRow(
            rank=None,
            code="0000000002",
            name="乙局网",
            unit="乙局",
            kind="部门网站",
            url="",
            problems="首页2周未更新（单项否决）",
            number="单项否决",
            result="不合格",
        ),
    ),
    rates=(Rate(label="网站总体合格率", passed=1, checked=2),),
    outside=(("未完成", 3),),
    unverified=("P1.none",),
)


def test_workbook_has_the_table_the_rates_and_the_unverified_cells() -> None:
    out = io.BytesIO()
    reports["ranking-xlsx"].write(MODEL, out)
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    rows = list(book["排名表"].iter_rows(values_only=True))
    assert rows[0][0] == MODEL.title
    assert "2026年11月2日" in str(rows[1][0])
    assert rows[3][:4] == (1, "甲局", "=cmd()", "0000000001")
    assert rows[3][6] == 98.8
    assert rows[4][0] == "—"
    assert rows[4][6] == "单项否决"
    figures = [row[:4] for row in book["合格率"].iter_rows(values_only=True)]
    assert ("网站总体合格率", 1, 2, 0.5) in figures
    assert ("不计入合格率：未完成", "", 3, "") in [
        tuple("" if c is None else c for c in row) for row in figures
    ]
    assert any("P1.none" in str(row[0]) for row in figures)


def test_csv_opens_in_excel_and_holds_no_formula() -> None:
    out = io.BytesIO()
    reports["ranking-csv"].write(MODEL, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"))))
    assert rows[0][0] == "名次"
    assert rows[1][2] == "'=cmd()"
    assert len(rows) == 3


IGNORED = IgnoredRow(
    code="0000000001",
    name="甲局网",
    what="打不开的链接",
    scope="一台主机",
    target="weibo.com",
    problems=3,
    reason="=周日维护",
    by="组长",
    until="2026-12-31",
)


def test_the_workbook_says_what_is_ignored_be_it_nothing() -> None:
    for model, second in ((MODEL, "没有忽略任何问题。"), (replace(MODEL, ignored=(IGNORED,)), "0000000001")):
        out = io.BytesIO()
        reports["ranking-xlsx"].write(model, out)
        rows = list(
            openpyxl.load_workbook(io.BytesIO(out.getvalue()))["忽略清单"].iter_rows(values_only=True)
        )
        assert (rows[0][0], rows[1][0], len(rows)) == ("标识码", second, 2)
    assert rows[1][5:7] == (3, "=周日维护")


def test_the_csv_lists_what_is_ignored_below_the_table() -> None:
    out = io.BytesIO()
    reports["ranking-csv"].write(replace(MODEL, ignored=(IGNORED,)), out)
    rows = list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"))))
    assert (len(rows), rows[3], rows[4]) == (7, [], ["忽略清单"])
    assert rows[6][4] == "weibo.com"


def test_every_report_says_what_it_is() -> None:
    for entry in reports:
        assert entry.title
        assert entry.suffix.startswith(".")
