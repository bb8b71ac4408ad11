"""Write a document of the campaign: whole, or not at all."""

import os
from pathlib import Path

from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.operations.list_ignores import ignored_rows
from workbench.operations.score_campaign import score_campaign
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
    """The written file. It is laid beside the target first and moved there when whole.

    Raises:
        WrongUseError: there is no such kind of report.
        EnvironmentFaultError: the target is open elsewhere or cannot be written.
    """
    if kind not in reports:
        raise WrongUseError(f"没有“{kind}”这种文件，可选：{'、'.join(report_kinds())}。")
    model = model_of(workspace)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as out:
            reports[kind].write(model, out)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise EnvironmentFaultError(f"写不了“{target}”：请关闭正在打开它的程序，或换一个位置。") from error
    return target
