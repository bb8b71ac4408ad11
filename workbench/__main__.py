"""The composition root: `workbench` opens the window, `workbench VERB` runs a verb of the command line."""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn

from workbench import __version__
from workbench.cli.output import complain
from workbench.cli.verb import Verb, find_verb, verbs
from workbench.errors import EnvironmentFaultError, WorkbenchError

USAGE_STATUS = 2
ENVIRONMENT_STATUS = 3
INTERRUPTED_STATUS = 130
WINDOW_VERB = "window"
WORKSPACE_SUFFIX = ".inspection"


class _PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        complain(f"用法不对：{message}。运行“{self.prog} --help”查看说明。")
        raise SystemExit(USAGE_STATUS)


def build_parser(known: Iterable[Verb]) -> argparse.ArgumentParser:
    parser = _PlainParser(prog="workbench", description="巡检工作台：检查政府网站与政务新媒体，评分并汇总。")
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    chosen = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_PlainParser)
    for entry in known:
        below = chosen.add_parser(entry.name, help=entry.summary, description=entry.summary)
        entry.arguments(below)
        below.set_defaults(run=entry.run)
    chosen.add_parser(WINDOW_VERB, help="打开窗口（没有动词时也是）", add_help=False)
    return parser


def is_for_window(arguments: Sequence[str]) -> bool:
    """No verb, `window`, or a file alone, as a double click on it sends."""
    return not arguments or arguments[0] == WINDOW_VERB or arguments[0].endswith(WORKSPACE_SUFFIX)


def open_window(arguments: Sequence[str]) -> int:
    """Start the window. It is no verb of the command line's folder, which knows no Qt and runs where Qt cannot be loaded."""
    try:
        from workbench.gui.window_start import run_window
    except ImportError as error:
        if error.name is not None and error.name.startswith("workbench"):
            raise
        raise EnvironmentFaultError(
            f"窗口打不开：缺少图形库（{error}）。请运行 python3 packaging/start.py 补装，命令行功能照常可用。"
        ) from error
    return run_window(arguments)


def main(argv: Sequence[str] | None = None) -> int:
    multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if is_for_window(arguments):
            return open_window([each for each in arguments if each != WINDOW_VERB])
        asked_for = find_verb(arguments[0])
        parsed = build_parser([asked_for] if asked_for else verbs).parse_args(arguments)
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except WorkbenchError as error:
        complain(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        complain("已停止；已保存的内容都在，再次运行会接着做。")
        return INTERRUPTED_STATUS
    except BrokenPipeError:
        # The reader of our output has gone: leave without a second complaint at interpreter exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(
            f"读写失败：{error.strerror or error}（{error.filename or '网络或磁盘'}）。请检查路径、权限和磁盘空间后重试。"
        )
        return ENVIRONMENT_STATUS
    return status


if __name__ == "__main__":
    raise SystemExit(main())
