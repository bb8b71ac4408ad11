"""Registers as files, made by the real libraries, and the lines they are read into."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from workbench.domain.subject import Subject
from workbench.register.register_file import read_register
from workbench.register.register_preview import RegisterPreview, preview

Cells = Sequence[Sequence[object]]
CAMPAIGN = UUID(int=7)


def csv_text(rows: Cells, delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.fixture
def write_csv(tmp_path: Path) -> Callable[..., Path]:
    def write(rows: Cells, *, name: str = "台账.csv", encoding: str = "utf-8", delimiter: str = ",") -> Path:
        path = tmp_path / name
        path.write_bytes(csv_text(rows, delimiter).encode(encoding))
        return path

    return write


@pytest.fixture
def write_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Sheets by title; a title that begins with “隐藏” is hidden."""

    def write(sheets: dict[str, Cells], *, name: str = "台账.xlsx", merged: Sequence[str] = ()) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for reference in merged:
                sheet.merge_cells(reference)
            sheet.sheet_state = "hidden" if title.startswith("隐藏") else "visible"
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def import_rows(write_csv: Callable[..., Path]) -> Callable[..., RegisterPreview]:
    """Preview of a table given as its rows, the heading row first."""

    def import_(*rows: Sequence[object], existing: Sequence[Subject] = ()) -> RegisterPreview:
        return preview(read_register(write_csv(rows)), campaign=CAMPAIGN, existing=existing)

    return import_
