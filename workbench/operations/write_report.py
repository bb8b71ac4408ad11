"""Write a document of the campaign: whole, or not at all."""

from pathlib import Path

from workbench.errors import WrongUseError
from workbench.operations.list_ignores import ignored_rows
from workbench.operations.score_campaign import score_campaign
from workbench.operations.whole_file import written_whole
from workbench.reports.report_catalogue import reports
from workbench.reports.report_model import ReportModel, build_model
from workbench.storage.workspace import Workspace


def report_kinds() -> dict[str, str]:
    """The title of every kind of report, by its id."""
    return {kind: entry.title for kind, entry in reports.all().items()}


def model_of(workspace: Workspace) -> ReportModel:
    standings = score_campaign(workspace)
    scored = [(standing.subject, standing.score) for standing in standings]
    ignored = ignored_rows(workspace, standings)
    return build_model(workspace.campaign, workspace.standard, scored, ignored=ignored)


def write_report(workspace: Workspace, *, kind: str, target: Path) -> Path:
    """The written file.

    Raises:
        WrongUseError: there is no such kind of report, or the target holds a campaign.
        EnvironmentFaultError: the target is open elsewhere or cannot be written.
    """
    if kind not in reports:
        raise WrongUseError(f"没有“{kind}”这种文件，可选：{'、'.join(report_kinds())}。")
    model = model_of(workspace)
    with written_whole(target) as draft, draft.open("wb") as out:
        reports[kind].write(model, out)
    return target
