"""`workbench warnings`: what comes near a veto while there is still time."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import add_json, add_workspace
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.operations.find_subject import find_subject
from workbench.operations.warn_early import campaign_warnings, subject_warnings
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", metavar="CODE", help="只看这个对象")
    add_json(parser)


@verb("warnings", summary="预警：快到更新时限的首页和栏目，累计接近否决线的问题", arguments=_arguments)
def warnings(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        if arguments.subject:
            subject = find_subject(workspace, arguments.subject)
            found = tuple((subject, each) for each in subject_warnings(workspace, subject))
        else:
            found = campaign_warnings(workspace)
    if arguments.json:
        say_json(
            [
                {
                    "subject": subject.code,
                    "name": subject.name,
                    "kind": each.kind,
                    "place": each.place,
                    "reached": each.reached,
                    "limit": each.limit,
                    "words": each.words,
                }
                for subject, each in found
            ]
        )
        return 0
    for subject, each in found:
        say(f"{subject.name}（{subject.code}）：{each.words}")
    if not found:
        say("没有接近否决线的情况。")
    return 0
