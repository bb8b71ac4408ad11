"""`workbench draw`: draw the sample with a public seed."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting_lead, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.draw_sample import draw_sample, protocol_text, read_share
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--share", default="20%", help="不低于的比例，例如 20%%（默认）")
    parser.add_argument("--seed", type=int, required=True, help="种子：同一份台账和种子总是抽出同一份名单")
    add_by(parser)


@verb("draw", summary="抽样：按比例、分层、可重现", arguments=_arguments)
def draw(arguments: Namespace) -> int:
    share = read_share(arguments.share)
    with Workspace.open(arguments.workspace) as workspace:
        result = draw_sample(
            workspace, share=share, seed=arguments.seed, by=acting_lead(arguments, workspace)
        )
        title = workspace.campaign.name
    say(protocol_text(result, title=title).rstrip("\n"))
    return 0
