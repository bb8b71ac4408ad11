"""`workbench recheck`: check one link, one page or one subject again."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from workbench.cli.arguments import add_workspace
from workbench.cli.check_progress import progress_bar
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.find_subject import find_subject
from workbench.operations.recheck_part import (
    RecheckedThing,
    recheck_link,
    recheck_page,
    recheck_subject,
)
from workbench.settings.options import load_options
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="对象编号")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--link", metavar="URL", help="只复查这一个链接")
    part.add_argument("--page", metavar="URL", help="只复查这一个页面和上面的链接；都不写则复查整个对象")


@verb("recheck", summary="复查一个链接、一个页面或一个对象", arguments=_arguments)
def recheck(arguments: Namespace) -> int:
    options = load_options()
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        if arguments.link:
            things = recheck_link(workspace, subject=subject, url=arguments.link, options=options)
        elif arguments.page:
            things = recheck_page(workspace, subject=subject, url=arguments.page, options=options)
        else:
            with progress_bar() as announce:
                things = recheck_subject(workspace, subject=subject, options=options, announce=announce)
    _tell(things, tells_all=not arguments.page)
    return 0


def _tell(things: Sequence[RecheckedThing], *, tells_all: bool) -> None:
    """Of a page only what has changed is told one by one."""
    changed = [thing for thing in things if thing.has_changed]
    for thing in things if tells_all else changed:
        say(thing.name)
        say(f"  之前：{thing.before}")
        say(f"  现在：{thing.now}")
    same = len(things) - len(changed)
    if not tells_all:
        say(f"复查 {len(things)} 项：{len(changed)} 项有变化，{same} 项与之前相同。")
    elif not changed:
        say("与之前相同。")
