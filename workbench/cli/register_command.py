"""`workbench register`: hold the register of a campaign against the rules of who may run what."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import add_json, add_workspace
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.operations.judge_register import judge_register
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    add_json(parser)


@verb("register", summary="按开办规范核对台账：一个单位多个网站、已撤销机构的名称等", arguments=_arguments)
def register(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        seen = judge_register(workspace)
    if arguments.json:
        say_json(
            [
                {
                    "aspect": each.aspect,
                    "place": each.place,
                    "excerpt": each.excerpt,
                    "proof": dict(each.proof),
                }
                for each in seen
            ]
        )
        return 0
    for each in seen:
        say(each.excerpt)
    say(f"台账核对完毕，{len(seen)} 处需要处理。" if seen else "台账核对完毕，没有发现不合开办规范的地方。")
    return 0
