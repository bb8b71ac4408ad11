"""`workbench new`: start a campaign."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.arguments import acting, add_by, read_day
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.create_campaign import create_campaign


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("workspace", metavar="WS", type=Path, help="要新建的批次文件（*.inspection）")
    parser.add_argument(
        "--standard", required=True, metavar="ID", help="指标体系，例如 national-2019，或一个 .toml 文件"
    )
    parser.add_argument("--period", required=True, help="检查周期，例如 2026Q4")
    parser.add_argument("--as-of", required=True, metavar="DATE", help="监测时间点，例如 2026-11-20")
    parser.add_argument("--unit", default="", help="开展检查的单位")
    add_by(parser)


@verb("new", summary="新建批次", arguments=_arguments)
def new(arguments: Namespace) -> int:
    with create_campaign(
        arguments.workspace,
        standard_id=arguments.standard,
        period=arguments.period,
        as_of=read_day(arguments.as_of),
        lead=acting(arguments),
        unit=arguments.unit,
    ) as workspace:
        campaign, title = workspace.campaign, workspace.standard.title
    say(f"已新建“{campaign.name}”，指标为《{title}》，组长是{campaign.lead}。")
    return 0
