"""Reads a register file, whatever its form, into lines by field."""

import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.errors import EnvironmentFaultError, WorkbenchError, WrongUseError
from workbench.register.delimited_text import read_delimited
from workbench.register.file_form import FileForm, form_of
from workbench.register.footing_rows import is_footing
from workbench.register.register_bounds import (
    HEADER_SEARCH_ROWS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    size_in_words,
)
from workbench.register.register_headers import Header, explain_missing, find_header
from workbench.register.register_sheet import Sheet, SheetRow
from workbench.register.register_table import RegisterLine, RegisterTable
from workbench.register.xls_sheets import read_xls
from workbench.register.xlsx_sheets import read_xlsx
from workbench.register.zipped_register import unpack_tables


@dataclass(frozen=True, slots=True)
class _Found:
    """The sheet of one file that holds the register, and the titles of others that look like one too."""

    file_name: str
    sheet: Sheet
    header: Header
    others: tuple[str, ...]


def read_register(path: Path) -> RegisterTable:
    """The table of subjects, of columns or of messages in the file.

    Raises:
        WrongUseError: no register: too large, of another form, without the needed headings, without rows.
        EnvironmentFaultError: it is missing, cannot be read, or is damaged.
    """
    content = _content(path)
    if form_of(content, name=path.name) is not FileForm.ZIP:
        return _table([_find(content, path.name)], name=path.name)
    tables = unpack_tables(content, name=path.name)
    notes = _notes(tables)
    found = [_find(inner, name) for name, inner in tables if name not in notes]
    return _table(found, name=path.name, remarks=[f"压缩包里的“{name}”不是表格，没有读。" for name in notes])


def _notes(tables: Sequence[tuple[str, bytes]]) -> Sequence[str]:
    """The text files without headings that lie beside the tables of a zip, such as a readme; alone, one is taken for a table."""
    notes = [name for name, inner in tables if name.lower().endswith(".txt") and _is_note(inner, name)]
    return notes if len(notes) < len(tables) else ()


def _is_note(content: bytes, name: str) -> bool:
    try:
        return not _headed(content, name)
    except WorkbenchError:
        return True


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise WrongUseError(f"“{path.name or path}”不是文件，请选择 csv、xlsx、xls 或 zip 格式的台账。")
        if status.st_size > MAX_FILE_BYTES:
            raise WrongUseError(
                f"“{path.name}”有 {size_in_words(status.st_size)}，台账最大 {size_in_words(MAX_FILE_BYTES)}，"
                "请确认选对了文件，或删去图片和无关的工作表。"
            )
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise EnvironmentFaultError(f"找不到文件“{path}”，请检查路径。") from None
    except OSError as error:
        raise EnvironmentFaultError(
            f"读不了“{path.name}”，请关闭正在使用它的程序，并确认有读取权限后重试。"
        ) from error


def _sheets(content: bytes, name: str) -> Sequence[Sheet]:
    form = form_of(content, name=name)
    if form is FileForm.XLSX:
        return read_xlsx(content, name=name)
    if form is FileForm.XLS:
        return read_xls(content, name=name)
    if form is FileForm.ZIP:
        raise WrongUseError(f"“{name}”是压缩包里的压缩包，请先解压，再导入里面的表格。")
    return (read_delimited(content, name=name),)


def _headed(content: bytes, name: str) -> list[tuple[Sheet, Header]]:
    """The sheets with the headings of a register."""
    heads = [(sheet, find_header(_head(sheet))) for sheet in _sheets(content, name)]
    return [(sheet, header) for sheet, header in heads if header]


def _head(sheet: Sheet) -> list[SheetRow]:
    return list(islice(sheet.rows(), HEADER_SEARCH_ROWS))


def _find(content: bytes, name: str) -> _Found:
    headed = _headed(content, name)
    if not headed:
        rows = [row for sheet in _sheets(content, name) for row in _head(sheet)]
        raise WrongUseError(explain_missing(rows, name=name))
    sheet, header = headed[0]
    return _Found(name, sheet, header, tuple(other.name for other, _ in headed[1:]))


def _table(found: Sequence[_Found], *, name: str, remarks: Sequence[str] = ()) -> RegisterTable:
    kinds = {each.header.kind for each in found}
    if len(kinds) > 1:
        raise WrongUseError(f"“{name}”里有网站台账、栏目表或留言表中的几种，请分开导入，先导入网站台账。")
    lines = tuple(_lines(found, has_sources=len(found) > 1))
    if not lines:
        raise WrongUseError(f"“{name}”里只有表头，没有数据，请填写后再导入。")
    return RegisterTable(kind=kinds.pop(), lines=lines, remarks=(*remarks, *_remarks(found)))


def _lines(found: Iterable[_Found], *, has_sources: bool) -> Iterator[RegisterLine]:
    count = 0
    for each in found:
        for line in _lines_of(each, source=each.file_name if has_sources else ""):
            count += 1
            if count > MAX_ROWS:
                raise WrongUseError(
                    f"台账超过 {MAX_ROWS} 行，请确认选对了文件，或按地区拆成几个文件分别导入。"
                )
            yield line


def _lines_of(found: _Found, *, source: str) -> Iterator[RegisterLine]:
    for row in found.sheet.rows():
        if row.number <= found.header.row_number:
            continue
        line = RegisterLine(row.number, found.header.texts(row.cells), source)
        if not is_footing(row, line):
            yield line


def _remarks(found: Iterable[_Found]) -> Iterator[str]:
    for each in found:
        for title in each.others:
            yield (
                f"“{each.file_name}”只读了工作表“{each.sheet.name}”，"
                f"工作表“{title}”也像台账，需要时请另存为单独的文件再导入。"
            )
