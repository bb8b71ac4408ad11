"""Answering indicators: saved at once, one answer per inspector, the rest in one act."""

from datetime import UTC, datetime

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.decision import DecisionOutcome
from workbench.domain.score import Result
from workbench.domain.verdict import Outcome
from workbench.errors import WrongUseError
from workbench.operations.decide_finding import decide_finding
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import mark_not_applicable, pass_the_rest, record_verdict
from workbench.operations.score_campaign import score_one
from workbench.operations.undo_change import undo_last
from workbench.storage.workspace import Workspace


def test_a_verdict_is_in_the_file_when_the_call_returns(small: SmallCampaign) -> None:
    record_verdict(
        small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG, note="抽查20页"
    )
    with Workspace.open(small.workspace.path) as again:
        (verdict,) = again.verdicts(small.portal.id)
    assert (verdict.indicator, verdict.outcome, verdict.inspector, verdict.note) == (
        "V4",
        Outcome.PASS,
        WANG,
        "抽查20页",
    )


def test_a_second_thought_replaces_the_first_and_stays_in_the_journal(small: SmallCampaign) -> None:
    for outcome in (Outcome.DOUBTFUL, Outcome.PASS):
        record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=outcome, by=WANG)
    assert [v.outcome for v in small.workspace.verdicts()] == [Outcome.PASS]
    changes = [(e.field, e.old, e.new) for e in small.workspace.journal() if e.kind == "verdict"]
    assert ("outcome", "doubtful", "pass") in changes


def test_an_indicator_not_meant_for_the_kind_is_refused(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="不适用于“霁川发布”"):
        record_verdict(small.workspace, subject=small.account, indicator="V4", outcome=Outcome.PASS, by=WANG)
    with pytest.raises(WrongUseError, match="是不是“V4”"):
        record_verdict(small.workspace, subject=small.portal, indicator="V44", outcome=Outcome.PASS, by=WANG)


def test_nobody_passes_what_he_holds_a_problem_against(small: SmallCampaign) -> None:
    add_finding(small.workspace, subject=small.portal, rule="R2.few", count=1, by=WANG)
    with pytest.raises(WrongUseError, match="撤回或改判"):
        record_verdict(small.workspace, subject=small.portal, indicator="R2", outcome=Outcome.PASS, by=WANG)
    record_verdict(small.workspace, subject=small.portal, indicator="R2", outcome=Outcome.PASS, by=LI)


def test_the_rest_passes_but_not_what_is_still_open(small: SmallCampaign) -> None:
    finding = small.propose("http://127.0.0.1:1/x")
    record_verdict(small.workspace, subject=small.portal, indicator="R1", outcome=Outcome.DOUBTFUL, by=WANG)
    passed = {verdict.indicator for verdict in pass_the_rest(small.workspace, subject=small.portal, by=WANG)}
    assert "U2" not in passed
    assert "R1" not in passed
    assert "V1" in passed
    assert score_one(small.workspace, small.portal).score.result is Result.INCOMPLETE
    decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    record_verdict(
        small.workspace, subject=small.portal, indicator="R1", outcome=Outcome.NOT_APPLICABLE, by=WANG
    )
    standing = score_one(small.workspace, small.portal)
    assert standing.score.result is Result.PASS
    assert standing.score.number == 99


def test_a_site_nobody_looked_at_is_unfinished(small: SmallCampaign) -> None:
    found = score_one(small.workspace, small.portal).score
    assert (found.result, found.is_ranked, found.counts_in_rates) == (Result.INCOMPLETE, False, False)
    assert pass_the_rest(small.workspace, subject=small.account, by=LEAD) == ()


def test_a_whole_topic_does_not_apply_in_one_act(small: SmallCampaign) -> None:
    codes = [i.code for i in small.workspace.standard.indicators if i.group == "网站可用性"]
    small.propose("http://127.0.0.1:1/x")
    add_finding(small.workspace, subject=small.portal, rule="U1", count=1, by=WANG)
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG)
    topic = mark_not_applicable(
        small.workspace, subject=small.portal, indicators=[*codes, "V4", "R1"], by=WANG
    )
    assert set(topic.left_open) == {"U1", "U2"}
    assert {v.indicator: v.outcome for v in topic.verdicts} == {
        "V4": Outcome.NOT_APPLICABLE,
        "R1": Outcome.NOT_APPLICABLE,
    }
    assert undo_last(small.workspace, by=WANG) == "判定2项"
    assert {v.indicator: v.outcome for v in small.workspace.verdicts()} == {"V4": Outcome.PASS}


def test_a_verdict_given_before_a_saved_page_says_so(small: SmallCampaign) -> None:
    saved = datetime(2026, 11, 20, 1, 2, tzinfo=UTC)
    record_verdict(
        small.workspace,
        subject=small.portal,
        indicator="V4",
        outcome=Outcome.PASS,
        by=WANG,
        page_saved_at=saved,
    )
    assert small.workspace.verdicts()[0].page_saved_at == saved


def test_an_answer_to_many_keeps_what_was_noted(small: SmallCampaign) -> None:
    for code, note in (("V4", "抽查20页"), ("R1", "没有互动栏目")):
        record_verdict(
            small.workspace,
            subject=small.portal,
            indicator=code,
            outcome=Outcome.NOT_CHECKED,
            by=WANG,
            note=note,
        )
    record_verdict(
        small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.NOT_CHECKED, by=LI, note="李"
    )
    mark_not_applicable(small.workspace, subject=small.portal, indicators=["R1"], by=WANG)
    pass_the_rest(small.workspace, subject=small.portal, by=WANG)
    held = {v.indicator: (v.outcome, v.note) for v in small.workspace.verdicts() if v.inspector == WANG}
    assert held["V4"] == (Outcome.PASS, "抽查20页")
    assert held["R1"] == (Outcome.NOT_APPLICABLE, "没有互动栏目")
