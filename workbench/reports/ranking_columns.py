"""The columns of the ranked table, in the order and words of published annexes."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.reports.report_model import RankedRow

Cell = str | int


@dataclass(frozen=True, slots=True)
class RankingColumn:
    """`width` is in characters of a spreadsheet."""

    heading: str
    width: int
    value: Callable[[RankedRow], Cell]


RANKING_COLUMNS = (
    RankingColumn("名次", 6, lambda row: row.rank or "—"),
    RankingColumn("单位名称", 26, lambda row: row.unit),
    RankingColumn("网站名称", 28, lambda row: row.name),
    RankingColumn("标识码", 14, lambda row: row.code),
    RankingColumn("类型", 14, lambda row: row.kind),
    RankingColumn("检查发现的突出问题", 60, lambda row: row.problems),
    RankingColumn("得分", 12, lambda row: row.number),
    RankingColumn("结果", 10, lambda row: row.result),
    RankingColumn("备注", 28, lambda row: row.remark),
)


def cells_of(row: RankedRow) -> list[Cell]:
    return [column.value(row) for column in RANKING_COLUMNS]


def defused(cell: Cell) -> Cell:
    """For CSV: a text that a spreadsheet would take for a formula is kept from it by an apostrophe."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell
