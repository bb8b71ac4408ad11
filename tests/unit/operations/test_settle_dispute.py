"""Disputes: opened by differing answers, settled by the lead, opened again by a later change."""

from decimal import Decimal

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.charge import Charge
from workbench.domain.judgement import Judgement
from workbench.domain.verdict import Outcome
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import record_verdict
from workbench.operations.score_campaign import score_one
from workbench.operations.settle_dispute import settle_dispute

KEPT = (Charge("R2.few", "", 1),)


def disputed(small: SmallCampaign) -> Judgement:
    add_finding(small.workspace, subject=small.portal, rule="R2.few", count=1, by=WANG)
    record_verdict(small.workspace, subject=small.portal, indicator="R2", outcome=Outcome.PASS, by=LI)
    return score_one(small.workspace, small.portal).judgements["R2"]


def test_two_answers_make_a_dispute_and_a_range(small: SmallCampaign) -> None:
    judgement = disputed(small)
    found = score_one(small.workspace, small.portal).score
    assert judgement.is_open_dispute
    assert (found.low, found.high, found.disputed) == (Decimal(97), Decimal(100), ("R2",))


def test_the_lead_settles_and_both_sides_stay(small: SmallCampaign) -> None:
    settle_dispute(
        small.workspace,
        subject=small.portal,
        judgement=disputed(small),
        outcome=Outcome.FAIL,
        charges=KEPT,
        by=LEAD,
        reason="转载的不算",
    )
    standing = score_one(small.workspace, small.portal)
    assert standing.score.disputed == ()
    assert standing.score.deduct_part == 97
    assert {answer.inspector for answer in standing.judgements["R2"].answers} == {WANG, LI}


def test_a_later_change_opens_it_again(small: SmallCampaign) -> None:
    settle_dispute(
        small.workspace,
        subject=small.portal,
        judgement=disputed(small),
        outcome=Outcome.PASS,
        charges=(),
        by=LEAD,
        reason="核实为3次",
    )
    assert score_one(small.workspace, small.portal).open_disputes == ()
    add_finding(small.workspace, subject=small.portal, rule="R2.none", count=1, by=WANG)
    assert [j.indicator for j in score_one(small.workspace, small.portal).open_disputes] == ["R2"]


def test_what_cannot_be_settled(small: SmallCampaign) -> None:
    judgement = disputed(small)

    def settle(**changes: object) -> None:
        fields = {"outcome": Outcome.FAIL, "charges": KEPT, "by": LEAD, "reason": "理由", **changes}
        settle_dispute(small.workspace, subject=small.portal, judgement=judgement, **fields)  # type: ignore[arg-type]  # by name

    with pytest.raises(NotAllowedError, match="由组长苏组长裁定"):
        settle(by=WANG)
    with pytest.raises(WrongUseError, match="写明裁定理由"):
        settle(reason=" ")
    with pytest.raises(WrongUseError, match="不通过"):
        settle(outcome=Outcome.PASS)
    record_verdict(small.workspace, subject=small.bureau, indicator="R2", outcome=Outcome.PASS, by=LI)
    judgement = score_one(small.workspace, small.bureau).judgements["R2"]
    with pytest.raises(WrongUseError, match="没有争议"):
        settle()
