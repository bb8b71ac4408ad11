"""`workbench split`: cut one task pack per inspector."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.errors import WrongUseError
from workbench.operations.split_tasks import split_tasks
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument(
        "--to", action="append", required=True, metavar="NAME=CODE,CODE…", help="给谁哪些对象；可写多次"
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="DIR", type=Path, help="任务包放到哪个文件夹"
    )


@verb("split", summary="分出任务包", arguments=_arguments)
def split(arguments: Namespace) -> int:
    tasks = dict(_read_task(text) for text in arguments.to)
    if len(tasks) < len(arguments.to):
        raise WrongUseError("同一个检查员写了两次 --to，请合并成一次。")
    with Workspace.open(arguments.workspace) as workspace:
        for path in split_tasks(workspace, tasks, arguments.output):
            say(f"已写出任务包 {path}。")
    return 0


def _read_task(text: str) -> tuple[str, tuple[str, ...]]:
    name, separator, codes = text.partition("=")
    chosen = tuple(code.strip() for code in codes.replace("，", ",").split(",") if code.strip())
    if not separator or not name.strip() or not chosen:
        raise WrongUseError(f"“{text}”看不懂，请写作 王敏=4601000012,4601000013。")
    return name.strip(), chosen
