"""A day at the bench by key: one indicator over all subjects, phrases, whole topics, counts, several findings at a place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.check_watch import closing_sentence
from workbench.gui.bench.count_form import CountForm
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.bench.phrase_form import PhraseForm
from workbench.gui.check_events import CheckState
from workbench.gui.main_window import Window
from workbench.gui.notice_line import Tone
from workbench.operations.record_finding import add_finding
from workbench.paths import user_data_dir

PLACE = "http://127.0.0.1:1/xw/"


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    yield
    (user_data_dir() / "phrases.json").unlink(missing_ok=True)


def test_one_indicator_is_taken_over_all_subjects(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    bench.indicator_list.select("V4")
    press(bench, "L")
    line = bench.tools.line
    assert line.is_on
    assert bench.tools.line_bar.isVisible()
    assert bench.tools.line_bar.figure() == "0/2"
    press(bench, "1")
    settle(opened, qtbot)
    assert bench.hand.subject_id == small.bureau.id
    assert bench.hand.indicator_code == "V4"
    assert bench.tools.line_bar.figure() == "1/2"
    press(bench, "Alt+Up")
    assert bench.hand.subject_id == small.portal.id
    press(bench, "Alt+Down")
    assert bench.hand.subject_id == small.bureau.id
    press(bench, "2")
    settle(opened, qtbot)
    assert bench.hand.subject_id == small.bureau.id
    press(bench, "1")
    settle(opened, qtbot)
    assert "流水线完成：2 个对象的“严重错误”都已判定" in opened.told()
    assert not bench.tools.line_bar.isVisible()
    outcomes = {v.subject_id: v.outcome for v in small.workspace.verdicts() if v.indicator == "V4"}
    assert outcomes == {small.portal.id: Outcome.PASS, small.bureau.id: Outcome.PASS}


def test_the_line_is_left_by_the_same_key(bench: BenchPage) -> None:
    press(bench, "L")
    press(bench, "L")
    assert not bench.tools.line.is_on
    assert not bench.tools.line_bar.isVisible()


def test_a_phrase_is_found_written_and_learnt(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "P")
    form = shown_dialog(PhraseForm, qtbot)
    form.field.setText("附件 下载")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert bench.indicator_panel.note.text() == "附件下载不了"
    bench.indicator_panel.note.setText("附件下载不了，点了三次")
    QTest.keyClick(bench.indicator_panel.note, Qt.Key.Key_Return)
    settle(opened, qtbot)
    (verdict,) = small.workspace.verdicts(small.portal.id)
    assert (verdict.note, verdict.outcome) == ("附件下载不了，点了三次", Outcome.NOT_CHECKED)
    bench.indicator_list.setFocus()
    press(bench, "P")
    again = shown_dialog(PhraseForm, qtbot)
    assert again.list.rows[0].text == "附件下载不了，点了三次"
    again.reject()


def test_a_whole_topic_does_not_apply_and_comes_back_in_one(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(bench, "T")
    assert "逐项判定" in opened.told()
    bench.indicator_list.select("R1")
    press(bench, "T")
    settle(opened, qtbot)
    group = [i.code for i in small.workspace.standard.indicators if i.group == "互动回应情况"]
    marked = {v.indicator for v in small.workspace.verdicts() if v.outcome is Outcome.NOT_APPLICABLE}
    assert marked == set(group)
    assert f"已判 {len(group)} 项" in opened.told()
    press(bench, "Ctrl+Z")
    settle(opened, qtbot)
    assert small.workspace.verdicts() == ()


def test_a_new_finding_is_in_hand_and_its_count_is_changed_by_digits(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    add_finding(small.workspace, subject=small.portal, rule="U2.home", count=1, by=LEAD, place=PLACE)
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    press(bench, "N")
    form = shown_dialog(FindingForm, qtbot)
    form.rule.setCurrentIndex(form.rule.findData("U2.other"))
    form.place.setText("")
    press(form, "Ctrl+Return")
    settle(opened, qtbot)
    held = bench.indicator_panel.findings.current()
    assert held is not None
    assert held.finding.rule == "U2.other"
    press(bench, "C")
    counting = shown_dialog(CountForm, qtbot)
    QTest.keyClicks(counting.count, "12")
    press(counting, "Ctrl+Return")
    settle(opened, qtbot)
    counts = {f.rule: f.count for f in small.workspace.findings(small.portal.id)}
    assert counts == {"U2.home": 1, "U2.other": 12}
    assert bench.score_panel.number_text() == "97.8"


def test_a_second_finding_at_one_place_says_that_it_costs_nothing(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    bench.indicator_list.select("U2")
    for _ in range(2):
        press(bench, "N")
        form = shown_dialog(FindingForm, qtbot)
        form.place.setText(PLACE)
        press(form, "Ctrl+Return")
        settle(opened, qtbot)
    assert "同一位置只计一次" in opened.told()
    rows = bench.indicator_panel.findings.rows
    assert [("只计一次" in row.below) for row in rows] == [False, True]
    assert bench.score_panel.number_text() == "99"


def test_findings_are_walked_by_key(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    for name in "abc":
        small.propose(f"http://127.0.0.1:1/{name}")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    bench.indicator_list.select("U2")
    findings = bench.indicator_panel.findings
    places = [row.place for row in findings.rows]
    bench.steps.to_finding(1)
    held = findings.current()
    assert held is not None
    assert held.place == places[1]
    bench.steps.to_finding(-5)
    held = findings.current()
    assert held is not None
    assert held.place == places[0]


def test_what_the_round_before_found_stands_beside_the_indicator(
    opened: Window,
    bench: BenchPage,
    small: SmallCampaign,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = make_small_campaign(tmp_path / "上一轮.inspection")
    with before.workspace as workspace:
        add_finding(workspace, subject=before.portal, rule="U2.home", count=2, by=LEAD, place=PLACE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(before.workspace.path), ""))
    next(action for action in opened.actions() if action.objectName() == "previous-round").trigger()
    settle(opened, qtbot)
    assert "1 条问题" in opened.told()
    bench.indicator_list.select("U2")
    past = bench.indicator_panel.past_text()
    assert "首页上的链接打不开，2 处" in past
    assert PLACE in past
    bench.indicator_list.select("V4")
    assert bench.indicator_panel.past_text() == ""


def test_the_end_of_the_checks_is_told() -> None:
    done = closing_sentence(CheckState(ending="finished", finished=12, subjects=12), waiting=24)
    assert done.text == "检查结束，12 个对象都已查完；共有 24 条疑似问题待确认。"
    missed = closing_sentence(
        CheckState(ending="finished", finished=12, subjects=12, missed=3, reason="教育局：首页打不开。"),
        waiting=0,
    )
    assert "12 个对象里有 3 个没有查成（教育局：首页打不开）" in missed.text
    assert missed.tone is Tone.ERROR, "it stays until it has been read"
    stopped = closing_sentence(CheckState(ending="stopped", finished=3, subjects=12), waiting=0)
    assert "完成 3/12 个对象" in stopped.text
    assert "没有待确认的问题" in stopped.text
