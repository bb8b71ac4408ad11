"""Ignoring: with reason and end, out of the score, into every report, through packs, and back again."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from trap_server import TrapServer, page
from workbench.domain.decision import DecisionOutcome
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.subject import Subject
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.decide_finding import decide_finding
from workbench.operations.export_results import export_results
from workbench.operations.ignore_problem import add_ignore, end_ignore, find_ignore
from workbench.operations.list_ignores import ignored_rows
from workbench.operations.merge_results import merge_results
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.score_campaign import score_campaign, score_one
from workbench.operations.split_tasks import split_tasks
from workbench.operations.undo_change import undo_last
from workbench.operations.write_report import model_of
from workbench.reports.report_catalogue import reports
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

DEAD = "http://127.0.0.1:1/gone"
TODAY = date.today()


def ignore(small: SmallCampaign, subject: Subject | None, **changes: object) -> Ignore:
    settings: dict[str, object] = {
        "what": "dead-links",
        "scope": IgnoreScope.LINK,
        "target": DEAD,
        "reason": "周日维护",
        "until": TODAY,
        "by": LEAD if subject is None else WANG,
    }
    return add_ignore(small.workspace, subject=subject, **(settings | changes))  # type: ignore[arg-type]  # one test sets one


def test_an_ignored_problem_is_no_proposal_until_its_last_day_is_over(small: SmallCampaign) -> None:
    finding = small.propose(DEAD)
    ignore(small, small.portal)
    today = score_one(small.workspace, small.portal)
    assert (today.score.open_proposals, today.findings) == (0, ())
    assert [each.finding for each in today.ignored] == [finding]
    later = score_one(small.workspace, small.portal, today=TODAY + timedelta(days=1))
    assert (later.score.open_proposals, later.findings, later.ignored) == (1, (finding,), ())


def test_what_was_confirmed_goes_on_costing(small: SmallCampaign) -> None:
    finding = small.propose(DEAD)
    decide_finding(small.workspace, finding=finding, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    before = score_one(small.workspace, small.portal).score
    ignore(small, small.portal)
    assert score_one(small.workspace, small.portal).score == before


def test_a_run_counts_no_problem_that_is_ignored(small: SmallCampaign) -> None:
    with TrapServer(
        {"/": page('<title>霁川</title><a href="/lost">公报</a><a href="/gone">附表</a>')}
    ) as server:
        portal = replace(small.portal, home_url=server.home)
        small.workspace.save(portal, inspector=LEAD)
        ignore(small, portal, target=server.url("/gone"))
        request = CheckRequest(only=("dead-links",), subjects=(portal.code,), jobs=1)
        options = Options(retries=0, retry_delay_s=0, reopens_in_browser=False)
        summary = run_checks(small.workspace, request, options=options, announce=lambda _: None)
    assert summary.found == 1
    standing = score_one(small.workspace, portal)
    assert [finding.place for finding in standing.findings] == [server.url("/lost")]
    assert [each.finding.place for each in standing.ignored] == [server.url("/gone")]


def test_every_report_lists_it(small: SmallCampaign) -> None:
    small.propose(DEAD)
    ignore(small, small.portal)
    ignore(small, None, scope=IgnoreScope.HOST, target="http://weibo.com/x", what="timed-out")
    model = model_of(small.workspace)
    assert [(row.code, row.what, row.problems, row.by) for row in model.ignored] == [
        ("", "链接：超时", 0, LEAD),
        (small.portal.code, "打不开的链接", 1, WANG),
    ]
    assert model.ignored[0].target == "weibo.com"
    book = io.BytesIO()
    reports["ranking-xlsx"].write(model, book)
    rows = list(openpyxl.load_workbook(io.BytesIO(book.getvalue()))["忽略清单"].iter_rows(values_only=True))
    assert len(rows) == 3
    assert rows[2] == (
        small.portal.code, small.portal.name, "打不开的链接", "一个网址", DEAD, 1, "周日维护", WANG, TODAY.isoformat(),
    )  # fmt: skip
    text = io.BytesIO()
    reports["ranking-csv"].write(model, text)
    assert "忽略清单" in text.getvalue().decode("utf-8-sig")


def test_an_expired_one_is_listed_no_more(small: SmallCampaign) -> None:
    ignore(small, small.portal)
    standings = score_campaign(small.workspace)
    assert len(ignored_rows(small.workspace, standings)) == 1
    assert ignored_rows(small.workspace, standings, today=TODAY + timedelta(days=1)) == ()


def test_it_is_a_record_like_every_other(small: SmallCampaign) -> None:
    ignore(small, small.portal)
    assert small.workspace.journal()[0].why == "周日维护"
    assert undo_last(small.workspace, by=WANG) == "忽略"
    assert small.workspace.ignores() == ()


def test_ended_by_its_maker_or_the_lead_it_holds_nothing_back(small: SmallCampaign) -> None:
    small.propose(DEAD)
    made = ignore(small, small.portal)
    with pytest.raises(NotAllowedError, match="只有本人或组长"):
        end_ignore(small.workspace, made, by=LI)
    end_ignore(small.workspace, find_ignore(small.workspace, made.id.hex[:8]), by=LEAD, why="修好了")
    assert score_one(small.workspace, small.portal).score.open_proposals == 1
    assert small.workspace.journal()[0].why == "修好了"


def test_out_in_a_task_pack_and_back_in_a_result(small: SmallCampaign, tmp_path: Path) -> None:
    everywhere = ignore(small, None, scope=IgnoreScope.HOST, target="weibo.com")
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path)
    with Workspace.open(pack) as task:
        assert [each.id for each in task.ignores()] == [everywhere.id]
        inside = SmallCampaign(task, small.portal, small.bureau, small.account)
        own = ignore(inside, small.portal)
        result = export_results(task, tmp_path / "结果.inspection", by=WANG).path
    for _ in range(2):
        merge_results(small.workspace, [result])
        assert {each.id for each in small.workspace.ignores()} == {everywhere.id, own.id}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " "}, "理由"),
        ({"until": TODAY - timedelta(days=1)}, "已经过去"),
        ({"what": "dead-link"}, "dead-links"),
        ({"what": "ok"}, "不能忽略"),
        ({"target": ""}, "不是网址"),
        ({"scope": IgnoreScope.HOST, "target": " / "}, "不是网址"),
        ({"by": " "}, "姓名"),
    ],
)
def test_what_cannot_be_ignored_is_refused(
    small: SmallCampaign, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises((WrongUseError, ValueError), match=sentence):
        ignore(small, small.portal, **changes)
    assert small.workspace.ignores() == ()


def test_only_the_lead_ignores_for_all(small: SmallCampaign) -> None:
    with pytest.raises(NotAllowedError, match="组长"):
        ignore(small, None, by=WANG)
    with pytest.raises(WrongUseError, match="哪一个对象"):
        ignore(small, None, scope=IgnoreScope.SUBJECT)
