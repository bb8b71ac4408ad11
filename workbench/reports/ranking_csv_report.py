"""The ranked table as CSV, for whoever goes on in a spreadsheet of his own."""

import csv
import io
from typing import BinaryIO

from workbench.reports.ignored_columns import IGNORED_COLUMNS, IGNORED_TITLE, ignored_cells
from workbench.reports.ranking_columns import RANKING_COLUMNS, cells_of, defused
from workbench.reports.report_catalogue import report
from workbench.reports.report_model import ReportModel


@report("ranking-csv", title="排名表（CSV）", suffix=".csv")
def ranking_csv(model: ReportModel, out: BinaryIO) -> None:
    """UTF-8 with BOM, so that Excel on an office PC reads it as it is. What is ignored follows the table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.heading for column in RANKING_COLUMNS)
    writer.writerows([defused(cell) for cell in cells_of(row)] for row in model.rows)
    if model.ignored:
        writer.writerows([[], [IGNORED_TITLE], [column.heading for column in IGNORED_COLUMNS]])
        writer.writerows([defused(cell) for cell in ignored_cells(row)] for row in model.ignored)
    out.write(text.getvalue().encode("utf-8-sig"))
