"""`workbench export`: write an inspector's result file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.export_results import export_results
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", type=Path, help="结果包写到哪里")
    add_by(parser)


@verb("export", summary="导出结果包", arguments=_arguments)
def export(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        by = acting(arguments)
        written = export_results(workspace, arguments.output, by=by)
    say(f"已导出{by}的结果包：{written}。")
    return 0
