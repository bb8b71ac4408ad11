"""`workbench import`: bring a register, messages or papers to be reprinted into the campaign, or only say what it would do."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import acting, acting_lead, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.clocks.message_platforms import platform_named
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.operations.import_register import apply_register, preview_register
from workbench.register.register_preview import ROW_STATE_WORDS, RegisterPreview, RowState
from workbench.register.register_table import TableKind
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="台账、栏目表、留言表或应转载文件表：csv、xlsx、xls、zip"
    )
    parser.add_argument("--platform", metavar="NAME", help="留言表里没写平台时，是哪个平台的留言")
    parser.add_argument("--subject", metavar="CODE", help="留言表里没写网站时，是哪个网站的留言")
    parser.add_argument("--dry-run", action="store_true", help="只看结果，什么也不改")
    parser.add_argument("--skip-faulty", action="store_true", help="有误的行不导入，其余照常导入")
    add_by(parser)


@verb("import", summary="导入台账、栏目表、留言表或应转载文件表", arguments=_arguments)
def import_(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        found = preview_register(
            workspace,
            arguments.file,
            platform=platform_named(arguments.platform) if arguments.platform else None,
            owner=find_subject(workspace, arguments.subject) if arguments.subject else None,
        )
        _print(found)
        if arguments.dry_run:
            say("试运行：没有改动任何内容。")
            return 0
        faulty = found.count(RowState.FAULTY)
        if faulty and not arguments.skip_faulty:
            raise WrongUseError(
                f"{faulty} 行有误，什么也没有导入；改好文件后再导入，或加 --skip-faulty 只导入其余各行。"
            )
        saved = apply_register(workspace, found, by=_who(arguments, workspace, found))
    say(f"已导入 {saved} 行。")
    return 0


def _who(arguments: Namespace, workspace: Workspace, found: RegisterPreview) -> str:
    return acting(arguments) if found.kind is TableKind.MESSAGES else acting_lead(arguments, workspace)


def _print(found: RegisterPreview) -> None:
    for row in found.rows:
        changes = "；".join(
            f"{change.label}：{change.old or '空'} → {change.new or '空'}" for change in row.changes
        )
        cells = (ROW_STATE_WORDS[row.state], f"第{row.line}行", row.code, row.name, changes, row.reason)
        say("　".join(cell for cell in cells if cell))
    for remark in found.remarks:
        say(remark)
    say(found.summary)
