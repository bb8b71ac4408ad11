"""`workbench check`: run the automatic checks; with `--events` as the window's child process.

The exit status is 1 where something was found and 130 where it was stopped, whatever was found until then.
"""

import os
from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import add_workspace
from workbench.cli.check_progress import json_lines, progress_bar
from workbench.cli.output import say
from workbench.cli.stop_signals import STOPPED_STATUS, stop_signals
from workbench.cli.verb import verb
from workbench.errors import WrongUseError
from workbench.operations.compare_runs import SubjectComparison, changes_in_words, compare_runs, count_changes
from workbench.operations.rare_collecting import collect_rarely
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.settings.options import load_options
from workbench.storage.workspace import Workspace

FOUND_STATUS = 1
CHILD_NICENESS = 10


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--only", metavar="NAMES", default="", help="只做这些检查，用逗号分开")
    parser.add_argument(
        "--subject", metavar="CODE", action="append", default=[], help="只检查这个对象；可写多次"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="检查进程数，默认每核一个、至多 4 个")
    parser.add_argument("--events", action="store_true", help="在标准输出逐行打印 JSON 进度")


@verb("check", summary="自动检查", arguments=_arguments)
def check(arguments: Namespace) -> int:
    if arguments.jobs is not None and arguments.jobs < 1:
        raise WrongUseError("--jobs 应为不小于 1 的整数。")
    request = CheckRequest(
        only=tuple(name.strip() for name in arguments.only.split(",") if name.strip()),
        subjects=tuple(arguments.subject),
        jobs=arguments.jobs,
    )
    if arguments.events and hasattr(os, "nice"):
        # We are somebody's child: the window goes first.
        os.nice(CHILD_NICENESS)
    collect_rarely()
    show = json_lines if arguments.events else progress_bar
    with Workspace.open(arguments.workspace) as workspace, stop_signals() as stops, show() as announce:
        summary = run_checks(
            workspace, request, options=load_options(), announce=announce, should_stop=lambda: bool(stops)
        )
        compared = compare_runs(workspace, run=summary.run)
    if not arguments.events:
        state = "检查完成" if summary.is_finished else "已停止，再次运行会接着检查"
        say(
            f"{state}：{summary.subjects} 个对象，发现 {summary.found} 处疑似问题，等待人工确认。"
            f"{_since_before(compared)}"
        )
    if stops and not summary.is_finished:
        return STOPPED_STATUS
    return FOUND_STATUS if summary.found else 0


def _since_before(compared: tuple[SubjectComparison, ...]) -> str:
    """Nothing where no subject had been looked at before."""
    return f"与上次相比：{changes_in_words(count_changes(compared))}。" if compared else ""
