"""`workbench visit`: visit home pages a number of times and log whether they open."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from workbench.cli.arguments import add_workspace
from workbench.cli.one_bar import one_bar
from workbench.cli.output import say
from workbench.cli.stop_signals import STOPPED_STATUS, stop_signals
from workbench.cli.verb import verb
from workbench.domain.home_visit import VISIT_STATE_WORDS, VisitState
from workbench.domain.subject import Subject
from workbench.domain.visit_share import VisitShare
from workbench.operations.visit_homes import Announce, VisitRequest, visit_homes
from workbench.settings.options import load_options
from workbench.storage.workspace import Workspace
from workbench.views.visit_log import VISITS_A_DAY


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--times", type=int, default=1, metavar="N", help="访问几轮，默认 1")
    parser.add_argument(
        "--every", type=float, default=60.0, metavar="SECONDS", help="每隔多少秒开始一轮（默认 %(default)g）"
    )
    parser.add_argument(
        "--subject", metavar="CODE", action="append", default=[], help="只访问这个对象；可写多次"
    )


@verb("visit", summary="访问首页若干次，记下能否打开", arguments=_arguments)
def visit(arguments: Namespace) -> int:
    request = VisitRequest(times=arguments.times, every_s=arguments.every, subjects=tuple(arguments.subject))
    with Workspace.open(arguments.workspace) as workspace, stop_signals() as stops, _bar() as announce:
        summary = visit_homes(
            workspace, request, options=load_options(), announce=announce, should_stop=lambda: bool(stops)
        )
    for subject, share in summary.shares:
        say(_line(subject, share))
    state = "访问完成" if summary.is_finished else "已停止"
    say(
        f"{state}，每一次都已记下。连续7天每天间隔访问{VISITS_A_DAY}次以上才能下结论，由 workbench check 按全部记录判断。"
    )
    return 0 if summary.is_finished else STOPPED_STATUS


def _line(subject: Subject, share: VisitShare) -> str:
    void = f"，作废 {share.void} 次" if share.void else ""
    return (
        f"{subject.name}：打开 {share.opened} 次，打不开 {share.failed} 次{void}，失败比例 {share.in_words()}"
    )


@contextmanager
def _bar() -> Iterator[Announce]:
    """One bar over all visits; what did not open is told at once."""
    with one_bar("次") as bar:

        def announce(event: Mapping[str, object]) -> None:
            if event["event"] == "started":
                bar.begin("开始访问", total=int(str(event["subjects"])) * int(str(event["times"])))
                return
            state = VisitState(str(event["state"]))
            words = f"第 {event['round']}/{event['times']} 轮　{event['name']}　{VISIT_STATE_WORDS[state]}"
            bar.show(words, further=1)
            if state is not VisitState.OK:
                bar.remark(f"{words}：{event['reason']}")

        yield announce
