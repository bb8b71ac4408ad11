"""What of the campaign comes near a veto: for the overview, the bench and the command line."""

from collections.abc import Iterable
from datetime import date

from workbench.domain.subject import Subject
from workbench.operations.score_campaign import SubjectStanding, score_campaign, score_one
from workbench.standards.early_warnings import EarlyWarning, early_warnings
from workbench.storage.workspace import Workspace

SubjectWarning = tuple[Subject, EarlyWarning]


def campaign_warnings(workspace: Workspace, *, today: date | None = None) -> tuple[SubjectWarning, ...]:
    """Of every subject that is inspected, the nearest to its limit first."""
    return warnings_among(workspace, score_campaign(workspace, today=today))


def subject_warnings(
    workspace: Workspace, subject: Subject, *, today: date | None = None
) -> tuple[EarlyWarning, ...]:
    return tuple(each for _, each in warnings_among(workspace, [score_one(workspace, subject, today=today)]))


def warnings_among(workspace: Workspace, standings: Iterable[SubjectStanding]) -> tuple[SubjectWarning, ...]:
    """Of standings that are known already."""
    standard = workspace.standard
    found = [
        (standing.subject, warning)
        for standing in standings
        if standing.subject.is_inspected
        for warning in early_warnings(
            standard,
            standing.subject,
            columns=workspace.columns(standing.subject.id),
            outcomes=workspace.outcomes(standing.subject.id),
            findings=standing.findings,
            decisions=standing.decisions,
        )
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].limit - pair[1].reached, pair[0].code)))
