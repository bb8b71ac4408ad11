"""An inspector's keys: every act is in the file when the window says it is saved."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.decision import DecisionOutcome
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.bench.reason_form import ReasonForm
from workbench.gui.bench.trace_dialog import TraceDialog
from workbench.gui.main_window import Window


def outcomes(small: SmallCampaign) -> dict[str, Outcome]:
    return {verdict.indicator: verdict.outcome for verdict in small.workspace.verdicts(small.portal.id)}


def test_a_tick_is_saved_at_once_and_leads_on(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    assert bench.hand.indicator_code == "V1"
    press(bench, "1")
    settle(opened, qtbot)
    assert outcomes(small) == {"V1": Outcome.PASS}
    assert bench.hand.indicator_code == "V2"
    assert "已保存 " in opened.windowTitle() + opened._bar.saved_text()


def test_fail_and_doubt_stay_where_they_are(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "2")
    settle(opened, qtbot)
    assert bench.hand.indicator_code == "V1"
    press(bench, "4")
    settle(opened, qtbot)
    assert outcomes(small) == {"V1": Outcome.DOUBTFUL}


def test_indicators_and_subjects_are_walked_by_key(bench: BenchPage, small: SmallCampaign) -> None:
    press(bench, "J")
    press(bench, "J")
    press(bench, "K")
    assert bench.hand.indicator_code == "V2"
    press(bench, "Alt+Down")
    assert bench.hand.subject_id == small.bureau.id
    press(bench, "Alt+Up")
    assert bench.hand.subject_id == small.portal.id


def test_the_rest_passes_and_one_key_takes_it_back(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "2")
    settle(opened, qtbot)
    press(bench, "Ctrl+Return")
    settle(opened, qtbot)
    held = outcomes(small)
    assert held.pop("V1") is Outcome.FAIL
    assert set(held.values()) == {Outcome.PASS}
    assert f"已判 {len(held)} 项" in opened.told()
    press(opened, "Ctrl+Z")
    settle(opened, qtbot)
    assert outcomes(small) == {"V1": Outcome.FAIL}


def test_enter_confirms_the_proposal_in_hand(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    places = ("http://127.0.0.1:1/a", "http://127.0.0.1:1/b")
    found = [small.propose(place) for place in places]
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    for _ in found:
        press(bench, "Return")
        settle(opened, qtbot)
    decisions = small.workspace.decisions(small.portal.id)
    assert {decision.outcome for decision in decisions} == {DecisionOutcome.CONFIRMED}
    assert {decision.finding_id for decision in decisions} == {finding.id for finding in found}
    assert all(decision.inspector == LEAD for decision in decisions)


def test_a_dismissal_wants_a_reason(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    small.propose("http://127.0.0.1:1/a")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "D")
    form = shown_dialog(ReasonForm, qtbot)
    form.take()
    assert form.complaint() == "请写明理由。"
    form.reason.setText("人工打开正常")
    form.take()
    settle(opened, qtbot)
    (decision,) = small.workspace.decisions(small.portal.id)
    assert (decision.outcome, decision.reason) == (DecisionOutcome.DISMISSED, "人工打开正常")


def test_a_proposal_is_changed(opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot) -> None:
    small.propose("http://127.0.0.1:1/a")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "E")
    form = shown_dialog(FindingForm, qtbot)
    form.rule.setCurrentIndex(form.rule.findData("U2.other"))
    form.count.setValue(3)
    form.take()
    settle(opened, qtbot)
    (decision,) = small.workspace.decisions(small.portal.id)
    assert (decision.outcome, decision.rule, decision.count) == (DecisionOutcome.CHANGED, "U2.other", 3)


def test_a_problem_is_recorded_on_the_page_in_view_and_taken_back(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    bench.indicator_list.select("U2")
    press(bench, "N")
    form = shown_dialog(FindingForm, qtbot)
    assert form.place.text() == small.portal.home_url
    form.count.setValue(2)
    form.note.setText("栏目图片不显示")
    form.take()
    settle(opened, qtbot)
    (finding,) = small.workspace.findings(small.portal.id)
    assert (finding.rule, finding.count, finding.place, finding.inspector) == (
        "U2.home",
        2,
        small.portal.home_url,
        LEAD,
    )
    assert bench.score_panel.number_text() == "98"
    press(bench, "Delete")
    settle(opened, qtbot)
    assert small.workspace.findings(small.portal.id) == ()


def test_a_note_alone_leaves_the_indicator_open(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "B")
    note = bench.indicator_panel.note
    QTest.keyClicks(note, "12")
    press(note, "Return")
    settle(opened, qtbot)
    (verdict,) = small.workspace.verdicts(small.portal.id)
    assert (verdict.outcome, verdict.note) == (Outcome.NOT_CHECKED, "12")


def test_enter_and_escape_leave_the_note(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    """Whatever key came next would otherwise be typed into the note."""
    for key in ("Return", "Escape"):
        bench.indicator_list.setFocus()
        press(bench, "B")
        note = bench.indicator_panel.note
        QTest.keyClicks(note, "x")
        press(note, key)
        settle(opened, qtbot)
        assert opened.focusWidget() is bench.indicator_list
    (verdict,) = small.workspace.verdicts(small.portal.id)
    assert verdict.note == "x", "what Escape gives up is not kept"


def test_enter_takes_the_first_subject_found_and_escape_gives_the_search_up(
    bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "Slash")
    search = bench.subject_list.search
    search.setText("教育")
    press(search, "Return")
    assert bench.hand.subject_id == small.bureau.id
    assert bench.window().focusWidget() is bench.subject_list.list
    press(bench, "Slash")
    press(search, "Escape")
    assert search.text() == ""
    assert len(bench.subject_list.shown) > 1


def test_past_the_last_problem_comes_the_next_indicator_that_waits(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    finding = small.propose("http://127.0.0.1:1/a")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("V1")
    press(bench, "BracketRight")
    held = bench.indicator_panel.findings.current()
    assert bench.hand.indicator_code == "U2"
    assert held is not None
    assert held.finding.id == finding.id


def test_what_the_operation_refuses_is_told_in_its_words(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    bench.indicator_list.select("U2")
    press(bench, "N")
    shown_dialog(FindingForm, qtbot).take()
    settle(opened, qtbot)
    press(bench, "1")
    settle(opened, qtbot)
    assert "不能判为通过" in opened.told()
    assert outcomes(small) == {}


def test_the_score_is_explained(bench: BenchPage, qtbot: QtBot) -> None:
    press(bench, "W")
    shown_dialog(TraceDialog, qtbot).reject()
