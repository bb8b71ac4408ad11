"""A reason on record holds back that a column is stale or blank, is listed everywhere, ends, and goes into the next round."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign, make_small_campaign
from workbench.domain.column import Column
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import proposal_id
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.record_silence import carry_silences, end_silence, find_silence, record_silence
from workbench.operations.score_campaign import score_one
from workbench.operations.silent_columns import silence_rows
from workbench.operations.subject_order import job_of
from workbench.operations.write_report import model_of
from workbench.settings.options import Options

TODAY = date(2026, 11, 20)
UNTIL = date(2026, 12, 31)


@pytest.fixture
def column(small: SmallCampaign) -> Column:
    return small.workspace.columns()[0]


@pytest.fixture
def next_round(tmp_path: Path) -> Iterator[SmallCampaign]:
    made = make_small_campaign(tmp_path / "下一轮.inspection")
    with made.workspace:
        yield made


def record(small: SmallCampaign, column: Column, *, until: date = UNTIL, by: str = WANG) -> None:
    record_silence(
        small.workspace,
        column,
        reason="机构改革期间停止发布",
        proof="某编办〔2026〕3号",
        until=until,
        by=by,
        today=TODAY,
    )


def propose_stale(small: SmallCampaign, column: Column) -> None:
    finding = Finding(
        id=proposal_id(small.portal.id, check="stale-column", aspect="news", place=column.url),
        subject_id=small.portal.id,
        rule="U3.news",
        source=Source.CHECK,
        place=column.url,
        category=Category.UPDATE,
        check="stale-column",
        aspect="news",
    )
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.save_proposals(run, small.portal.id, [finding])
    small.workspace.end_subject(run, small.portal.id)
    small.workspace.end_run(run)


def test_it_holds_back_what_was_proposed_and_lets_it_go_after_its_last_day(
    small: SmallCampaign, column: Column
) -> None:
    propose_stale(small, column)
    record(small, column)
    assert [each.finding.place for each in score_one(small.workspace, small.portal, today=UNTIL).ignored] == [
        column.url
    ]
    day_after = UNTIL + timedelta(days=1)
    assert score_one(small.workspace, small.portal, today=day_after).ignored == ()
    [row] = silence_rows(small.workspace, today=day_after)
    assert not row.holds
    assert "2026-12-31已到期，请续期或恢复更新" in row.words


def test_it_stands_in_every_report_once(small: SmallCampaign, column: Column) -> None:
    until = date.today() + timedelta(days=30)
    propose_stale(small, column)
    record(small, column, until=until)
    [row] = model_of(small.workspace).ignored
    assert (row.what, row.scope, row.target, row.problems, row.by) == (
        "无更新说明",
        "一个栏目",
        column.url,
        1,
        WANG,
    )
    assert row.reason == "机构改革期间停止发布（依据：某编办〔2026〕3号）"


def test_the_engine_is_told_of_what_holds_today(small: SmallCampaign, column: Column) -> None:
    record(small, column, until=date.today() + timedelta(days=1))
    job = job_of(small.workspace, small.portal, options=Options())
    assert [silence.column_id for silence in job.silences] == [column.id]


@pytest.mark.parametrize(
    ("reason", "proof", "until"),
    [
        ("", "某文", UNTIL),
        ("理由", " ", UNTIL),
        ("理由", "某文", date(2026, 11, 19)),
        ("理由", "某文", date(2028, 1, 1)),
    ],
)
def test_reason_proof_and_a_last_day_within_a_year_are_needed(
    small: SmallCampaign, column: Column, reason: str, proof: str, until: date
) -> None:
    with pytest.raises(WrongUseError, match=r"。$"):
        record_silence(small.workspace, column, reason=reason, proof=proof, until=until, by=WANG, today=TODAY)


def test_it_is_renewed_in_place_and_ended_by_its_author_or_the_lead(
    small: SmallCampaign, column: Column
) -> None:
    record(small, column)
    record(small, column, until=date(2027, 3, 31))
    silence = find_silence(small.workspace, column)
    assert silence.until == date(2027, 3, 31)
    with pytest.raises(NotAllowedError):
        end_silence(small.workspace, silence, by=LI)
    end_silence(small.workspace, silence, by=LEAD)
    with pytest.raises(WrongUseError, match="没有无更新说明"):
        find_silence(small.workspace, column)


def test_the_next_round_takes_over_what_holds_and_names_what_has_ended(
    small: SmallCampaign, column: Column, next_round: SmallCampaign
) -> None:
    record(small, column)
    small.workspace.checkpoint()
    late = carry_silences(next_round.workspace, small.workspace.path, by=LEAD, today=date(2027, 1, 5))
    assert (late.carried, len(late.expired)) == ((), 1)
    told = carry_silences(next_round.workspace, small.workspace.path, by=LEAD, today=TODAY)
    assert len(told.carried) == 1
    [row] = silence_rows(next_round.workspace, today=TODAY)
    assert (row.url, row.silence.until, row.silence.inspector) == (column.url, UNTIL, LEAD)
    again = carry_silences(next_round.workspace, small.workspace.path, by=LEAD, today=TODAY)
    assert (len(again.known), again.carried) == (1, ())


def test_a_column_the_next_round_does_not_have_is_named(
    small: SmallCampaign, column: Column, next_round: SmallCampaign
) -> None:
    record(small, column)
    next_round.workspace.delete(next_round.workspace.columns()[0], inspector=LEAD)
    told = carry_silences(next_round.workspace, small.workspace.path, by=LEAD, today=TODAY)
    assert [row.column for row in told.missing] == ["要闻"]
