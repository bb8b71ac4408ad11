"""Writes messages as a workbook under the headings the import reads, so that a list can go out, be amended and come back."""

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from uuid import UUID

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from workbench.clocks.message_clock import TIMING_WORDS, MessageReading
from workbench.domain.message import MESSAGE_STATE_WORDS, SATISFACTION_WORDS
from workbench.domain.subject import Subject

_COLUMNS = (
    ("网站标识码", 14), ("网站名称", 26), ("留言平台", 18), ("留言编号", 18), ("标题", 44), ("承办单位", 24), ("留言时间", 12),
    ("到期日", 12), ("答复时间", 12), ("办理状态", 10), ("计时结果", 18), ("是否敷衍", 10), ("满意度", 10), ("备注", 30),
)  # fmt: skip
_HEADING = PatternFill("solid", fgColor="E8EEF8")


def write_message_sheet(
    readings: Iterable[MessageReading], subjects: Mapping[UUID, Subject], out: BinaryIO
) -> None:
    """One row per message in the order given; `到期日` and `计时结果` are for reading and are not taken in again."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "留言"
    sheet.append([heading for heading, _ in _COLUMNS])
    for number, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        head = sheet.cell(1, number)
        head.font, head.fill = Font(name="黑体", size=11), _HEADING
    for reading in readings:
        sheet.append(_cells(reading, subjects))
        for cell in sheet[sheet.max_row]:
            # What a citizen wrote is never a formula.
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    book.save(out)


def _cells(reading: MessageReading, subjects: Mapping[UUID, Subject]) -> list[str]:
    message = reading.message
    subject = subjects.get(message.subject_id)
    return [
        subject.code if subject else "",
        subject.name if subject else "",
        reading.platform_name,
        message.number,
        message.title,
        message.unit,
        message.received.isoformat(),
        reading.due.isoformat() if reading.due else "",
        message.answered.isoformat() if message.answered else "",
        MESSAGE_STATE_WORDS[message.state],
        TIMING_WORDS[reading.timing],
        "是" if message.is_perfunctory else "否",
        SATISFACTION_WORDS[message.satisfaction],
        message.note,
    ]
