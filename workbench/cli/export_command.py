"""`workbench export`: write an inspector's result file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.export_results import export_results
from workbench.operations.score_campaign import score_campaign
from workbench.operations.unfinished_work import MAY_HAND_IN_AGAIN, unfinished_work
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", type=Path, help="结果包写到哪里")
    parser.add_argument(
        "--with-personal-data", action="store_true", help="连同含个人信息的保存网页一起导出；默认不带"
    )
    add_by(parser)


@verb("export", summary="导出结果包", arguments=_arguments)
def export(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        by = acting(arguments)
        written = export_results(
            workspace, arguments.output, by=by, with_personal_data=arguments.with_personal_data
        )
        is_pack = workspace.kind is WorkspaceKind.TASK_PACK
        left = unfinished_work(score_campaign(workspace), by=by, is_pack=is_pack).in_words()
    say(f"已导出{by}的结果包：{written.path}。")
    if written.left_out:
        say(f"有 {written.left_out} 个保存的网页含个人信息，没有带上；确需带上请加 --with-personal-data。")
    if left:
        say(f"{left}{MAY_HAND_IN_AGAIN}")
    return 0
