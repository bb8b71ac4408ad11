from pathlib import Path

import openpyxl
import pytest

from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.export_rows import write_rows

ROWS = [("=1+1", 3, "a\x07b"), ("甲", None, "乙")]


def test_a_workbook_holds_the_rows_and_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "结果.xlsx"
    assert write_rows(target, ("一", "二", "三"), ROWS) == 2
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows()] == [
        ("一", "二", "三"),
        ("'=1+1", 3, "ab"),
        ("甲", None, "乙"),
    ]


def test_a_text_file_opens_in_an_office_program(tmp_path: Path) -> None:
    target = tmp_path / "结果.csv"
    assert write_rows(target, ("一", "二", "三"), ROWS) == 2
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert target.read_text("utf-8-sig").splitlines()[1] == "'=1+1,3,ab"


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="结尾的文件名"):
        write_rows(tmp_path / "结果.pdf", ("一",), [])
    with pytest.raises(EnvironmentFaultError, match="写不了"):
        write_rows(tmp_path / "没有" / "结果.csv", ("一",), [])
    assert list(tmp_path.iterdir()) == []


def test_no_number_of_a_person_is_exported(tmp_path: Path) -> None:
    target = tmp_path / "结果.csv"
    rows = [("王某 110101190101010011", "手机13800138000", "http://a.gov.cn/110101190101010011.html")]
    write_rows(target, ("一", "二", "三"), rows)
    assert target.read_text("utf-8-sig").splitlines()[1] == (
        "王某 1101************11,手机138****8000,http://a.gov.cn/110101190101010011.html"
    )
