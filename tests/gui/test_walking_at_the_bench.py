"""Walking by keys: no key goes to nowhere in silence, and none leads where the work is not."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press
from workbench.domain.finding import Finding
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.finding_rows import finding_rows
from workbench.gui.main_window import Window


def propose(opened: Window, small: SmallCampaign, count: int, qtbot: QtBot) -> list[Finding]:
    found = [small.propose(f"http://127.0.0.1:1/{n}") for n in range(count)]
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.save_proposals(run, small.portal.id, found)
    small.workspace.end_subject(run, small.portal.id)
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    return found


def held(bench: BenchPage) -> Finding:
    row = bench.indicator_panel.findings.current()
    assert row is not None
    return row.finding


def test_after_a_decision_the_next_one_below_comes_and_then_what_was_passed_over(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 4, qtbot)
    bench.indicator_list.select("U2")
    first, second, third, fourth = [row.finding.id for row in bench.indicator_panel.findings.rows]
    bench.steps.to_finding(2)
    assert held(bench).id == third
    walked = []
    for _ in range(3):
        press(bench, "Return")
        settle(opened, qtbot)
        walked.append(held(bench).id)
    assert walked == [fourth, first, second]


def test_when_the_last_is_decided_it_stays_in_hand_and_the_ways_on_are_told(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 2, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "Return")
    settle(opened, qtbot)
    last = held(bench)
    press(bench, "Return")
    settle(opened, qtbot)
    assert held(bench).id == last.id
    assert "按 G" in opened.told()


def test_an_answer_with_findings_still_waiting_stays_and_says_so(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 2, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "3")
    settle(opened, qtbot)
    assert bench.hand.indicator_code == "U2"
    assert "还有 2 条疑似问题待确认" in opened.told()


def test_a_name_that_is_found_leaves_the_list_whole_for_the_next_subject(
    opened: Window, bench: BenchPage, small: SmallCampaign
) -> None:
    search = bench.subject_list.search
    search.setFocus()
    search.setText("教育局")
    press(search, "Return")
    assert bench.hand.subject_id == small.bureau.id
    assert search.text() == ""
    press(bench, "Alt+Up")
    assert bench.hand.subject_id == small.portal.id


def test_several_that_are_found_stay_listed(opened: Window, bench: BenchPage) -> None:
    search = bench.subject_list.search
    search.setFocus()
    search.setText("霁川市")
    press(search, "Return")
    assert search.text() == "霁川市"
    assert len(bench.subject_list.shown) == 2


def test_past_the_last_subject_it_is_said(opened: Window, bench: BenchPage) -> None:
    press(bench, "Alt+Up")
    assert "到头了" in opened.told()


def test_the_only_finding_is_opened_by_the_key_for_the_next_one(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    (only,) = propose(opened, small, 1, qtbot)
    bench.indicator_list.select("U2")
    bench.open_home()
    bench.steps.to_finding(1)
    assert bench.web.url == only.place
    assert "再没有别的" in opened.told()


def test_one_key_leads_into_the_results_and_out_again(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 2, qtbot)
    bench.indicator_list.setFocus()
    press(bench, "Shift+F6")
    assert opened.focusWidget() is bench.results.links.table
    press(bench.results.links.table, "Ctrl+Tab")
    press(bench, "Shift+F6")
    press(bench, "Shift+F6")
    table = bench.results.problems.table
    assert opened.focusWidget() is table
    assert len(bench.results.problems.chosen()) == 1
    press(table, "Shift+F6")
    assert opened.focusWidget() is bench.indicator_list


def test_on_arriving_the_first_that_waits_is_opened_before_the_key_leads_past_it(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 3, qtbot)
    press(bench, "Alt+Down")
    press(bench, "Alt+Up")
    first = held(bench)
    assert bench.web.url == small.portal.home_url
    bench.steps.to_finding(1)
    assert held(bench).id == first.id
    assert bench.web.url == first.place
    bench.steps.to_finding(1)
    assert held(bench).id != first.id


def test_enter_on_what_is_confirmed_leads_on_to_what_waits(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 1, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "Return")
    settle(opened, qtbot)
    decided = len(small.workspace.decisions())
    press(bench, "Return")
    settle(opened, qtbot)
    assert len(small.workspace.decisions()) == decided
    assert "Ctrl+Enter" in opened.told()


def test_a_file_opened_again_begins_where_the_work_is(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "Ctrl+Return")
    settle(opened, qtbot)
    assert bench.subject_list.shown[0].is_finished
    bench.subject_list.begin()
    assert bench.hand.subject_id == small.bureau.id


def test_a_subject_without_indicators_shows_nothing_of_the_one_before(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    propose(opened, small, 2, qtbot)
    bench.indicator_list.select("U2")
    bench.indicator_list.setFocus()
    bench.go_to(small.account.id)
    settle(opened, qtbot)
    assert bench.hand.indicator is None
    assert not bench.indicator_panel.isVisible()
    assert bench.indicator_panel.findings.current() is None
    press(bench, "Return")
    press(bench, "1")
    settle(opened, qtbot)
    assert small.workspace.decisions() == ()
    assert "不用判定" in opened.told()
    bench.go_to(small.portal.id)
    assert bench.indicator_panel.isVisible()
    assert bench.indicator_list.hasFocus()


def test_offline_a_dead_link_is_looked_at_where_it_stands(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    page, dead = "http://127.0.0.1:1/news/", "http://127.0.0.1:1/dead"
    bench.web.turn_offline(True)
    found = replace(
        small.propose(dead), check="dead-links", proof=(("所在页面", page), ("链接文字", "旧通知"))
    )
    standing = bench.hand.standing
    assert standing is not None
    (row,) = [
        each
        for indicator in small.workspace.standard.indicators
        for each in finding_rows(
            small.workspace.standard, replace(standing, findings=(found,)), indicator, inspector=LEAD
        )
    ]
    bench.ways.follow(row)
    settle(opened, qtbot)
    assert bench.web.url == page
    bench.ways.turn(row)
    settle(opened, qtbot)
    assert bench.web.url == dead
    bench.ways.turn(row)
    settle(opened, qtbot)
    assert bench.web.url == page
    bench.web.turn_offline(False)
    bench.ways.follow(row)
    settle(opened, qtbot)
    assert bench.web.url == dead
