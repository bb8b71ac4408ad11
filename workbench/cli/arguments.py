"""Arguments that several verbs take, read and refused in one way."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import WrongUseError
from workbench.settings.acting_person import acting_person
from workbench.settings.options import load_options
from workbench.storage.workspace_kind import WorkspaceKind

if TYPE_CHECKING:
    # Not all verbs open a campaign, and it takes its time to load.
    from workbench.storage.workspace import Workspace


def add_workspace(parser: ArgumentParser) -> None:
    parser.add_argument("workspace", metavar="WS", type=Path, help="批次文件（*.inspection）")


def add_by(parser: ArgumentParser) -> None:
    parser.add_argument("--by", metavar="NAME", help="由谁操作；不写则取设置中的姓名，再取登录名")


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="在标准输出打印一份 JSON")


def read_day(text: str) -> date:
    """Raises WrongUseError where `text` is not an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUseError(f"日期“{text}”应写作 2026-11-20。") from error


def acting(arguments: Namespace) -> str:
    return acting_person(arguments.by)


def acting_lead(arguments: Namespace, workspace: "Workspace") -> str:
    """For what only the lead may do: where nobody is named, it is the lead who sits at the campaign file, but not at a pack."""
    if workspace.kind is not WorkspaceKind.CAMPAIGN:
        return acting(arguments)
    return arguments.by or load_options().inspector or workspace.campaign.lead
