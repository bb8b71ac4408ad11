"""What the overview tells beyond the snapshot: overdue messages and what comes near a veto; read in one go, no Qt."""

from dataclasses import dataclass

from workbench.clocks.message_clock import OVERDUE_TIMINGS
from workbench.operations.message_book import read_message_book
from workbench.operations.score_campaign import SubjectStanding
from workbench.operations.warn_early import SubjectWarning, warnings_among
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OverviewExtras:
    """`overdue` counts unanswered messages past their limit, imported or typed as totals."""

    overdue: int = 0
    warnings: tuple[SubjectWarning, ...] = ()


def read_extras(workspace: Workspace, standings: tuple[SubjectStanding, ...]) -> OverviewExtras:
    book = read_message_book(workspace)
    listed = sum(reading.timing in OVERDUE_TIMINGS for reading in book.readings)
    return OverviewExtras(
        overdue=listed + sum(totals.overdue for totals in book.totals),
        warnings=warnings_among(workspace, standings),
    )
