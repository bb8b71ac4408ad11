"""`workbench merge`: take result files in, or only say what they would bring."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.merge_results import merge_results, preview_merge
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="结果包（*.inspection）")
    parser.add_argument("--dry-run", action="store_true", help="只看结果，什么也不改")


@verb("merge", summary="合并结果包", arguments=_arguments)
def merge(arguments: Namespace) -> int:
    for file in arguments.files:
        # Before the campaign is touched at all: opening it may bring pending changes into the one file.
        Workspace.open_pack(file).close()
    with Workspace.open(arguments.workspace) as workspace:
        if arguments.dry_run:
            say(preview_merge(workspace, arguments.files).in_words())
            say("试运行：没有改动任何内容。")
            return 0
        say(merge_results(workspace, arguments.files).in_words())
    return 0
