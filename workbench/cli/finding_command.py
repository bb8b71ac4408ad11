"""`workbench finding`: add a confirmed finding."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.find_subject import find_subject
from workbench.operations.record_finding import add_finding, counts_with
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="对象编号")
    parser.add_argument("--rule", required=True, help="细则编号，例如 U2.home")
    parser.add_argument("--count", type=int, default=1, help="数量，默认 1")
    parser.add_argument("--place", default="", metavar="URL", help="位置，多为网址")
    parser.add_argument("--note", default="", metavar="TEXT", help="说明")
    parser.add_argument("--element", default="", metavar="TEXT", help="缺少的要素，例如 办理地点")
    add_by(parser)


@verb("finding", summary="记一个问题", arguments=_arguments)
def finding(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        saved = add_finding(
            workspace,
            subject=subject,
            rule=arguments.rule,
            count=arguments.count,
            by=acting(arguments),
            place=arguments.place,
            note=arguments.note,
            element=arguments.element,
        )
        is_same = counts_with(workspace, saved)
    say(f"已保存：{subject.name} · {saved.rule} · {saved.count}处。")
    if is_same:
        say("同一位置已记过同样的问题，评分时合为一处，按较大的数量计。")
    return 0
