"""Problems: recorded, taken back, confirmed, dismissed with a reason, changed; a re-run keeps what was decided."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.campaigns.small_campaign import LI, WANG, SmallCampaign
from workbench.domain.decision import DecisionOutcome
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.decide_finding import decide_finding, decide_findings
from workbench.operations.record_finding import (
    add_finding,
    change_finding,
    withdraw_finding,
    withdraw_findings,
)
from workbench.operations.score_campaign import score_one
from workbench.operations.undo_change import undo_last


def test_a_finding_of_ones_own_costs_at_once(small: SmallCampaign) -> None:
    add_finding(small.workspace, subject=small.portal, rule="U2.other", count=12, by=WANG)
    assert score_one(small.workspace, small.portal).score.deduct_part == Decimal("98.8")


def test_bad_findings_are_refused_in_one_sentence(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="没有细则“U9”"):
        add_finding(small.workspace, subject=small.portal, rule="U9", count=1, by=WANG)
    with pytest.raises(WrongUseError, match="自动累计"):
        add_finding(small.workspace, subject=small.portal, rule="V3.blank", count=1, by=WANG)
    with pytest.raises(WrongUseError, match="数量应为"):
        add_finding(small.workspace, subject=small.portal, rule="U2.home", count=0, by=WANG)
    assert small.workspace.findings() == ()


def test_only_the_maker_takes_a_finding_back(small: SmallCampaign) -> None:
    finding = add_finding(small.workspace, subject=small.portal, rule="U2.home", count=1, by=WANG)
    with pytest.raises(NotAllowedError, match="王敏"):
        withdraw_finding(small.workspace, finding=finding, by=LI)
    withdraw_finding(small.workspace, finding=finding, by=WANG, why="重复")
    assert small.workspace.findings() == ()
    assert small.workspace.journal()[0].why == "重复"


def test_a_proposal_costs_only_when_confirmed_and_is_dismissed_with_a_reason(small: SmallCampaign) -> None:
    finding = small.propose("http://127.0.0.1:1/x")
    assert score_one(small.workspace, small.portal).score.number == 100
    with pytest.raises(WrongUseError, match="请写明理由"):
        decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.DISMISSED, by=WANG)
    with pytest.raises(NotAllowedError, match="不成立"):
        withdraw_finding(small.workspace, finding=finding, by=WANG)
    decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    assert score_one(small.workspace, small.portal).score.number == 99
    decide_finding(
        small.workspace, finding=finding, outcome=DecisionOutcome.DISMISSED, by=WANG, reason="打开正常"
    )
    assert score_one(small.workspace, small.portal).score.number == 100


def test_a_changed_finding_counts_as_changed(small: SmallCampaign) -> None:
    finding = small.propose("http://127.0.0.1:1/x")
    decide_finding(
        small.workspace, finding=finding, outcome=DecisionOutcome.CHANGED, by=WANG, rule="U2.other", count=3
    )
    assert score_one(small.workspace, small.portal).score.deduct_part == Decimal("99.7")


def test_a_re_run_that_counts_otherwise_does_not_change_what_was_confirmed(small: SmallCampaign) -> None:
    finding = small.propose("http://127.0.0.1:1/x")
    decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    run = small.workspace.begin_run()
    small.workspace.save_proposals(run, small.portal.id, [replace(finding, count=7)])
    assert score_one(small.workspace, small.portal).score.number == 99


def test_a_re_run_keeps_the_decision_and_never_charges_twice(small: SmallCampaign) -> None:
    finding = small.propose("http://127.0.0.1:1/x")
    decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    add_finding(
        small.workspace,
        subject=small.portal,
        rule="U2.home",
        count=1,
        by=WANG,
        place="HTTP://127.0.0.1:1/x#top",
    )
    small.propose("http://127.0.0.1:1/x")
    standing = score_one(small.workspace, small.portal)
    assert standing.score.number == 99
    assert standing.score.open_proposals == 0


def test_several_are_decided_in_one_act_and_come_back_in_one(small: SmallCampaign) -> None:
    findings = [small.propose(f"http://127.0.0.1:1/{name}") for name in "ab"]
    with pytest.raises(WrongUseError, match="请写明理由"):
        decide_findings(
            small.workspace, findings=findings, outcome=DecisionOutcome.DISMISSED, by=WANG, reason=" "
        )
    decide_findings(small.workspace, findings=findings, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    assert len(small.workspace.decisions()) == 2
    assert undo_last(small.workspace, by=WANG) == "对疑似问题的处理2项"
    assert small.workspace.decisions() == ()


def test_ones_own_finding_is_said_anew(small: SmallCampaign) -> None:
    finding = add_finding(small.workspace, subject=small.portal, rule="U2.other", count=1, by=WANG)
    (kept,) = small.workspace.findings()
    with pytest.raises(NotAllowedError, match="王敏"):
        change_finding(small.workspace, finding=kept, by=LI, rule="U2.other", count=2, place="", note="")
    change_finding(
        small.workspace, finding=kept, by=WANG, rule="U2.home", count=3, place=" http://a.cn/ ", note="x"
    )
    (changed,) = small.workspace.findings()
    assert (changed.id, changed.rule, changed.count, changed.place) == (
        finding.id,
        "U2.home",
        3,
        "http://a.cn/",
    )
    assert undo_last(small.workspace, by=WANG) == "问题"
    assert small.workspace.findings()[0].count == 1


def test_several_are_taken_back_in_one_act(small: SmallCampaign) -> None:
    for rule in ("U2.home", "U2.other"):
        add_finding(small.workspace, subject=small.portal, rule=rule, count=1, by=WANG)
    withdraw_findings(small.workspace, findings=small.workspace.findings(), by=WANG)
    assert small.workspace.findings() == ()
    assert undo_last(small.workspace, by=WANG) == "问题2项"
    assert len(small.workspace.findings()) == 2


def test_numbers_of_persons_are_masked_in_ones_own_words(small: SmallCampaign) -> None:
    found = add_finding(
        small.workspace,
        subject=small.portal,
        rule="U2.home",
        count=1,
        by=WANG,
        note="公开了110101190101010011",
    )
    assert found.note == "公开了1101************11"
