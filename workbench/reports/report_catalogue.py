"""What a report is, and the catalogue of all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from workbench.discover import Catalogue
from workbench.reports.report_model import ReportModel

Write = Callable[[ReportModel, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Report:
    id: str
    title: str
    suffix: str
    write: Write


reports: Catalogue[Report] = Catalogue("workbench.reports")


def report(report_id: str, *, title: str, suffix: str) -> Callable[[Write], Write]:
    """Declare the decorated function as the report `report_id`."""

    def declare(write: Write) -> Write:
        reports.add(report_id, Report(report_id, title, suffix, write))
        return write

    return declare
