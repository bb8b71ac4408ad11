"""The composition root: `workbench` opens the window, `workbench VERB` runs a verb of the command line."""

import argparse
import io
import multiprocessing
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench import __version__
from workbench.bug_log import write_down
from workbench.cli.output import complain
from workbench.cli.plain_parser import PlainParser
from workbench.cli.stop_signals import STOPPED_STATUS
from workbench.cli.verb import Verb, find_verb, verbs
from workbench.errors import EnvironmentFaultError, WorkbenchError, fault_in_words

ENVIRONMENT_STATUS = 3
WINDOW_VERB = "window"
# What no person types: the browser engine in a process of its own, started by checks.
REOPENING_VERB = "reopen-pages"
LOOKING_VERB = "look-at-pages"
WORKSPACE_SUFFIX = ".inspection"


def build_parser(known: Iterable[Verb]) -> argparse.ArgumentParser:
    parser = PlainParser(prog="workbench", description="巡检工作台：检查政府网站与政务新媒体，评分并汇总。")
    parser.add_argument("--version", action="version", version=f"workbench {__version__}", help="显示版本")
    chosen = parser.add_subparsers(title="命令", dest="verb", metavar="VERB", parser_class=PlainParser)
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
    return run_window(arguments, PlainParser(prog="workbench window", description="打开窗口。"))


def reopen_pages(arguments: Sequence[str]) -> int:
    """Like the window's, its part stands apart: where Qt cannot be loaded the check goes on without."""
    try:
        from workbench.gui.reopening.reopening_start import run_reopening
    except ImportError as error:
        if error.name is not None and error.name.startswith("workbench"):
            raise
        return ENVIRONMENT_STATUS
    return run_reopening(arguments)


def look_at_pages(arguments: Sequence[str]) -> int:
    """As `reopen_pages`."""
    try:
        from workbench.gui.looking.looking_start import run_looking
    except ImportError as error:
        if error.name is not None and error.name.startswith("workbench"):
            raise
        return ENVIRONMENT_STATUS
    return run_looking(arguments)


_ENGINE_VERBS = {REOPENING_VERB: reopen_pages, LOOKING_VERB: look_at_pages}


def main(argv: Sequence[str] | None = None) -> int:
    multiprocessing.freeze_support()
    _write_somewhere()
    _write_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if is_for_window(arguments):
            return open_window([each for each in arguments if each != WINDOW_VERB])
        if arguments[0] in _ENGINE_VERBS:
            return _ENGINE_VERBS[arguments[0]](arguments[1:])
        asked_for = find_verb(arguments[0])
        parsed = build_parser([asked_for] if asked_for else verbs).parse_args(arguments)
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except WorkbenchError as error:
        complain(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        complain("已停止；已保存的内容都在，可以再次运行。")
        return STOPPED_STATUS
    except BrokenPipeError:
        _give_up_output()
        return 0
    except OSError as error:
        where = error.filename2 or error.filename or "网络或磁盘"
        complain(f"读写失败：{fault_in_words(error)}（{where}）。请检查路径、权限和磁盘空间后重试。")
        _flush_or_give_up()
        return ENVIRONMENT_STATUS
    except Exception as error:  # noqa: BLE001  a bug must not look like "something was found" to a script
        complain(f"程序出错，已保存的内容都在。详情在 {write_down(error)}，请交给维护人员。")
        return ENVIRONMENT_STATUS
    return status


def _flush_or_give_up() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _give_up_output()


def _give_up_output() -> None:
    """Nobody takes our output: leave without a second complaint, and another status, at interpreter exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_somewhere() -> None:
    """A stream that was closed before the start swallows what it is given: nobody listens, and nothing is wrong."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  for as long as we run


def _write_utf8() -> None:
    """What is piped or redirected is UTF-8 on every system; a console keeps its own and shows `?` for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
