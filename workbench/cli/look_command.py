"""`workbench look`: look at home pages in the browser engine, for advice."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.domain.subject import Subject
from workbench.fetch.looked_page import LookedPage
from workbench.operations.look_at_homes import look_at_homes
from workbench.settings.options import load_options
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument(
        "--subject",
        action="append",
        default=[],
        metavar="CODE",
        help="只看这个对象，可重复；不写则看全部网站",
    )
    add_by(parser)


@verb("look", summary="用浏览器内核查看首页：加载、手机宽度、适老化入口，只作建议", arguments=_arguments)
def look(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        summary = look_at_homes(
            workspace, codes=arguments.subject, options=load_options(), by=acting(arguments), told=_tell
        )
    say(f"看了 {summary.subjects} 个首页，提出 {summary.found} 条建议，{summary.problems} 个没有看成。")
    return 0


def _tell(subject: Subject, page: LookedPage) -> None:
    if page.problem:
        say(f"{subject.name}：{page.problem}")
    else:
        say(f"{subject.name}：{page.load_s:.1f} 秒，手机宽度下宽出 {page.overflow_px} 像素")
