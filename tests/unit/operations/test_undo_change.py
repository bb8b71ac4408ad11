"""Undo: one's own last act, then the one before; what was saved together goes together."""

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.verdict import Outcome
from workbench.operations.record_finding import add_finding, withdraw_finding
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.operations.undo_change import undo_last, undo_last_of_whom


def test_acts_are_undone_one_after_another(small: SmallCampaign) -> None:
    for outcome in (Outcome.PASS, Outcome.DOUBTFUL):
        record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=outcome, by=WANG)
    assert undo_last(small.workspace, by=WANG) == "判定"
    assert [v.outcome for v in small.workspace.verdicts()] == [Outcome.PASS]
    assert undo_last(small.workspace, by=WANG) == "判定"
    assert small.workspace.verdicts() == ()
    assert undo_last(small.workspace, by=WANG) is None


def test_the_rest_is_undone_in_one(small: SmallCampaign) -> None:
    passed = pass_the_rest(small.workspace, subject=small.portal, by=WANG)
    assert undo_last(small.workspace, by=WANG) == f"判定{len(passed)}项"
    assert small.workspace.verdicts() == ()


def test_another_persons_act_is_left_alone(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG)
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.FAIL, by=LI)
    assert undo_last(small.workspace, by=WANG) == "判定"
    assert [v.inspector for v in small.workspace.verdicts()] == [LI]


def test_a_withdrawn_finding_comes_back_and_a_new_act_can_follow(small: SmallCampaign) -> None:
    finding = add_finding(small.workspace, subject=small.portal, rule="R2.few", count=1, by=WANG)
    withdraw_finding(small.workspace, finding=finding, by=WANG)
    assert undo_last(small.workspace, by=WANG) == "问题"
    assert [f.id for f in small.workspace.findings()] == [finding.id]
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG)
    assert undo_last(small.workspace, by=WANG) == "判定"
    assert undo_last(small.workspace, by=WANG) == "问题"
    assert small.workspace.findings() == ()


def test_the_register_is_the_leads_to_undo(small: SmallCampaign) -> None:
    assert undo_last(small.workspace, by=WANG) is None
    assert undo_last(small.workspace, by=LEAD) == "台账3项、栏目"
    assert small.workspace.subjects() == ()


def test_whose_it_was_is_told(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG)
    told = undo_last_of_whom(small.workspace, by=WANG)
    assert told == f"判定（{small.portal.name}）"
    assert undo_last_of_whom(small.workspace, by=WANG) is None
    several = undo_last_of_whom(small.workspace, by=LEAD)
    assert several is not None
    assert several.endswith("等3个对象）")
