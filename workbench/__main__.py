"""The composition root: `workbench` opens the window, `workbench VERB` runs a verb of the command line."""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from workbench import __version__
from workbench.cli.output import complain
from workbench.cli.verb import verbs
from workbench.errors import WorkbenchError

USAGE_STATUS = 2
ENVIRONMENT_STATUS = 3
INTERRUPTED_STATUS = 130


class _PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        complain(f"用法不对：{message}。运行“{self.prog} --help”查看说明。")
        raise SystemExit(USAGE_STATUS)


def build_parser() -> argparse.ArgumentParser:
    parser = _PlainParser(prog="workbench", description="巡检工作台：检查政府网站与政务新媒体，评分并汇总。")
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    chosen = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_PlainParser)
    for entry in verbs:
        below = chosen.add_parser(entry.name, help=entry.summary, description=entry.summary)
        entry.arguments(below)
        below.set_defaults(run=entry.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        arguments = ["window"]
    try:
        parsed = build_parser().parse_args(arguments)
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
