"""The rows of a workbook, sheet by sheet, each row one line."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import openpyxl

from workbench.views.attachment_bounds import MOST_CELLS


def xlsx_lines(body: bytes) -> Iterator[str]:
    book = openpyxl.load_workbook(BytesIO(body), read_only=True, data_only=True)
    left = MOST_CELLS
    for sheet in book.worksheets:
        yield sheet.title
        # What the file says of its size may be wrong, or a million rows.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            left -= max(1, len(row))
            if left < 0:
                return
            yield "　".join(cell_words(value) for value in row if value is not None)


def cell_words(value: object) -> str:
    """Numbers as they are read: a number of a person has no point and no exponent."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d")
    return str(value)
