"""Settle a dispute: the lead says what counts, both sides stay."""

from collections.abc import Iterable

from workbench.domain.charge import Charge
from workbench.domain.ids import inspector_name, settlement_id
from workbench.domain.judgement import Judgement
from workbench.domain.settlement import Settlement
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome
from workbench.errors import NotAllowedError, WrongUseError
from workbench.storage.workspace import Workspace


def settle_dispute(
    workspace: Workspace,
    *,
    subject: Subject,
    judgement: Judgement,
    outcome: Outcome,
    charges: Iterable[Charge],
    by: str,
    reason: str,
) -> Settlement:
    """The saved settlement. It names the answers it settles: when one of them changes, the dispute opens again.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: there is no dispute, no reason, or the outcome does not fit the charges.
    """
    who = inspector_name(by)
    if who != workspace.campaign.lead:
        raise NotAllowedError(
            f"争议由组长{workspace.campaign.lead}裁定；您若是组长，请先换成这个姓名（命令行用 --by）。"
        )
    if not judgement.is_disputed:
        raise WrongUseError("这项指标没有争议，无需裁定。")
    if not reason.strip():
        raise WrongUseError("请写明裁定理由，双方都会看到。")
    held = tuple(sorted(charges))
    if held and outcome is not Outcome.FAIL:
        raise WrongUseError("保留了问题就应裁定为“不通过”；要裁定通过，请去掉所有问题。")
    settlement = Settlement(
        id=settlement_id(subject.id, indicator=judgement.indicator),
        subject_id=subject.id,
        indicator=judgement.indicator,
        digests=judgement.digests,
        outcome=outcome,
        charges=held,
        reason=reason.strip(),
        inspector=who,
    )
    workspace.save(settlement, inspector=who, why=settlement.reason)
    return settlement
