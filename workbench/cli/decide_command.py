"""`workbench decide`: confirm or dismiss what the checks propose."""

from argparse import ArgumentParser, Namespace

from workbench.cli.arguments import acting, add_by, add_workspace
from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.domain.decision import DECISION_WORDS, DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.place import normalise_place
from workbench.errors import WrongUseError
from workbench.operations.decide_finding import decide_finding
from workbench.operations.find_subject import find_subject
from workbench.operations.score_campaign import score_one
from workbench.storage.workspace import Workspace

_OUTCOMES = {"confirm": DecisionOutcome.CONFIRMED, "dismiss": DecisionOutcome.DISMISSED}


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="对象编号")
    parser.add_argument(
        "--outcome", choices=sorted(_OUTCOMES), help="confirm 确认，dismiss 不成立；不写则列出待确认的"
    )
    parser.add_argument("--place", metavar="URL", help="只处理这个位置的")
    parser.add_argument("--rule", metavar="RULE", help="只处理这条细则的")
    parser.add_argument("--reason", default="", metavar="TEXT", help="不成立的理由")
    add_by(parser)


@verb("decide", summary="确认或排除自动检查提出的疑似问题", arguments=_arguments)
def decide(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        standing = score_one(workspace, subject)
        decided = {decision.finding_id for decision in standing.decisions}
        waiting = [f for f in standing.findings if f.is_proposal and f.is_seen and f.id not in decided]
        chosen = [finding for finding in waiting if _is_meant(finding, arguments)]
        if arguments.outcome is None:
            for finding in chosen:
                say(f"{finding.rule or '无细则'}　{finding.place}　{finding.excerpt}")
            say(f"{len(chosen)} 处疑似问题待确认。")
            return 0
        if not chosen:
            raise WrongUseError("没有符合条件的待确认问题；不写 --outcome 可以列出全部。")
        outcome = _OUTCOMES[arguments.outcome]
        by = acting(arguments)
        for finding in chosen:
            decide_finding(workspace, finding=finding, outcome=outcome, by=by, reason=arguments.reason)
    say(f"已保存：{subject.name} · {DECISION_WORDS[outcome]} {len(chosen)} 处。")
    return 0


def _is_meant(finding: Finding, arguments: Namespace) -> bool:
    if arguments.rule is not None and finding.rule != arguments.rule:
        return False
    return arguments.place is None or normalise_place(finding.place) == normalise_place(arguments.place)
