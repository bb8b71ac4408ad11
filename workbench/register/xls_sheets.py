"""Registers as old xls workbooks, read in a process of their own.

A damaged xls can make the reading library end the whole process, which must not be the one that holds somebody's work.
"""

import multiprocessing
import os
import sys
from io import BytesIO
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from workbench.errors import ForeignFileError, WrongUseError
from workbench.register.cell_text import cell_text
from workbench.register.merged_cells import Merge, fill_down
from workbench.register.register_bounds import MAX_CELLS, XLS_MEMORY_BYTES, XLS_SECONDS
from workbench.register.register_sheet import Sheet, SheetRow

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

# What travels between the processes: title, rows, merged cells.
_RawSheet = tuple[str, list[SheetRow], list[Merge]]
_LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")


def read_xls(content: bytes, *, name: str) -> tuple[Sheet, ...]:
    """The visible sheets in the order of the workbook.

    Raises:
        ForeignFileError: damaged, or no workbook at all.
        WrongUseError: locked by a password.
    """
    if _LOCKED_MARK in content:
        raise WrongUseError(f"“{name}”设有密码，请在表格软件中取消密码、另存后再导入。")
    sheets = _read_apart(content)
    if sheets is None:
        raise ForeignFileError(f"“{name}”不是表格或已损坏，请在表格软件中打开后另存为 xlsx 文件再导入。")
    return tuple(_sheet(*raw) for raw in sheets)


def _sheet(title: str, rows: list[SheetRow], merges: list[Merge]) -> Sheet:
    return Sheet(title, lambda: fill_down(rows, merges))


def _read_apart(content: bytes) -> list[_RawSheet] | None:
    """None when the reader failed, died or took too long."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    reader = context.Process(target=answer_with_sheets, args=(there,), daemon=True)
    reader.start()
    there.close()
    try:
        here.send_bytes(content)
        answer: list[_RawSheet] | None = here.recv() if here.poll(XLS_SECONDS) else None
    except (EOFError, OSError):
        answer = None
    finally:
        here.close()
        reader.kill()
        reader.join()
        reader.close()
    return answer


def answer_with_sheets(there: "Connection[object, object]") -> None:
    """The reading process: takes the file's bytes, sends the sheets or None."""
    _bind_process()
    content = there.recv_bytes()
    try:
        sheets = _sheets_in(content)
    except BaseException:  # noqa: BLE001 - the library's panics derive from BaseException; this process ends here anyway
        sheets = None
    there.send(sheets)


def _bind_process() -> None:
    """Bound the memory where the system can, and keep the library's crash notes off the user's terminal."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (XLS_MEMORY_BYTES, XLS_MEMORY_BYTES))


def _sheets_in(content: bytes) -> list[_RawSheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    return [_raw_sheet(book.get_sheet_by_name(name)) for name in shown]


def _raw_sheet(sheet: "CalamineSheet") -> _RawSheet:
    rows = [
        SheetRow(number, tuple(cell_text(cell) for cell in cells[:MAX_CELLS]))
        for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1)
        if any(str(cell).strip() for cell in cells)
    ]
    merges = [
        Merge(first_row + 1, last_row + 1, column)
        for (first_row, column), (last_row, _) in sheet.merged_cell_ranges or ()
    ]
    return sheet.name, rows, merges
