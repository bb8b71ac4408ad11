"""Write rows of results to a file an office can go on with: CSV or a workbook, by the ending of its name."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkResult
from workbench.errors import WrongUseError
from workbench.operations.whole_file import written_whole
from workbench.reports.ranking_columns import defused
from workbench.storage.link_window import LinkQuery
from workbench.storage.workspace import Workspace
from workbench.views.personal_numbers import mask_personal

ENDINGS = (".xlsx", ".csv")
LINK_HEADINGS = ("结果", "链接", "状态码", "首页", "处数", "所在页面", "链接文字", "说明", "最终网址")
_AT_ONCE = 1000
_MOST_SHEET_ROWS = 1_048_575


def export_links(workspace: Workspace, subject_id: UUID, query: LinkQuery, target: Path) -> int:
    """The links the query finds, in its order; how many rows were written.

    Raises:
        WrongUseError: another ending than .xlsx or .csv, or more rows than a sheet holds.
        EnvironmentFaultError: the file cannot be written.
    """
    count = workspace.link_count(subject_id, query)
    if count > _MOST_SHEET_ROWS and target.suffix == ".xlsx":
        raise WrongUseError(f"有 {count} 行，超过一张工作表的行数，请改存为 csv。")
    return write_rows(target, LINK_HEADINGS, _link_rows(workspace, subject_id, query, count))


def write_rows(target: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """The file appears whole or not at all; how many rows it has.

    Raises:
        WrongUseError: another ending than .xlsx or .csv, or the target holds a campaign.
        EnvironmentFaultError: the file cannot be written.
    """
    if target.suffix.lower() not in ENDINGS:
        raise WrongUseError(f"“{target.name}”请用 .xlsx 或 .csv 结尾的文件名。")
    write = _write_csv if target.suffix.lower() == ".csv" else _write_xlsx
    with written_whole(target) as draft:
        return write(draft, headings, rows)


def _link_rows(
    workspace: Workspace, subject_id: UUID, query: LinkQuery, count: int
) -> Iterator[tuple[object, ...]]:
    for offset in range(0, count, _AT_ONCE):
        for link in workspace.link_window(subject_id, query, offset=offset, limit=_AT_ONCE):
            yield _link_cells(link)


def _link_cells(link: LinkResult) -> tuple[object, ...]:
    first = link.occurrences[0] if link.occurrences else None
    return (
        LINK_OUTCOME_WORDS[link.outcome],
        link.url,
        link.status or "",
        "是" if link.is_on_home else "",
        link.occurrence_count or len(link.occurrences),
        first.page if first else "",
        first.text if first else "",
        link.reason,
        link.final_url,
    )


def _write_csv(draft: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """UTF-8 with BOM, so that Excel on an office PC reads it as it is."""
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        return sum(writer.writerow([_plain(cell) for cell in row]) > 0 for row in rows)


def _write_xlsx(draft: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    book, count = Workbook(write_only=True), 0
    sheet = book.create_sheet("结果")
    sheet.append(list(headings))
    for row in rows:
        sheet.append([_plain(cell) for cell in row])
        count += 1
    book.save(draft)
    return count


def _plain(cell: object) -> object:
    """No cell is a formula to the program that opens it, holds what a workbook cannot, or shows a number of a person."""
    if not isinstance(cell, str):
        return cell
    return defused(mask_personal(ILLEGAL_CHARACTERS_RE.sub("", cell), as_of=date.max))
