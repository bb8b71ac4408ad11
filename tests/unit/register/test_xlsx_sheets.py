"""Workbooks: formulas without a value, merged cells, hidden sheets, hostile parts."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from workbench.errors import ForeignFileError
from workbench.register.register_sheet import SheetRow
from workbench.register.xlsx_sheets import read_xlsx

Write = Callable[..., Path]
SHEET = "xl/worksheets/sheet1.xml"


def rows(path: Path) -> list[SheetRow]:
    return list(read_xlsx(path.read_bytes(), name=path.name)[0].rows())


def cells(row: SheetRow, count: int) -> tuple[str, ...]:
    assert not any(row.cells[count:])
    return row.cells[:count]


def with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of the workbook in which one part is another."""
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            new.writestr(item, change(content) if item.filename == part else content)
    return changed


def test_a_formula_that_was_never_calculated_shows_itself(write_xlsx: Write) -> None:
    path = write_xlsx({"台账": [["甲", '=A1&"局"', "=SUM(1,2)", 3]]})
    assert cells(rows(path)[0], 4) == ("甲", '=A1&"局"', "=SUM(1,2)", "3")


def test_a_calculated_formula_gives_its_value(write_xlsx: Write) -> None:
    def calculate(xml: bytes) -> bytes:
        return re.sub(rb"<v\s*/>|<v></v>", b"<v>4601000012</v>", xml)

    path = with_part(write_xlsx({"台账": [["甲", "=4601000000+12"]]}), SHEET, calculate)
    assert cells(rows(path)[0], 2) == ("甲", "4601000012")


def test_values_as_text(write_xlsx: Write) -> None:
    import datetime as dt

    path = write_xlsx(
        {"台账": [[4601000012, 4601000012.0, 0.5, True, dt.date(2026, 11, 2), "a_x000D_\nb", None]]}
    )
    assert cells(rows(path)[0], 6) == ("4601000012", "4601000012", "0.5", "是", "2026-11-02", "a\r\nb")


def test_a_cell_merged_over_rows_speaks_for_each(write_xlsx: Write) -> None:
    path = write_xlsx(
        {"台账": [["标题", None], ["甲", "市政府"], ["乙", None], [None, None], ["丙", None]]},
        merged=["A1:B1", "B2:B3", "B5:B6"],
    )
    assert [(row.number, cells(row, 2)) for row in rows(path)] == [
        (1, ("标题", "")),
        (2, ("甲", "市政府")),
        (3, ("乙", "市政府")),
        (5, ("丙", "")),
    ]


def test_hidden_sheets_are_not_there(write_xlsx: Write) -> None:
    path = write_xlsx({"隐藏": [["甲"]], "台账": [["乙"]], "隐藏二": [["丙"]]})
    assert [sheet.name for sheet in read_xlsx(path.read_bytes(), name="a")] == ["台账"]


def test_an_entity_bomb_is_refused(write_xlsx: Write) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def plant(xml: bytes) -> bytes:
        return xml.replace(b"<worksheet", bomb + b"<worksheet", 1)

    path = with_part(write_xlsx({"台账": [["甲"]]}), SHEET, plant)
    with pytest.raises(ForeignFileError, match="已损坏"):
        rows(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(write_xlsx: Write) -> None:
    def blow_up(xml: bytes) -> bytes:
        return xml + b" " * (101 * 1024 * 1024)

    path = with_part(write_xlsx({"台账": [["甲"]]}), SHEET, blow_up)
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(ForeignFileError, match="解压后超过 100 MB"):
        rows(path)


def test_a_cell_in_the_last_corner_costs_nothing(write_xlsx: Write) -> None:
    def corner(xml: bytes) -> bytes:
        far = b'<row r="99999999"><c r="XFD99999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        return xml.replace(b"</sheetData>", far)

    path = with_part(write_xlsx({"台账": [["甲"]]}), SHEET, corner)
    assert [row.number for row in rows(path)] == [1]


def test_rows_may_be_walked_again(write_xlsx: Write) -> None:
    sheet = read_xlsx(write_xlsx({"台账": [["甲"], ["乙"]]}).read_bytes(), name="a")[0]

    def names(walk: Iterator[SheetRow]) -> list[str]:
        return [row.cells[0] for row in walk]

    assert names(sheet.rows()) == names(sheet.rows()) == ["甲", "乙"]


def test_a_broken_sheet_is_told_in_one_sentence(write_xlsx: Write) -> None:
    path = with_part(write_xlsx({"台账": [["甲"]]}), SHEET, lambda xml: xml[: len(xml) // 2])
    with pytest.raises(ForeignFileError, match="另存为新的 xlsx"):
        rows(path)


def test_a_workbook_without_its_parts() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ForeignFileError, match="已损坏"):
        read_xlsx(out.getvalue(), name="台账.xlsx")


def test_warnings_of_the_library_stay_silent(write_xlsx: Write) -> None:
    path = write_xlsx({"台账": [["甲"]]})
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B1"].number_format = "yyyy-mm-dd"
    book.worksheets[0]["B1"] = 1e10
    book.worksheets[0]["B1"].number_format = "yyyy-mm-dd"
    book.save(path)
    assert rows(path)[0].cells[0] == "甲"
