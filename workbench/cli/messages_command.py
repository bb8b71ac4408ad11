"""`workbench messages`: the figures of citizens' messages and the overdue list."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table

from workbench.cli.arguments import add_json, add_workspace, read_day
from workbench.cli.output import console, say, say_json
from workbench.cli.verb import verb
from workbench.clocks.message_clock import TIMING_WORDS, MessageReading, Timing
from workbench.clocks.message_figures import MessageFigures, MessageSpan
from workbench.clocks.message_platforms import platform_named
from workbench.domain.message import MESSAGE_STATE_WORDS
from workbench.operations.find_subject import find_subject
from workbench.operations.message_book import MessageBook, export_messages, read_message_book, span_of
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", metavar="CODE", help="只看这个网站的留言")
    parser.add_argument("--platform", metavar="NAME", help="只看这个平台的留言，如 找错、领导信箱")
    parser.add_argument("--from", dest="first", metavar="DATE", help="统计期第一天（按留言时间），默认一年前")
    parser.add_argument("--to", dest="last", metavar="DATE", help="统计期最后一天，默认截止日")
    parser.add_argument("--as-of", metavar="DATE", help="截止日，默认监测时间点")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="另存统计期内的留言为 xlsx")
    add_json(parser)


@verb("messages", summary="留言办理情况：按期、逾期、超过3个月，逾期清单", arguments=_arguments)
def messages(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject) if arguments.subject else None
        book = read_message_book(workspace, as_of=_day(arguments.as_of))
    platform = platform_named(arguments.platform).id if arguments.platform else ""
    book = book.narrowed(subject_id=subject.id if subject else None, platform=platform)
    span = span_of(_day(arguments.first), _day(arguments.last), as_of=book.as_of)
    if arguments.output is not None:
        held = [reading for reading in book.readings if span.holds(reading.message.received)]
        export_messages(book, held, arguments.output)
    if arguments.json:
        say_json(_document(book, span))
    else:
        _print(book, span)
    return 0


def _day(text: str | None) -> date | None:
    return read_day(text) if text else None


def _document(book: MessageBook, span: MessageSpan) -> dict[str, object]:
    found = book.figures(span)
    return {
        "from": span.first,
        "to": span.last,
        "as_of": found.as_of,
        "received": found.received,
        "timings": {timing.value: found.count(timing) for timing in Timing if timing is not Timing.LATER},
        "states": {state.value: found.states.get(state, 0) for state in MESSAGE_STATE_WORDS},
        "perfunctory": found.perfunctory,
        "rates": [{"label": rate.label, "part": rate.part, "whole": rate.whole} for rate in found.rates],
        "remarks": list(found.remarks),
        "overdue": [_plain(book, reading) for reading in book.overdue(span)],
    }


def _plain(book: MessageBook, reading: MessageReading) -> dict[str, object]:
    message = reading.message
    subject = book.subjects.get(message.subject_id)
    return {
        "unit": book.unit_of(reading),
        "subject": subject.code if subject else "",
        "platform": reading.platform_name,
        "number": message.number,
        "received": message.received,
        "due": reading.due,
        "timing": reading.timing.value,
    }


def _print(book: MessageBook, span: MessageSpan) -> None:
    found = book.figures(span)
    if not found.received and not found.count(Timing.INVALID):
        say(f"{span.in_words()} 没有留言；请用 workbench import 导入留言表，或在窗口的“留言”页填写汇总数。")
    else:
        _print_figures(found)
    for remark in found.remarks:
        say(f"注意：{remark}")
    overdue = book.overdue(span)
    if overdue:
        console().print(_table(book, overdue))


def _print_figures(found: MessageFigures) -> None:
    parts = "，".join(
        f"{word} {found.count(timing)}" for timing, word in TIMING_WORDS.items() if found.count(timing)
    )
    states = "，".join(
        f"{word} {found.states[state]}"
        for state, word in MESSAGE_STATE_WORDS.items()
        if found.states.get(state)
    )
    say(f"{found.span.in_words()} 收到有效留言 {found.received} 条（截至 {found.as_of}）。")
    say(f"计时：{parts}。")
    say(f"状态：{states}。答复敷衍 {found.perfunctory} 条。")
    say("；".join(f"{rate.label} {rate.shown()}" for rate in found.rates) + "。")


def _table(book: MessageBook, overdue: tuple[MessageReading, ...]) -> Table:
    table = Table(title="逾期未办结的留言", box=SIMPLE_HEAD)
    for heading in ("承办单位", "平台", "编号", "留言时间", "到期日", "办理情况"):
        table.add_column(heading, overflow="fold")
    for reading in overdue:
        message = reading.message
        table.add_row(
            book.unit_of(reading),
            reading.platform_name,
            message.number,
            str(message.received),
            str(reading.due or "不详"),
            TIMING_WORDS[reading.timing],
        )
    return table
