"""What was judged before a saved page says so in every list."""

from datetime import UTC, datetime

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from workbench.domain.decision import DecisionOutcome
from workbench.domain.verdict import Outcome
from workbench.gui.bench.finding_rows import finding_rows
from workbench.gui.bench.indicator_rows import IndicatorRow, indicator_rows
from workbench.operations.decide_finding import decide_finding
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import mark_not_applicable, pass_the_rest, record_verdict
from workbench.operations.score_campaign import score_one

AT = datetime(2026, 11, 20, 6, 2, tzinfo=UTC)


def test_an_answer_given_before_a_saved_page_says_so(small: SmallCampaign) -> None:
    workspace, portal = small.workspace, small.portal
    for indicator, saved_at in (("V1", AT), ("V2", None)):
        record_verdict(
            workspace,
            subject=portal,
            indicator=indicator,
            outcome=Outcome.PASS,
            by=LEAD,
            page_saved_at=saved_at,
        )
    rows = indicator_rows(workspace.standard, score_one(workspace, portal))
    told = {row.indicator.code: row for row in rows if isinstance(row, IndicatorRow)}
    assert told["V1"].word == "通过 · 据保存的网页"
    assert "据保存的网页" in told["V1"].in_words()
    assert told["V2"].word == "通过"


def test_findings_and_decisions_say_so_too(small: SmallCampaign) -> None:
    workspace, portal = small.workspace, small.portal
    add_finding(
        workspace, subject=portal, rule="U2.home", count=1, by=LEAD, place="http://a.cn/1", page_saved_at=AT
    )
    add_finding(workspace, subject=portal, rule="U2.home", count=1, by=LEAD, place="http://a.cn/2")
    proposal = small.propose("http://a.cn/3")
    decide_finding(workspace, finding=proposal, outcome=DecisionOutcome.CONFIRMED, by=LEAD, page_saved_at=AT)
    indicator = workspace.standard.indicator("U2")
    assert indicator is not None
    rows = finding_rows(workspace.standard, score_one(workspace, portal), indicator, inspector=LEAD)
    assert {row.place: "据保存的网页" in row.below for row in rows} == {
        "http://a.cn/1": True,
        "http://a.cn/2": False,
        "http://a.cn/3": True,
    }


def test_what_is_answered_in_one_act_says_so_too(small: SmallCampaign) -> None:
    workspace, portal = small.workspace, small.portal
    mark_not_applicable(workspace, subject=portal, indicators=["U1"], by=LEAD, page_saved_at=AT)
    pass_the_rest(workspace, subject=portal, by=LEAD, page_saved_at=AT)
    verdicts = workspace.verdicts(portal.id)
    assert {verdict.outcome for verdict in verdicts} == {Outcome.NOT_APPLICABLE, Outcome.PASS}
    assert {verdict.page_saved_at for verdict in verdicts} == {AT}
