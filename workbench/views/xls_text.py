"""The rows of an old workbook, sheet by sheet, each row one line."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineWorkbook

from workbench.views.attachment_bounds import MOST_CELLS
from workbench.views.xlsx_text import cell_words


def xls_lines(body: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(BytesIO(body))
    left = MOST_CELLS
    for name in book.sheet_names:
        yield name
        for row in book.get_sheet_by_name(name).iter_rows():
            left -= max(1, len(row))
            if left < 0:
                return
            yield "　".join(cell_words(value) for value in row if value != "")
