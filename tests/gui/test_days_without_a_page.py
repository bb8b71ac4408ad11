"""Days on which no page is opened: accounts and messages lead to scores, and a cell of the standard moves them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.account_sheet import AccountSheet
from workbench.domain.decision import DecisionOutcome
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.score import Result
from workbench.domain.subject import Subject
from workbench.gui.accounts.accounts_page import AccountsPage
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.count_form import CountForm
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.bench.indicator_rows import IndicatorRow
from workbench.gui.check_choice.check_form import CheckForm
from workbench.gui.main_window import Window
from workbench.gui.messages_page.message_import_dialog import MessageImportDialog
from workbench.gui.messages_page.message_totals_dialog import MessageTotalsDialog
from workbench.gui.messages_page.messages_page import MessagesPage
from workbench.gui.overview.overview_page import OverviewPage
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.standard_page import StandardPage
from workbench.operations.score_campaign import score_one

MESSAGES = """网站标识码,留言平台,编号,标题,提交时间,回复时间,办理状态
9901000001,领导信箱,L-1,路灯不亮,2026-06-01,,办理中
9901000001,领导信箱,L-2,公交改线,2026-11-18,2026-11-19,已办结
"""
SOURCE = "国办发〔2015〕15号附件第6页"


@pytest.fixture
def newer(tmp_path: Path) -> Iterator[SmallCampaign]:
    """Judged by the table of 2019, which knows accounts."""
    made = make_small_campaign(tmp_path / "新媒体.inspection", standard_id="national-2019")
    with made.workspace:
        yield made


def bench_of(window: Window) -> BenchPage:
    window.go("bench")
    assert isinstance(window.page, BenchPage)
    return window.page


def on_screen(page: object) -> list[str]:
    assert isinstance(page, OverviewPage)
    shown = (*page.findChildren(QLabel), *page.findChildren(QPushButton))
    return [each.text() for each in shown if isinstance(each, QLabel | QPushButton) and each.isVisible()]


@pytest.mark.slow
def test_accounts_and_messages_are_recorded_checked_confirmed_and_scored(
    window: Window, newer: SmallCampaign, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file(window, newer.workspace.path, qtbot)
    fill_the_sheet(window, newer, qtbot)
    import_messages(window, newer, tmp_path, qtbot, monkeypatch)
    type_totals(window, newer, qtbot)
    check_records_alone(window, newer, qtbot)
    for subject, rule in ((newer.account, "M2"), (newer.portal, "W5b")):
        confirm_all(window, newer, subject, qtbot)
        assert rule_of_vetoes(newer, subject) == {rule}
    window.go("overview")
    settle(window, qtbot)
    shown = on_screen(window.page)
    assert "合格 0 个 / 有定论 2 个" in shown
    assert {newer.account.name, newer.portal.name} <= set(shown)


def fill_the_sheet(window: Window, newer: SmallCampaign, qtbot: QtBot) -> None:
    window.go("accounts")
    settle(window, qtbot)
    page = window.page
    assert isinstance(page, AccountsPage)
    qtbot.waitUntil(lambda: page.panel.sheet is not None)
    page.panel.posts.setPlainText("2026-10-01 国庆安排\n9月28日")
    page.panel.take_posts()
    settle(window, qtbot)
    assert page.accounts.list.rows[0].look.word == "50 天未更新"
    (sheet,) = newer.workspace.records(AccountSheet)
    assert (sheet.posts, sheet.inspector) == ((date(2026, 10, 1), date(2026, 9, 28)), LEAD)


def import_messages(
    window: Window, newer: SmallCampaign, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "留言.csv"
    file.write_text(MESSAGES, "gb18030")
    window.go("messages")
    settle(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page = messages_page(window)
    press(page.table, "I")
    dialog = shown_dialog(MessageImportDialog, qtbot)
    assert newer.workspace.records(Message) == ()
    dialog.take()
    settle(window, qtbot)
    assert "已导入 2 条留言" in window.told()
    assert {row.message.number for row in page.model.rows} == {"L-1", "L-2"}
    assert {message.number for message in newer.workspace.records(Message)} == {"L-1", "L-2"}


def messages_page(window: Window) -> MessagesPage:
    assert isinstance(window.page, MessagesPage)
    return window.page


def type_totals(window: Window, newer: SmallCampaign, qtbot: QtBot) -> None:
    page = messages_page(window)
    press(page.table, "T")
    dialog = shown_dialog(MessageTotalsDialog, qtbot)
    dialog.platform.setCurrentIndex(dialog.platform.findData("baixing"))
    for key, count in (("received", 563), ("已回复", 442), ("in_work", 90), ("不公开", 31)):
        dialog.counts[key].setValue(count)
    dialog.take()
    settle(window, qtbot)
    dialog.reject()
    (totals,) = newer.workspace.records(MessageTotals)
    assert (totals.received, totals.parts) == (563, 563)
    figures = {entry.label: entry.figure for entry in page.panel.counts.shown}
    assert figures["有效留言"] == "565"


def check_records_alone(window: Window, newer: SmallCampaign, qtbot: QtBot) -> None:
    press(window, "Ctrl+Shift+F5")
    form = shown_dialog(CheckForm, qtbot)
    form.checks.tick_all(is_on=False)
    for place in range(form.checks.count()):
        item = form.checks.item(place)
        if item.text() in ("新媒体账号", "留言办理"):
            item.setCheckState(item.checkState().Checked)
    assert form.checks.ticked() == ("accounts", "messages")
    form.take()
    qtbot.waitUntil(lambda: "检查结束" in window.told(), timeout=60_000)
    assert "共有 2 条疑似问题待确认" in window.told()
    proposed = {(f.check, f.rule) for f in newer.workspace.findings() if f.is_seen and f.rule}
    assert proposed == {("accounts", "M2"), ("messages", "W5b")}


def confirm_all(window: Window, newer: SmallCampaign, subject: Subject, qtbot: QtBot) -> None:
    bench = bench_of(window)
    bench.subject_list.select(subject.id)
    waiting = [
        r.indicator.code for r in bench.indicator_list.rows if isinstance(r, IndicatorRow) and r.waiting
    ]
    for code in waiting:
        bench.indicator_list.select(code)
        press(bench, "Return")
        settle(window, qtbot)
    press(bench, "Ctrl+Return")
    settle(window, qtbot)
    assert bench.score_panel.number_text() == "否决"
    decisions = newer.workspace.decisions(subject.id)
    assert {decision.outcome for decision in decisions} == {DecisionOutcome.CONFIRMED}
    assert score_one(newer.workspace, subject).score.result is Result.FAIL


def rule_of_vetoes(newer: SmallCampaign, subject: Subject) -> set[str]:
    return {line.rule for line in score_one(newer.workspace, subject).score.vetoes}


def test_a_confirmed_cell_moves_the_scores(window: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    open_file(window, small.workspace.path, qtbot)
    record_at_the_bench(window, small, qtbot)
    window.go("overview")
    settle(window, qtbot)
    before = on_screen(window.page)
    assert not any("有定论" in text for text in before)
    window.go("standard")
    page = window.page
    assert isinstance(page, StandardPage)
    assert page.table.select_key("B4")
    press(page.table, "Return")
    form = shown_dialog(CellForm, qtbot)
    form.editor.first.setProperty("text", "4")
    button = form.accept_button
    assert button is not None
    qtbot.waitUntil(button.isEnabled, timeout=5000)
    assert [shift.in_words for shift in form.shifts.model.rows] == [("100 分 · 暂定", "88 分 · 合格")]
    form.source.setText(SOURCE)
    press(form, "Ctrl+Return")
    settle(window, qtbot)
    window.go("overview")
    settle(window, qtbot)
    assert "合格 1 个 / 有定论 1 个" in on_screen(window.page)
    bench = bench_of(window)
    bench.subject_list.select(small.portal.id)
    assert bench.score_panel.number_text() == "88"
    assert score_one(small.workspace, small.portal).score.number == 88
    entry = small.workspace.journal(limit=8)[0]
    assert (entry.kind, entry.inspector) == ("standard_change", LEAD)


def record_at_the_bench(window: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    bench = bench_of(window)
    bench.subject_list.select(small.portal.id)
    bench.indicator_list.select("B4")
    press(bench, "N")
    finding = shown_dialog(FindingForm, qtbot)
    finding.place.setText("无障碍")
    finding.take()
    settle(window, qtbot)
    press(bench, "C")
    counting = shown_dialog(CountForm, qtbot)
    counting.count.setValue(3)
    counting.take()
    settle(window, qtbot)
    press(bench, "Ctrl+Return")
    settle(window, qtbot)
    row = next(row for row in bench.subject_list.shown if row.subject.id == small.portal.id)
    assert (bench.score_panel.number_text(), row.look.word) == ("100", "暂定")
    assert score_one(small.workspace, small.portal).score.result is Result.PROVISIONAL
