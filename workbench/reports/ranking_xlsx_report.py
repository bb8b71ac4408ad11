"""The ranked table as a workbook: the table as offices print it, a sheet that proves the rates, one of what is ignored."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.reports.ignored_columns import IGNORED_COLUMNS, IGNORED_TITLE, ignored_cells
from workbench.reports.ranking_columns import RANKING_COLUMNS, Cell, cells_of
from workbench.reports.report_catalogue import report
from workbench.reports.report_model import VETO_WORD, ReportModel

_THIN = Side(style="thin", color="B8BEC9")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING = PatternFill("solid", fgColor="E8EEF8")
_VETO = Font(name="宋体", size=11, color="B42318")
_PLAIN = Font(name="宋体", size=11)
_WIDE = {"检查发现的突出问题", "备注", "单位名称", "网站名称"}
_CHARACTERS_A_LINE = 28
_LINE_HEIGHT_PT = 16


@report("ranking-xlsx", title="排名表（Excel）", suffix=".xlsx")
def ranking_xlsx(model: ReportModel, out: BinaryIO) -> None:
    book = Workbook()
    table = book.worksheets[0]
    table.title = "排名表"
    _fill_table(table, model)
    _fill_figures(book.create_sheet("合格率"), model)
    _fill_ignored(book.create_sheet(IGNORED_TITLE), model)
    book.save(out)


def _fill_table(sheet: Worksheet, model: ReportModel) -> None:
    last = get_column_letter(len(RANKING_COLUMNS))
    sheet.append([model.title])
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"].font = Font(name="黑体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 34
    sheet.append([f"监测时间点：{model.campaign.as_of_in_words}　　指标：{model.standard.title}"])
    sheet.merge_cells(f"A2:{last}2")
    sheet["A2"].font = _PLAIN
    sheet.append([column.heading for column in RANKING_COLUMNS])
    for row in model.rows:
        _append_plain(sheet, [_as_number(cell) for cell in cells_of(row)])
    _style_table(sheet)
    for index, column in enumerate(RANKING_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _style_table(sheet: Worksheet) -> None:
    for number, cells in enumerate(sheet.iter_rows(min_row=3), start=3):
        is_heading = number == 3
        is_vetoed = any(cell.value == VETO_WORD for cell in cells)
        lines = max(-(-len(str(cell.value or "")) // _CHARACTERS_A_LINE) for cell in cells)
        sheet.row_dimensions[number].height = max(22, _LINE_HEIGHT_PT * lines + 6)
        for cell, column in zip(cells, RANKING_COLUMNS, strict=True):
            is_wide = column.heading in _WIDE and not is_heading
            cell.border = _GRID
            cell.font = Font(name="黑体", size=11) if is_heading else _VETO if is_vetoed else _PLAIN
            cell.alignment = Alignment(
                horizontal="left" if is_wide else "center", vertical="center", wrap_text=True
            )
            if is_heading:
                cell.fill = _HEADING


def _fill_figures(sheet: Worksheet, model: ReportModel) -> None:
    sheet.append(["口径", "合格", "已检查", "合格率"])
    for rate in model.rates:
        sheet.append([rate.label, rate.passed, rate.checked, rate.passed / rate.checked])
        sheet.cell(sheet.max_row, 4).number_format = "0.0%"
    for word, count in model.outside:
        sheet.append([f"不计入合格率：{word}", "", count, ""])
    if model.unverified:
        sheet.append([])
        sheet.append(["以下细则的分值尚未核实，未计分：" + "、".join(model.unverified)])
    sheet.column_dimensions["A"].width = 34
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.font = _PLAIN


def _fill_ignored(sheet: Worksheet, model: ReportModel) -> None:
    """There in every report, so that an empty one says that nothing was held back."""
    sheet.append([column.heading for column in IGNORED_COLUMNS])
    for row in model.ignored:
        _append_plain(sheet, ignored_cells(row))
    if not model.ignored:
        sheet.append(["没有忽略任何问题。"])
    for number, column in enumerate(IGNORED_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    for cells in sheet.iter_rows():
        for cell in cells:
            is_heading = cell.row == 1
            cell.font = Font(name="黑体", size=11) if is_heading else _PLAIN
            cell.alignment = Alignment(vertical="center", wrap_text=bool(model.ignored))
            if is_heading:
                cell.fill = _HEADING
    sheet.freeze_panes = "A2"


def _append_plain(sheet: Worksheet, cells: Iterable[Cell | float]) -> None:
    """Append text as text: what a register or a page says is never a formula."""
    sheet.append(list(cells))
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"


def _as_number(cell: Cell) -> Cell | float:
    """A score lies in the workbook as a number, so that it can be sorted and averaged there."""
    if not isinstance(cell, str) or not cell or len(cell) > 7:
        return cell
    try:
        return float(Decimal(cell))
    except InvalidOperation:
        return cell
