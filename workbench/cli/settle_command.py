"""`workbench settle`: settle a dispute by keeping one side's answer."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting_lead, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.domain.answer import Answer
from workbench.domain.judgement import Judgement
from workbench.domain.verdict import OUTCOME_WORDS
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.operations.score_campaign import SubjectStanding, score_one
from workbench.operations.settle_dispute import settle_dispute
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="对象编号")
    parser.add_argument("--indicator", required=True, metavar="CODE", help="指标编号")
    parser.add_argument("--keep", required=True, metavar="NAME", help="以哪位检查员的判定为准")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="裁定理由")
    add_by(parser)


@verb("settle", summary="裁定争议", arguments=_arguments)
def settle(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        judgement = _disputed(score_one(workspace, subject), arguments.indicator)
        side = _side_of(judgement, arguments.keep)
        settlement = settle_dispute(
            workspace,
            subject=subject,
            judgement=judgement,
            outcome=side.outcome,
            charges=side.charges,
            by=acting_lead(arguments, workspace),
            reason=arguments.reason,
        )
    say(f"已裁定：{subject.name} · {settlement.indicator} · {OUTCOME_WORDS[settlement.outcome]}。")
    return 0


def _disputed(standing: SubjectStanding, indicator: str) -> Judgement:
    judgement = standing.judgements.get(indicator)
    if judgement is None or not judgement.is_disputed:
        waiting = "、".join(each.indicator for each in standing.open_disputes) or "没有"
        raise WrongUseError(f"指标“{indicator}”没有争议；这个对象待裁定的指标：{waiting}。")
    return judgement


def _side_of(judgement: Judgement, name: str) -> Answer:
    sides = [answer for answer in judgement.answers if answer.inspector == name.strip()]
    if len(sides) != 1:
        names = "、".join(sorted({answer.inspector for answer in judgement.answers}))
        raise WrongUseError(f"判定过这项指标的是：{names}；请在窗口中裁定，或在其中选一位。")
    return sides[0]
