"""The overdue list a notice printed, taken in as it stands: every line is overdue by our clocks too, and sorted as printed."""

import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.campaigns.small_campaign import LEAD
from workbench.clocks.message_clock import OVERDUE_TIMINGS, Timing
from workbench.clocks.message_platforms import platform_named
from workbench.domain.ids import subject_id
from workbench.domain.subject import Subject
from workbench.operations.create_campaign import create_campaign
from workbench.operations.import_register import apply_register, preview_register
from workbench.operations.message_book import MessageBook, read_message_book, year_before
from workbench.storage.workspace import Workspace

NOTICE = Path(__file__).resolve().parents[3] / ".." / "shared" / "notices" / "4-yuxi-2019q3.txt"
AS_OF = date(2019, 10, 9)
HEADINGS = ["序号", "所属部门", "ID", "留言时间", "办理情况"]
needs_notice = pytest.mark.skipif(not NOTICE.exists(), reason="the notice is not beside the repository")


def printed() -> list[list[str]]:
    lines = [line.split("\t") for line in NOTICE.read_text("utf-8").splitlines()]
    start = lines.index(HEADINGS) + 1
    return [[cell.strip() for cell in line] for line in lines[start:] if len(line) == len(HEADINGS)]


def as_workbook(rows: list[list[str]], path: Path) -> Path:
    """With the department merged over its lines, as the annex has it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append([cell or None for cell in row])
    first = 0
    for number, row in enumerate(rows, start=2):
        if row[1]:
            first = number
        elif number == len(rows) + 1 or rows[number - 1][1]:
            sheet.merge_cells(start_row=first, end_row=number, start_column=2, end_column=2)
    book.save(path)
    return path


def imported(workspace: Workspace, file: Path, units: list[str]) -> MessageBook:
    campaign = workspace.campaign.id
    sites = [
        Subject(id=subject_id(campaign, f"530400000{n}"), code=f"530400000{n}", name=unit, organiser=unit)
        for n, unit in enumerate(dict.fromkeys(units))
    ]
    workspace.save(*sites, inspector=LEAD)
    found = preview_register(workspace, file, platform=platform_named("百姓信箱"))
    assert [row.reason for row in found.rows if row.message is None] == []
    apply_register(workspace, found, by=LEAD)
    return read_message_book(workspace)


@needs_notice
def test_every_printed_message_is_overdue_by_our_clocks(tmp_path: Path) -> None:
    rows = printed()
    assert len(rows) == 8
    file = as_workbook(rows, tmp_path / "附件2.xlsx")
    workspace = create_campaign(
        tmp_path / "批次.inspection", standard_id="national-2019", period="2019Q3", as_of=AS_OF, lead=LEAD
    )
    with workspace:
        book = imported(workspace, file, [row[1] for row in rows if row[1]])
    overdue = book.overdue(year_before(AS_OF))
    assert {reading.message.number for reading in overdue} == {row[2] for row in rows}
    assert {reading.timing for reading in book.readings} <= OVERDUE_TIMINGS
    old = {each.message.number for each in overdue if each.timing is Timing.OVER_THREE_MONTHS}
    assert old == {row[2] for row in rows if _day(row[3]) < date(2019, 7, 9)}
    by_unit = [book.unit_of(reading) for reading in overdue]
    assert by_unit == sorted(by_unit)


def _day(text: str) -> date:
    year, month, day = map(int, re.findall(r"\d+", text))
    return date(year, month, day)
