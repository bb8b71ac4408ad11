"""`workbench report`: write a document."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.write_report import report_kinds, write_report
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    kinds = "、".join(f"{kind}（{title}）" for kind, title in report_kinds().items())
    add_workspace(parser)
    parser.add_argument("kind", metavar="KIND", help=kinds)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", type=Path, help="写到哪个文件")


@verb("report", summary="生成文件：排名表等", arguments=_arguments)
def report(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        written = write_report(workspace, kind=arguments.kind, target=arguments.output)
    say(f"已写出 {written}。")
    return 0
