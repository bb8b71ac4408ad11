"""The result of a link check as a table, one link a line."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkResult
from workbench.operations.check_links import LinkCheckReport
from workbench.operations.whole_file import written_whole
from workbench.views.personal_numbers import mask_personal

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = ("网址", "结果", "状态码", "原因", "跳转到", "类型", "出现次数", "所在页面", "链接文字")


def csv_lines(report: LinkCheckReport) -> Iterator[str]:
    yield _line(_COLUMNS)
    yield from (_line(_cells(link)) for link in report.links)


def write_csv(report: LinkCheckReport, file: Path) -> None:
    """With a mark at the beginning by which spreadsheet programs know UTF-8.

    Raises:
        WrongUseError: the file holds a campaign.
        EnvironmentFaultError: it is a folder or cannot be written.
    """
    with written_whole(file) as draft, draft.open("w", encoding="utf-8-sig", newline="") as out:
        out.writelines(f"{line}\r\n" for line in csv_lines(report))


def _cells(link: LinkResult) -> Sequence[str | int]:
    place = link.occurrences[0] if link.occurrences else None
    return (
        link.url,
        LINK_OUTCOME_WORDS[link.outcome],
        "" if link.status is None else link.status,
        link.reason,
        link.final_url,
        link.kind.value,
        link.occurrence_count,
        place.page if place else "",
        mask_personal(place.text, as_of=date.max) if place else "",
    )


def _line(cells: Sequence[str | int]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str | int) -> str | int:
    """Words of a foreign page that a spreadsheet program would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
