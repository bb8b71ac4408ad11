"""Registers as delimited text: comma, semicolon or tab, in UTF-8, UTF-16 or GB18030."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from workbench.errors import ForeignFileError, WrongUseError
from workbench.register.register_bounds import (
    HEADER_SEARCH_ROWS,
    MAX_CELLS,
    MAX_LINE_CHARACTERS,
    MAX_SHEET_LINES,
)
from workbench.register.register_headers import count_known_headings
from workbench.register.register_sheet import Sheet, SheetRow

_DELIMITERS = (",", ";", "\t", "，", "；")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(content: bytes, *, name: str) -> Sheet:
    """The text as one sheet; the delimiter is the one under which most headings are known.

    Raises:
        ForeignFileError: not text in any encoding offices use.
    """
    text = decode_text(content, name=name)
    delimiter = max(_DELIMITERS, key=lambda candidate: _headings_under(text, candidate))
    return Sheet(name, lambda: _rows(text, delimiter, name))


def decode_text(content: bytes, *, name: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, name)
    if b"\0" in content:
        raise ForeignFileError(f"“{name}”不是表格文件，请选择 csv、xlsx、xls 或 zip 格式的台账。")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "gb18030", name)


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise ForeignFileError(
            f"“{name}”的文字编码认不出来，请在表格软件中打开后另存为 xlsx 文件再导入。"
        ) from None


def _headings_under(text: str, delimiter: str) -> int:
    try:
        return max(
            (
                count_known_headings(row.cells)
                for row in islice(_rows(text, delimiter, ""), HEADER_SEARCH_ROWS)
            ),
            default=0,
        )
    except WrongUseError:
        return -1


def _rows(text: str, delimiter: str, name: str) -> Iterator[SheetRow]:
    reader = csv.reader(_bounded_lines(text, name), delimiter=delimiter, strict=True)
    start = 1
    try:
        for record in reader:
            cells = tuple(_unquoted(cell) for cell in record[:MAX_CELLS])
            if any(cell.strip() for cell in cells):
                yield SheetRow(start, cells)
            start = reader.line_num + 1
    except csv.Error:
        raise WrongUseError(
            f"“{name}”第{start}行的引号不成对或内容过长，请在表格软件中改正后重新保存再导入。"
        ) from None


def _bounded_lines(text: str, name: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > MAX_LINE_CHARACTERS or number > MAX_SHEET_LINES:
            raise WrongUseError(f"“{name}”第{number}行过长或行数过多，不像台账，请确认选对了文件。")
        yield line


def _unquoted(cell: str) -> str:
    """Without the marks that keep a spreadsheet from turning a code into a number: ="4601000012" or '4601000012."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        return text[2:-1]
    return text[1:] if text.startswith("'") else cell
