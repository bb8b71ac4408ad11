"""`workbench links`: a link checker in its own right, without a workspace.

The exit status is 1 where a link is dead or leads to an error page that claims to be fine, and 130 where it was stopped.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from workbench.cli.arguments import add_json
from workbench.cli.links_document import json_lines
from workbench.cli.links_sheet import csv_lines, write_csv
from workbench.cli.links_summary import summary_lines
from workbench.cli.output import complain, say, side_console
from workbench.cli.stop_signals import STOPPED_STATUS
from workbench.cli.verb import verb
from workbench.domain.link import LinkOutcome
from workbench.errors import WrongUseError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.operations.browser_command import browser_command
from workbench.operations.check_links import LinkCheckReport, LinkCheckRequest, LinkCheckState, check_links
from workbench.operations.rare_collecting import collect_rarely
from workbench.operations.whole_file import refuse_loss

# What a reader finds broken; the rest is listed, and opens for most readers.
_FOUND = {LinkOutcome.DEAD, LinkOutcome.SOFT_404}
_LEAST = {
    "depth": 0,
    "max_pages": 1,
    "per_host": 1,
    "retries": 0,
    "retry_delay": 0,
    "timeout": 0.1,
    "rate": 0,
    "most_alike": 1,
}


def _arguments(parser: ArgumentParser) -> None:
    default = FetchPolicy()
    parser.add_argument("url", metavar="URL", help="起始页网址；同一主机（连端口）的页面都会读")
    parser.add_argument(
        "--depth", type=int, metavar="N", help="读到离起始页几次点击的页面，0 只读起始页；默认不限"
    )
    parser.add_argument("--max-pages", type=int, metavar="N", help="最多读多少个页面；默认不限")
    parser.add_argument(
        "--per-host",
        type=int,
        metavar="N",
        default=default.per_host,
        help="每台主机同时连接数（默认 %(default)s）",
    )
    parser.add_argument(
        "--retries",
        type=int,
        metavar="N",
        default=default.retries,
        help="打不开时再试几次（默认 %(default)s）",
    )
    parser.add_argument(
        "--retry-delay",
        type=float,
        metavar="S",
        default=default.retry_delay_s,
        help="再试之前等多少秒（默认 %(default)s）",
    )
    parser.add_argument(
        "--timeout",
        type=float,
        metavar="S",
        default=default.timeout_s,
        help="等应答开始最多多少秒；之后传得太慢也按这个时限放弃（默认 %(default)s）",
    )
    parser.add_argument(
        "--rate",
        type=float,
        metavar="N",
        default=default.rate_per_host,
        help="每台主机每秒最多请求几次，0 为不限（默认 %(default)s）",
    )
    parser.add_argument(
        "--most-alike",
        type=int,
        metavar="N",
        default=default.most_alike,
        help="没有新内容、只通向同类的页面（日历、会话编号、排序筛选）每类追踪多少个（默认 %(default)s）",
    )
    parser.add_argument(
        "--browser", action="store_true", help="打不开或被拦截的链接再用浏览器内核打开一次，打得开的算正常"
    )
    parser.add_argument(
        "--robots", action="store_true", help="遵守 robots.txt，不许访问的链接记为未检查；默认不看它"
    )
    parser.add_argument("--csv", metavar="FILE", help="把每个链接一行写成表格文件；- 为写到标准输出")
    parser.add_argument(
        "--allow-private", action="store_true", help="起始页是内网或本机地址时，允许访问这一类地址"
    )
    add_json(parser)


@verb("links", summary="检查一个网站的链接，不需要批次文件", arguments=_arguments)
def links(arguments: Namespace) -> int:
    request = _request(arguments)
    collect_rarely()
    with _progress_line() as announce:
        report = check_links(request, as_of=date.today(), announce=announce)
    _tell(report, arguments)
    if not report.is_whole:
        complain("已停止，以上只是停止前查到的链接。")
        return STOPPED_STATUS
    return 1 if _FOUND & report.summary.keys() else 0


def _tell(report: LinkCheckReport, arguments: Namespace) -> None:
    form = csv_lines if arguments.csv == "-" else json_lines if arguments.json else summary_lines
    for line in form(report):
        say(line)
    if arguments.csv and arguments.csv != "-":
        write_csv(report, Path(arguments.csv))


def _request(arguments: Namespace) -> LinkCheckRequest:
    if arguments.json and arguments.csv == "-":
        raise WrongUseError("--json 和 --csv - 都写到标准输出，只能选一个；--csv 后写文件名就可以同时用。")
    if arguments.csv and arguments.csv != "-":
        refuse_loss(Path(arguments.csv))
    for name, least in _LEAST.items():
        given = getattr(arguments, name)
        if given is not None and not given >= least:
            raise WrongUseError(f"--{name.replace('_', '-')} 不能小于 {least}，请改正后重试。")
    default = FetchPolicy()
    return LinkCheckRequest(
        url=arguments.url,
        max_depth=arguments.depth,
        max_pages=arguments.max_pages,
        may_be_private=arguments.allow_private,
        policy=FetchPolicy(
            per_host=arguments.per_host,
            rate_per_host=arguments.rate,
            retries=arguments.retries,
            retry_delay_s=arguments.retry_delay,
            timeout_s=arguments.timeout,
            slow_s=arguments.timeout,
            total_timeout_s=max(arguments.timeout, default.total_timeout_s),
            obeys_robots=arguments.robots,
            most_alike=arguments.most_alike,
            browser=_browser() if arguments.browser else (),
        ),
    )


def _browser() -> tuple[str, ...]:
    """Raises WrongUseError where there is none: who asks for it should know that it was not done."""
    command = browser_command()
    if not command:
        raise WrongUseError("这台电脑没有浏览器内核（PySide6 的 WebEngine），请去掉 --browser 后重试。")
    return command


@contextmanager
def _progress_line() -> Iterator[Callable[[LinkCheckState], None]]:
    """One line on standard error that keeps up with the check, where somebody is looking."""
    console = side_console()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("打开起始页", total=None)

        def announce(state: LinkCheckState) -> None:
            if progress.disable:
                return
            progress.update(
                task,
                description=f"已读 {state.pages} 页 · 已查 {state.done}/{state.known} 个链接 · 打不开 {state.dead}",
            )

        yield announce
