"""`workbench silence`: why a column has nothing to publish: put it on record, list, end, carry over."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from workbench.cli.arguments import acting, add_by, add_json, add_workspace, read_day
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.errors import WrongUseError
from workbench.operations.find_column import find_column
from workbench.operations.find_subject import find_subject
from workbench.operations.record_silence import carry_silences, end_silence, find_silence, record_silence
from workbench.operations.silent_columns import SilenceRow, silence_rows
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument(
        "act", choices=["add", "list", "end", "carry"], help="登记或续期、列出、结束、沿用上一轮"
    )
    parser.add_argument("--subject", metavar="CODE", help="哪个对象")
    parser.add_argument("--column", metavar="URL", help="哪个栏目：网址或名称")
    parser.add_argument("--reason", default="", metavar="TEXT", help="add：没有更新的理由；end：为何结束")
    parser.add_argument("--proof", default="", metavar="TEXT", help="add：依据，文号、网址或说明的出处")
    parser.add_argument("--until", metavar="DATE", help="add：有效到哪一天（含当天），最长一年")
    parser.add_argument("--from", dest="previous", metavar="WS", type=Path, help="carry：上一轮的批次文件")
    add_by(parser)
    add_json(parser)


@verb("silence", summary="登记栏目的无更新说明（理由、依据、有效期），列入每份报告", arguments=_arguments)
def silence(arguments: Namespace) -> int:
    acts: dict[str, Callable[[Namespace, Workspace], None]] = {
        "add": _add,
        "list": _list,
        "end": _end,
        "carry": _carry,
    }
    with Workspace.open(arguments.workspace) as workspace:
        acts[arguments.act](arguments, workspace)
    return 0


def _add(arguments: Namespace, workspace: Workspace) -> None:
    if not arguments.until:
        raise WrongUseError("请用 --until 写明有效到哪一天，例如 2026-12-31。")
    column = find_column(
        workspace, find_subject(workspace, _needed(arguments.subject)), _needed(arguments.column)
    )
    saved = record_silence(
        workspace,
        column,
        reason=arguments.reason,
        proof=arguments.proof,
        until=read_day(arguments.until),
        by=acting(arguments),
    )
    if arguments.json:
        row = next(row for row in silence_rows(workspace) if row.silence.id == saved.id)
        say_json(_document(row))
        return
    say(f"已登记“{column.name}”的无更新说明，有效至{saved.until}。")


def _list(arguments: Namespace, workspace: Workspace) -> None:
    wanted = find_subject(workspace, arguments.subject).id if arguments.subject else None
    rows = silence_rows(workspace, subject_id=wanted)
    if arguments.json:
        say_json([_document(row) for row in rows])
        return
    for row in rows:
        say(row.words)
    if not rows:
        say("没有登记无更新说明。")


def _end(arguments: Namespace, workspace: Workspace) -> None:
    column = find_column(
        workspace, find_subject(workspace, _needed(arguments.subject)), _needed(arguments.column)
    )
    ended = find_silence(workspace, column)
    row = next(row for row in silence_rows(workspace) if row.silence.id == ended.id)
    end_silence(workspace, ended, by=acting(arguments), why=arguments.reason)
    if arguments.json:
        say_json(_document(row) | {"holds": False})
        return
    say(f"已结束“{column.name}”的无更新说明，未更新和空白重新计入。")


def _carry(arguments: Namespace, workspace: Workspace) -> None:
    if arguments.previous is None:
        raise WrongUseError("请用 --from 写明上一轮的批次文件。")
    told = carry_silences(workspace, arguments.previous, by=acting(arguments))
    if arguments.json:
        parts = {
            "carried": told.carried,
            "expired": told.expired,
            "missing": told.missing,
            "known": told.known,
        }
        say_json({part: [_document(row) for row in rows] for part, rows in parts.items()})
        return
    say(f"沿用 {len(told.carried)} 条无更新说明。")
    for title, rows in (
        ("已到期，请续期或恢复更新", told.expired),
        ("本轮台账里没有这个栏目", told.missing),
        ("本轮已经登记", told.known),
    ):
        for row in rows:
            say(f"  {title}：{row.name} · {row.column}")


def _needed(text: str | None) -> str:
    if not text:
        raise WrongUseError("请用 --subject 和 --column 写明是哪个对象的哪个栏目。")
    return text


def _document(row: SilenceRow) -> dict[str, object]:
    held = row.silence
    return {
        "subject": row.code,
        "column": row.column,
        "url": row.url,
        "reason": held.reason,
        "proof": held.proof,
        "until": held.until.isoformat(),
        "by": held.inspector,
        "holds": row.holds,
    }
