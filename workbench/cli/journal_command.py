"""`workbench journal`: who did what, when, and what stood there before."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import add_json, add_workspace
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.operations.find_subject import find_subject
from workbench.operations.journal_rows import JournalRow, journal_rows
from workbench.storage.workspace import Workspace

_USUALLY = 50


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", metavar="CODE", help="只看这个对象")
    parser.add_argument(
        "--limit", type=int, default=_USUALLY, metavar="N", help=f"最近多少条，默认 {_USUALLY}"
    )
    add_json(parser)


@verb("journal", summary="变更记录：谁在什么时候改了什么，原来是什么", arguments=_arguments)
def journal(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject_id = find_subject(workspace, arguments.subject).id if arguments.subject else None
        rows = journal_rows(workspace, limit=max(1, arguments.limit), subject_id=subject_id)
    if arguments.json:
        say_json([_plain(row) for row in rows])
        return 0
    for row in rows:
        say(row.in_words())
    if not rows:
        say("还没有任何记录。")
    return 0


def _plain(row: JournalRow) -> dict[str, str]:
    return {
        "at": row.at.isoformat(),
        "inspector": row.inspector,
        "subject": row.subject,
        "kind": row.kind,
        "change": row.change,
        "told": row.told,
        "why": row.why,
    }
