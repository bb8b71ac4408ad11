"""The rows of the bench are plain values: what waits stands first, and nothing is called finished that is not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign, make_small_campaign
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.decision import DecisionOutcome
from workbench.domain.standard import Part
from workbench.domain.verdict import Outcome
from workbench.gui.bench.finding_rows import finding_rows
from workbench.gui.bench.indicator_rows import (
    GroupRow,
    IndicatorRow,
    first_to_do,
    indicator_rows,
    next_open,
    step_from,
)
from workbench.gui.bench.link_place import link_of_finding, words_of_finding
from workbench.gui.bench.pointed_link import point_out
from workbench.gui.bench.subject_rows import find_rows, neighbour, subject_row
from workbench.operations.decide_finding import decide_finding
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import pass_the_rest, record_verdict
from workbench.operations.score_campaign import SubjectStanding, score_campaign, score_one

STALE = "http://127.0.0.1:1/xw/"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCampaign]:
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        yield made


def portal(small: SmallCampaign) -> SubjectStanding:
    return score_one(small.workspace, small.portal)


def indicators(small: SmallCampaign) -> dict[str, IndicatorRow]:
    rows = indicator_rows(small.workspace.standard, portal(small))
    return {row.indicator.code: row for row in rows if isinstance(row, IndicatorRow)}


def test_a_subject_nobody_looked_at_shows_a_dash(small: SmallCampaign) -> None:
    row = subject_row(small.workspace.standard, portal(small))
    assert (row.figure, row.answered, row.is_finished) == ("—", 0, False)
    assert row.due > 10


def test_progress_then_the_score(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=LEAD)
    assert subject_row(small.workspace.standard, portal(small)).figure.startswith("1/")
    pass_the_rest(small.workspace, subject=small.portal, by=LEAD)
    row = subject_row(small.workspace.standard, portal(small))
    assert (row.figure, row.look.word, row.is_finished) == ("100", "合格", True)


def test_a_veto_stands_in_place_of_a_number(small: SmallCampaign) -> None:
    add_finding(small.workspace, subject=small.portal, rule="V4", count=1, by=LEAD)
    row = subject_row(small.workspace.standard, portal(small))
    assert (row.figure, row.look.word, row.is_vetoed) == ("否决", "单项否决", True)


def test_filters_and_search(small: SmallCampaign) -> None:
    small.propose(STALE)
    rows = tuple(subject_row(small.workspace.standard, each) for each in score_campaign(small.workspace))
    assert [row.subject.id for row in find_rows(rows, shows="waiting", text="")] == [small.portal.id]
    assert [row.subject.id for row in find_rows(rows, shows="all", text="教育")] == [small.bureau.id]
    assert find_rows(rows, shows="failed", text="") == ()
    assert neighbour(rows, None, 1) is rows[0]
    assert neighbour(rows, rows[-1].subject.id, 1) is None
    assert neighbour((), uuid4(), 1) is None


def test_indicators_stand_below_their_group(small: SmallCampaign) -> None:
    rows = indicator_rows(small.workspace.standard, portal(small))
    assert rows[0] == GroupRow("单项否决", 0, 5)
    assert isinstance(rows[1], IndicatorRow)


def test_a_proposal_is_where_to_begin(small: SmallCampaign) -> None:
    rows = indicator_rows(small.workspace.standard, portal(small))
    assert first_to_do(rows) == "V1"
    small.propose(STALE)
    rows = indicator_rows(small.workspace.standard, portal(small))
    assert first_to_do(rows) == "U2"
    assert indicators(small)["U2"].look.word == "待确认"


def test_walking_stays_at_the_ends_and_goes_round_for_what_is_open(small: SmallCampaign) -> None:
    rows = indicator_rows(small.workspace.standard, portal(small))
    codes = [row.indicator.code for row in rows if isinstance(row, IndicatorRow)]
    assert step_from(rows, codes[0], -1) == codes[0]
    assert step_from(rows, codes[-1], 1) == codes[-1]
    assert step_from(rows, "?", 1) == codes[0]
    assert next_open(rows, codes[-1]) == codes[0]


def test_what_an_indicator_took_is_beside_it(small: SmallCampaign) -> None:
    add_finding(small.workspace, subject=small.portal, rule="U2.home", count=2, by=LEAD)
    row = indicators(small)["U2"]
    assert (row.amount, row.look.word) == ("−2", "不通过")


def test_two_answers_are_a_dispute(small: SmallCampaign) -> None:
    for who, outcome in ((LEAD, Outcome.PASS), (WANG, Outcome.FAIL)):
        record_verdict(small.workspace, subject=small.portal, indicator="R1", outcome=outcome, by=who)
    assert indicators(small)["R1"].look.word == "有争议"


def test_findings_wait_first_and_say_who_decided_what(small: SmallCampaign) -> None:
    first, second = small.propose("http://127.0.0.1:1/a"), small.propose("http://127.0.0.1:1/b")
    decide_finding(
        small.workspace, finding=first, outcome=DecisionOutcome.DISMISSED, by=LEAD, reason="人工打开正常"
    )
    decide_finding(small.workspace, finding=second, outcome=DecisionOutcome.CONFIRMED, by=WANG)
    third = small.propose("http://127.0.0.1:1/c")
    add_finding(small.workspace, subject=small.portal, rule="U2.other", count=3, by=LEAD, note="附件打不开")
    indicator = small.workspace.standard.indicator("U2")
    assert indicator is not None
    rows = finding_rows(small.workspace.standard, portal(small), indicator, inspector=LEAD)
    by_word = {row.look.word: row for row in rows}
    assert [row.look.word for row in rows] == ["待确认", "本人记录", "不成立", "确认"]
    assert rows[0].finding.id == third.id
    assert "3 处" in by_word["本人记录"].below
    assert "理由：人工打开正常" in by_word["不成立"].below
    assert by_word["确认"].below == "王敏：确认"


def test_what_the_latest_run_no_longer_finds_is_left_out_unless_somebody_held_it(
    small: SmallCampaign,
) -> None:
    held, gone = small.propose("http://127.0.0.1:1/a"), small.propose("http://127.0.0.1:1/b")
    decide_finding(small.workspace, finding=held, outcome=DecisionOutcome.CONFIRMED, by=LEAD)
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    fine = CheckOutcome(subject_id=small.portal.id, check="dead-links", target="", state=CheckEnd.FINE)
    small.workspace.save_outcomes(run, small.portal.id, [fine])
    small.workspace.end_subject(run, small.portal.id)
    indicator = small.workspace.standard.indicator("U2")
    assert indicator is not None
    rows = finding_rows(small.workspace.standard, portal(small), indicator, inspector=LEAD)
    assert gone.id not in {row.finding.id for row in rows}


def test_advice_that_nobody_judged_says_that_nobody_needs_to(small: SmallCampaign) -> None:
    pass_the_rest(small.workspace, subject=small.portal, by=LEAD)
    words = {row.indicator.part: row.word for row in indicators(small).values() if not row.is_open}
    assert words[Part.ADVICE] == "可不判"
    assert words[Part.VETO] == "通过"


def test_a_link_is_told_by_its_words_not_by_the_long_address_of_its_page(small: SmallCampaign) -> None:
    page = "http://127.0.0.1:1/art/2026/11/20/a.html"
    finding = replace(
        small.propose("http://127.0.0.1:1/gone"),
        excerpt=f"页面 {page} 的附件“目录.docx”打不开：404",
        proof=(("所在页面", page), ("链接文字", "目录.docx")),
    )
    assert words_of_finding(finding) == "附件“目录.docx”打不开：404"
    assert words_of_finding(replace(finding, proof=())) == finding.excerpt


def test_what_is_outlined_is_named_as_it_is(small: SmallCampaign) -> None:
    page, file = "http://127.0.0.1:1/a.html", "http://127.0.0.1:1/list.docx"
    finding = replace(small.propose(file), proof=(("所在页面", page),))
    dead = link_of_finding(replace(finding, check="dead-links"), file)
    inside = link_of_finding(replace(finding, check="personal-data"), file)
    assert dead is not None
    assert inside is not None
    for link, label in ((dead, "打不开"), (inside, "问题在这个文件里")):
        pointed = point_out(link, page=page, addresses=["/list.docx", file])
        assert pointed is not None
        assert [sign.label for sign in pointed.among(())] == [label]


def test_a_subject_the_standard_asks_nothing_of_is_no_work_left(small: SmallCampaign) -> None:
    row = subject_row(small.workspace.standard, score_one(small.workspace, small.account))
    assert (row.is_due, row.is_to_judge) == (True, False)
    assert find_rows([row], shows="open", text="") == ()
    assert find_rows([row], shows="due", text="") == (row,)
