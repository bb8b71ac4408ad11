"""`workbench score`: every subject's score, or the derivation of one."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from workbench.cli.arguments import add_json, add_workspace
from workbench.cli.output import console, say_json
from workbench.cli.ranked_table import print_ranked
from workbench.cli.verb import verb
from workbench.domain.decision import DecisionOutcome
from workbench.domain.score import Score, TraceLine, VetoLine, shown_number
from workbench.errors import WrongUseError
from workbench.operations.score_campaign import SubjectStanding, score_campaign
from workbench.operations.write_report import model_of
from workbench.reports.report_model import IgnoredRow
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    add_json(parser)
    parser.add_argument(
        "--explain", metavar="CODE", help="逐条说明这个对象的得分从何而来；与 --json 同用时只打印这个对象"
    )


@verb("score", summary="评分", arguments=_arguments)
def score(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        standings = score_campaign(workspace)
        model = model_of(workspace)
    code = arguments.explain
    chosen = [s for s in standings if code in (None, s.subject.code)]
    if code is not None and not chosen:
        raise WrongUseError(f"台账里没有编号“{code}”的对象，请核对后重试。")
    if arguments.json:
        say_json([_plain(s) for s in sorted(chosen, key=lambda s: s.subject.code)])
    elif code is not None:
        _explain(chosen[0], [row for row in model.ignored if row.code in ("", code)])
    else:
        print_ranked(model, console())
    return 0


def _plain(standing: SubjectStanding) -> dict[str, Any]:
    found = standing.score
    return {
        "code": standing.subject.code,
        "name": standing.subject.name,
        "score": _number(found.number),
        "low": _number(found.low),
        "high": _number(found.high),
        "result": found.result.value,
        "veto": [_plain_veto(line) for line in found.vetoes],
        "warnings": [_plain_veto(line) for line in found.warnings],
        "trace": [_plain_line(line, standing) for line in found.trace],
        "unverified": list(found.unverified),
        "unanswered": list(found.unanswered),
        "disputed": list(found.disputed),
        "open_proposals": found.open_proposals,
    }


def _number(value: Decimal | None) -> int | float | None:
    """As a JSON number: exact to the two places people see."""
    if value is None:
        return None
    text = shown_number(value)
    return float(text) if "." in text else int(text)


def _plain_veto(line: VetoLine) -> dict[str, Any]:
    return {
        "indicator": line.indicator,
        "rule": line.rule,
        "name": line.name,
        "when": line.when,
        "count": line.count,
        "places": list(line.places),
    }


def _plain_line(line: TraceLine, standing: SubjectStanding) -> dict[str, Any]:
    return {
        "findings": _findings_under(line.rule, standing),
        "indicator": line.indicator,
        "rule": line.rule,
        "when": line.when,
        "count": line.count,
        "places": list(line.places),
        "price": None if line.unit_price is None else str(line.unit_price),
        "amount": str(line.amount),
        "cap": None if line.cap is None else str(line.cap),
        "clause": line.clause,
        "certainty": line.certainty.value,
        "reason": line.reason,
    }


def _findings_under(rule: str, standing: SubjectStanding) -> list[str]:
    """The ids of what people hold under the rule: their own findings, and proposals confirmed or changed to it."""
    proposed = {finding.id: finding.rule for finding in standing.findings if finding.is_proposal}
    own = {finding.id for finding in standing.findings if not finding.is_proposal and finding.rule == rule}
    decided = {
        decision.finding_id
        for decision in standing.decisions
        if decision.outcome is not DecisionOutcome.DISMISSED
        and (decision.rule or proposed.get(decision.finding_id, "")) == rule
    }
    return sorted(str(finding) for finding in own | decided)


def _explain(standing: SubjectStanding, held_back: Sequence[IgnoredRow]) -> None:
    out = console()
    found = standing.score
    number = f"{shown_number(found.number)} 分，" if found.number is not None else ""
    out.print(f"{standing.subject.name}（{standing.subject.code}）：{number}{found.result.value}")
    for veto in found.vetoes:
        out.print(f"  否决：{veto.rule} {veto.when}")
    for warning in found.warnings:
        out.print(f"  提醒：{warning.rule} {warning.when}（条款未核实，不作否决）")
    if found.trace:
        out.print(_trace_table(found))
    for step in found.steps:
        out.print(f"  {step}")
    for distance in found.distances:
        out.print(f"  {distance.label} {shown_number(distance.have)}/{shown_number(distance.need)}")
    if found.unanswered:
        out.print(f"  未判定：{'、'.join(found.unanswered)}")
    for row in held_back:
        where = "　".join(part for part in (row.scope, row.target) if part)
        out.print(f"  不计：{row.what}　{where}　有效至{row.until}　理由：{row.reason}　{row.by}")


def _trace_table(found: Score) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for heading in ("细则", "情形", "数量", "单价", "扣（加）分", "说明"):
        table.add_column(heading, overflow="fold")
    for line in found.trace:
        price = "未核实" if line.unit_price is None else shown_number(line.unit_price)
        note = "；".join(part for part in (line.reason, line.clause) if part)
        table.add_row(line.rule, line.when, str(line.count), price, shown_number(line.amount), note)
    return table
