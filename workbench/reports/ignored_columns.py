"""The appendix of every report: what is ignored, by whom, why and until when."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.reports.ranking_columns import Cell
from workbench.reports.report_model import IgnoredRow

IGNORED_TITLE = "忽略清单"


@dataclass(frozen=True, slots=True)
class IgnoredColumn:
    """`width` is in characters of a spreadsheet."""

    heading: str
    width: int
    value: Callable[[IgnoredRow], Cell]


IGNORED_COLUMNS = (
    IgnoredColumn("标识码", 14, lambda row: row.code),
    IgnoredColumn("名称", 28, lambda row: row.name),
    IgnoredColumn("忽略什么", 20, lambda row: row.what),
    IgnoredColumn("范围", 12, lambda row: row.scope),
    IgnoredColumn("网址", 48, lambda row: row.target),
    IgnoredColumn("涉及问题", 10, lambda row: row.problems),
    IgnoredColumn("理由", 40, lambda row: row.reason),
    IgnoredColumn("由谁", 12, lambda row: row.by),
    IgnoredColumn("截止日期", 14, lambda row: row.until),
)


def ignored_cells(row: IgnoredRow) -> list[Cell]:
    return [column.value(row) for column in IGNORED_COLUMNS]
