"""Applies the manual part of the practice round, act by act, as its inspectors would at the window."""

from collections.abc import Callable

from workbench.domain.charge import Charge
from workbench.domain.decision import DecisionOutcome
from workbench.domain.finding import Finding
from workbench.domain.place import normalise_place
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome
from workbench.operations.decide_finding import decide_finding
from workbench.operations.find_subject import find_subject
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.operations.score_campaign import score_one
from workbench.operations.settle_dispute import settle_dispute
from workbench.practice.ticks import ConfirmationTick, DismissalTick, InspectorTicks, SettlementTick
from workbench.storage.workspace import Workspace

AddressOf = Callable[[str, str], str]


def apply_inspector(workspace: Workspace, ticks: InspectorTicks, *, address_of: AddressOf) -> int:
    """How many acts this inspector made; `address_of` turns a subject's code and a place into an address."""
    acts = _dismiss(workspace, ticks, address_of) + _confirm(workspace, ticks, address_of)
    for tick in ticks.findings:
        subject = find_subject(workspace, tick.subject)
        add_finding(
            workspace,
            subject=subject,
            rule=tick.rule,
            count=tick.count,
            by=ticks.name,
            place=address_of(tick.subject, tick.place) if tick.place else "",
            note=tick.note,
        )
    for verdict in ticks.verdicts:
        subject = find_subject(workspace, verdict.subject)
        for indicator in verdict.indicators:
            record_verdict(
                workspace,
                subject=subject,
                indicator=indicator,
                outcome=verdict.outcome,
                by=ticks.name,
                note=verdict.note,
            )
            acts += 1
    rest = sum(
        len(pass_the_rest(workspace, subject=find_subject(workspace, code), by=ticks.name))
        for tick in ticks.rests
        if tick.outcome is Outcome.PASS
        for code in tick.subjects
    )
    return acts + len(ticks.findings) + rest


def apply_settlement(
    workspace: Workspace, tick: SettlementTick, *, lead: str, address_of: AddressOf
) -> Subject:
    subject = find_subject(workspace, tick.subject)
    charges = [
        Charge(
            charge.rule,
            normalise_place(address_of(tick.subject, charge.place)) if charge.place else "",
            charge.count,
        )
        for charge in tick.charges
    ]
    settle_dispute(
        workspace,
        subject=subject,
        judgement=score_one(workspace, subject).judgements[tick.indicator],
        outcome=tick.outcome,
        charges=charges,
        by=lead,
        reason=tick.reason,
    )
    return subject


def _dismiss(workspace: Workspace, ticks: InspectorTicks, address_of: AddressOf) -> int:
    acts = 0
    for tick in ticks.dismissals:
        for finding in _proposals(workspace, tick, address_of):
            decide_finding(
                workspace,
                finding=finding,
                outcome=DecisionOutcome.DISMISSED,
                by=ticks.name,
                reason=tick.reason,
            )
            acts += 1
    return acts


def _confirm(workspace: Workspace, ticks: InspectorTicks, address_of: AddressOf) -> int:
    acts = 0
    for tick in ticks.confirmations:
        for finding in _proposals(workspace, tick, address_of):
            decide_finding(workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=ticks.name)
            acts += 1
    return acts


def _proposals(
    workspace: Workspace, tick: ConfirmationTick | DismissalTick, address_of: AddressOf
) -> tuple[Finding, ...]:
    """The proposals the tick speaks of that nobody has decided on here."""
    subject = find_subject(workspace, tick.subject)
    decided = {decision.finding_id for decision in workspace.decisions(subject.id)}
    wanted = normalise_place(address_of(tick.subject, tick.place)) if tick.place else ""
    return tuple(
        finding
        for finding in workspace.findings(subject.id)
        if finding.is_proposal
        and finding.id not in decided
        and (finding.check, finding.aspect) == (tick.check, tick.aspect)
        and wanted in ("", normalise_place(finding.place))
    )
