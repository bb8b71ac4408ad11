"""`workbench verdict`: answer an indicator, or pass the rest."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.domain.verdict import OUTCOME_WORDS, Outcome
from workbench.errors import WrongUseError
from workbench.operations.find_subject import find_subject
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.storage.workspace import Workspace

_CHOICES = [outcome.value for outcome in Outcome if outcome is not Outcome.NOT_CHECKED]


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="对象编号")
    parser.add_argument("--indicator", metavar="CODE", help="指标编号")
    parser.add_argument("--outcome", choices=_CHOICES, help="判定")
    parser.add_argument("--rest", choices=["pass"], help="其余未判定的指标一律通过")
    parser.add_argument("--note", default="", metavar="TEXT", help="说明")
    add_by(parser)


@verb("verdict", summary="判定一项指标", arguments=_arguments)
def verdict(arguments: Namespace) -> int:
    if (arguments.indicator is None) != (arguments.outcome is None):
        raise WrongUseError("--indicator 和 --outcome 要一起写。")
    if arguments.indicator is None and arguments.rest is None:
        raise WrongUseError("请写 --indicator 和 --outcome，或写 --rest pass。")
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        by = acting(arguments)
        if arguments.indicator is not None:
            outcome = Outcome(arguments.outcome)
            record_verdict(
                workspace,
                subject=subject,
                indicator=arguments.indicator,
                outcome=outcome,
                by=by,
                note=arguments.note,
            )
            say(f"已保存：{subject.name} · {arguments.indicator} · {OUTCOME_WORDS[outcome]}。")
        if arguments.rest is not None:
            passed = pass_the_rest(workspace, subject=subject, by=by)
            say(f"已保存：{subject.name} · 其余{len(passed)}项通过。")
    return 0
