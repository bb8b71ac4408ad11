"""Registers as xlsx workbooks, read row by row: only visible sheets, values as last calculated."""

import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice, repeat
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries

from workbench.errors import ForeignFileError, WorkbenchError
from workbench.register.archive_bounds import refuse_bomb
from workbench.register.cell_text import cell_text
from workbench.register.merged_cells import Merge, fill_down
from workbench.register.register_bounds import MAX_CELLS, MAX_SHEET_LINES
from workbench.register.register_sheet import Sheet, SheetRow

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_BATCH = 200


def read_xlsx(content: bytes, *, name: str) -> tuple[Sheet, ...]:
    """The visible sheets in the order of the workbook.

    Raises:
        ForeignFileError: damaged, or unpacks to more than any register.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _visible_sheets(content, name)
    except WorkbenchError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged workbook makes the library raise anything at all
        raise _damaged(name) from error


def _visible_sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    values, formulas = _open(content, name, data_only=True), _open(content, name, data_only=False)
    parts = {sheet.name: relation.target for sheet, relation in values.parser.find_sheets()}
    return tuple(
        _sheet(values, formulas, title=sheet.title, part=parts[sheet.title], name=name)
        for sheet in values.wb.worksheets
        if sheet.sheet_state == "visible"
    )


def _open(content: bytes, name: str, *, data_only: bool) -> ExcelReader:
    reader = ExcelReader(BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    refuse_bomb(reader.archive, name=name)
    reader.read()
    return reader


def _sheet(values: ExcelReader, formulas: ExcelReader, *, title: str, part: str, name: str) -> Sheet:
    def rows() -> Iterator[SheetRow]:
        xml = values.archive.read(part)
        merges = [_merge(found[1].decode()) for found in _MERGE.finditer(xml)]
        written: Iterable[tuple[Any, ...]] = repeat(())
        if _FORMULA.search(xml):
            written = _cells(formulas, title)
        return fill_down(_rows(_cells(values, title), written), merges)

    return Sheet(title, lambda: _guarded(rows, name))


def _cells(reader: ExcelReader, title: str) -> Iterator[tuple[Any, ...]]:
    return reader.wb[title].iter_rows(max_row=MAX_SHEET_LINES, max_col=MAX_CELLS, values_only=True)


def _rows(values: Iterable[tuple[Any, ...]], written: Iterable[tuple[Any, ...]]) -> Iterator[SheetRow]:
    for number, (cells, formulas) in enumerate(zip(values, written, strict=False), start=1):
        # Sheets may run to a million rows of nothing.
        if _is_blank(cells) and _is_blank(formulas):
            continue
        shown = [cell_text(cell) for cell in cells]
        for index, formula in enumerate(formulas):
            # A formula that was never calculated has no value: its own text stands there, and its row is refused later.
            if cells[index] is None and formula is not None:
                shown[index] = cell_text(getattr(formula, "text", formula)) or "="
        if any(text.strip() for text in shown):
            yield SheetRow(number, tuple(shown))


def _is_blank(cells: tuple[Any, ...]) -> bool:
    return cells.count(None) == len(cells)


def _guarded(rows: Any, name: str) -> Iterator[SheetRow]:
    """The rows in batches, so that the library's warnings can be silenced and its failures told in our words."""
    walk: Iterator[SheetRow] | None = None
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                walk = walk or rows()
                batch = list(islice(walk, _BATCH))
        except Exception as error:  # noqa: BLE001 - as above
            raise _damaged(name) from error
        if not batch:
            return
        yield from batch


def _merge(reference: str) -> Merge:
    first_column, first_row, _, last_row = (int(bound or 1) for bound in range_boundaries(reference))
    return Merge(first_row, last_row, first_column - 1)


def _damaged(name: str) -> ForeignFileError:
    return ForeignFileError(f"“{name}”已损坏，读不出来，请在表格软件中打开后另存为新的 xlsx 文件再导入。")
