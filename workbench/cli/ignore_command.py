"""`workbench ignore`: ignore a problem until a day, list what is ignored, end an ignore."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date

from workbench.cli.arguments import acting, acting_lead, add_by, add_json, add_workspace, read_day
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.domain.ignore import IGNORE_SCOPE_WORDS, Ignore, IgnoreScope
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.operations.ignore_problem import add_ignore, end_ignore, find_ignore, what_in_words
from workbench.operations.list_ignores import EVERY_SUBJECT
from workbench.storage.workspace import Workspace

_SHOWN_DIGITS = 8


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("act", choices=["add", "list", "end"], help="新增、列出、提前结束")
    parser.add_argument("id", nargs="?", metavar="ID", help="end：忽略的编号，写前几位即可")
    parser.add_argument("--subject", metavar="CODE", help="add：只对这个对象；不写则对全部对象（仅组长）")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", metavar="NAME", help="add：忽略这项检查发现的问题，例如 dead-links")
    what.add_argument("--outcome", metavar="NAME", help="add：忽略这一类链接，例如 dead、timed-out")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--link", metavar="URL", help="add：只这一个网址")
    where.add_argument("--host", metavar="HOST", help="add：这台主机上的所有网址")
    where.add_argument("--prefix", metavar="URL", help="add：以此开头的网址；都不写则为整个对象")
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="add：理由，会列入每份报告；end：为何结束"
    )
    parser.add_argument("--until", metavar="DATE", help="add：有效到哪一天（含当天），例如 2026-12-31")
    add_by(parser)
    add_json(parser)


@verb("ignore", summary="在一段时间内忽略问题，列入每份报告", arguments=_arguments)
def ignore(arguments: Namespace) -> int:
    acts: dict[str, Callable[[Namespace, Workspace], None]] = {"add": _add, "list": _list, "end": _end}
    with Workspace.open(arguments.workspace) as workspace:
        acts[arguments.act](arguments, workspace)
    return 0


def _add(arguments: Namespace, workspace: Workspace) -> None:
    what = arguments.check or arguments.outcome
    if not what or not arguments.until:
        raise WrongUseError("请写明忽略什么（--check 或 --outcome）和有效到哪一天（--until）。")
    subject = find_subject(workspace, arguments.subject) if arguments.subject else None
    scope, target = _where(arguments)
    added = add_ignore(
        workspace,
        subject=subject,
        what=what,
        scope=scope,
        target=target,
        reason=arguments.reason,
        until=read_day(arguments.until),
        by=acting(arguments) if subject else acting_lead(arguments, workspace),
    )
    if arguments.json:
        say_json(_document(added, subject.code if subject else ""))
        return
    say(f"已忽略（编号 {_short(added)}）：{_in_words(added, subject.name if subject else EVERY_SUBJECT)}。")


def _where(arguments: Namespace) -> tuple[IgnoreScope, str]:
    given = {
        IgnoreScope.LINK: arguments.link,
        IgnoreScope.HOST: arguments.host,
        IgnoreScope.PREFIX: arguments.prefix,
    }
    return next(((scope, text) for scope, text in given.items() if text), (IgnoreScope.SUBJECT, ""))


def _list(arguments: Namespace, workspace: Workspace) -> None:
    subjects = {subject.id: subject for subject in workspace.subjects()}
    wanted = find_subject(workspace, arguments.subject).id if arguments.subject else None
    held = [each for each in workspace.ignores() if wanted is None or each.subject_id in (None, wanted)]
    held.sort(key=lambda each: (not each.holds_on(date.today()), each.until, each.id))
    if arguments.json:
        codes = {subject.id: subject.code for subject in subjects.values()}
        say_json(
            [_document(each, codes.get(each.subject_id, "") if each.subject_id else "") for each in held]
        )
        return
    for each in held:
        subject = subjects.get(each.subject_id) if each.subject_id else None
        state = "" if each.holds_on(date.today()) else "　已到期，重新计入"
        say(f"{_short(each)}　{_in_words(each, subject.name if subject else EVERY_SUBJECT)}{state}")
    if not held:
        say("没有忽略任何问题。")


def _end(arguments: Namespace, workspace: Workspace) -> None:
    if not arguments.id:
        raise WrongUseError("请写明要结束哪一条，编号见 ignore list。")
    found = find_ignore(workspace, arguments.id)
    end_ignore(workspace, found, by=acting(arguments), why=arguments.reason)
    if arguments.json:
        codes = {subject.id: subject.code for subject in workspace.subjects()}
        say_json(
            _document(found, codes.get(found.subject_id, "") if found.subject_id else "") | {"holds": False}
        )
        return
    say(f"已结束忽略 {_short(found)}，相关问题重新计入。")


def _short(held: Ignore) -> str:
    return held.id.hex[:_SHOWN_DIGITS]


def _in_words(held: Ignore, name: str) -> str:
    where = " ".join(part for part in (IGNORE_SCOPE_WORDS[held.scope], held.target) if part)
    until = f"有效到 {held.until}"
    return " · ".join((name, what_in_words(held), where, until, f"理由：{held.reason}", held.inspector))


def _document(held: Ignore, code: str) -> dict[str, object]:
    return {
        "id": str(held.id),
        "subject": code,
        "check": held.check,
        "outcome": held.outcome,
        "scope": held.scope,
        "target": held.target,
        "reason": held.reason,
        "by": held.inspector,
        "until": held.until.isoformat(),
        "holds": held.holds_on(date.today()),
    }
