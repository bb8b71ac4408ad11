"""`workbench import`: bring a register into the campaign, or only say what it would do."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import acting_lead, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.import_register import apply_register, preview_register
from workbench.register.register_preview import ROW_STATE_WORDS, RegisterPreview
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="台账或栏目表：csv、xlsx、xls、zip")
    parser.add_argument("--dry-run", action="store_true", help="只看结果，什么也不改")
    add_by(parser)


@verb("import", summary="导入台账", arguments=_arguments)
def import_(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        preview = preview_register(workspace, arguments.file)
        _print(preview)
        if arguments.dry_run:
            say("试运行：没有改动任何内容。")
            return 0
        saved = apply_register(workspace, preview, by=acting_lead(arguments, workspace))
    say(f"已导入 {saved} 行。")
    return 0


def _print(preview: RegisterPreview) -> None:
    for row in preview.rows:
        if row.reason:
            say(f"{ROW_STATE_WORDS[row.state]}　{row.reason}")
    for remark in preview.remarks:
        say(remark)
    say(preview.summary)
