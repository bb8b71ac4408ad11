"""Messages in the window: the empty page, import by preview, figures that open their lists, editing by key with undo, totals."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.message_totals import MessageTotals
from workbench.gui.main_window import Window
from workbench.gui.messages_page.answer_form import AnswerForm
from workbench.gui.messages_page.message_import_dialog import MessageImportDialog
from workbench.gui.messages_page.message_totals_dialog import MessageTotalsDialog
from workbench.gui.messages_page.messages_page import MessagesPage
from workbench.operations.import_register import apply_register, preview_register

ROWS = """网站标识码,留言平台,编号,标题,提交时间,回复时间,办理状态
9901000001,领导信箱,L-1,路灯不亮,2026-06-01,,办理中
9901000001,领导信箱,L-2,公交改线,2026-10-26,,办理中
9901000002,找错,Z-1,错别字,2026-11-16,2026-11-18,已办结
9901000002,找错,Z-2,链接打不开,2026-11-16,,办理中
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "留言.csv"
    written.write_text(ROWS, "utf-8")
    return written


@pytest.fixture
def messages(opened: Window, small: SmallCampaign, file: Path, qtbot: QtBot) -> MessagesPage:
    apply_register(small.workspace, preview_register(small.workspace, file), by="王敏")
    return shown(opened, qtbot)


def shown(window: Window, qtbot: QtBot) -> MessagesPage:
    window.go("messages")
    settle(window, qtbot)
    assert isinstance(window.page, MessagesPage)
    return window.page


def held(small: SmallCampaign, number: str) -> Message:
    return next(each for each in small.workspace.records(Message) if each.number == number)


def numbers(page: MessagesPage) -> list[str]:
    return [found.message.number for found in page.model.rows]


def figures(page: MessagesPage) -> dict[str, str]:
    return {entry.label: entry.figure for entry in (*page.panel.counts.shown, *page.panel.rates.shown)}


def link(page: MessagesPage, label: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == label and each.isVisible())


def test_an_empty_page_says_what_to_do(
    opened: Window, small: SmallCampaign, file: Path, qtbot: QtBot
) -> None:
    page = shown(opened, qtbot)
    assert link(page, "导入留言…").isVisible()
    page.desk.preview(file)
    dialog = shown_dialog(MessageImportDialog, qtbot)
    assert dialog.accept_button is not None
    assert dialog.accept_button.text() == "导入 4 行"
    dialog.take()
    settle(opened, qtbot)
    assert "已导入 4 条留言，可以撤销（Ctrl+Z）" in opened.told()
    assert len(small.workspace.records(Message)) == 4
    assert numbers(page) == ["Z-2", "Z-1", "L-2", "L-1"]


def test_rows_without_a_platform_take_the_chosen_one(
    opened: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    page = shown(opened, qtbot)
    bare = tmp_path / "导出.csv"
    bare.write_text("编号,标题,来信时间\n1,噪声,2026-11-02\n", "utf-8")
    page.desk.preview(bare)
    dialog = shown_dialog(MessageImportDialog, qtbot)
    assert dialog.complaint() == "没有要导入的行。"
    for field, value in ((dialog.platform, "wenzheng"), (dialog.owner, "9901000002")):
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
        settle(opened, qtbot)
    assert [row.state.value for row in dialog.model.rows] == ["new"]
    dialog.take()
    settle(opened, qtbot)
    assert held(small, "1").subject_id == small.bureau.id


def test_a_register_is_led_to_its_own_page_and_messages_to_theirs(
    opened: Window, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = shown(opened, qtbot)
    register = tmp_path / "台账.csv"
    register.write_text("网站名称,首页网址\n霁川市水利局,http://127.0.0.1:8/\n", "utf-8")
    page.desk.preview(register)
    settle(opened, qtbot)
    assert "是台账，不是留言表" in opened.told()
    opened.go("register")
    opened.page.preview(file)  # type: ignore[union-attr]  # the register's page
    dialog = shown_dialog(MessageImportDialog, qtbot)
    assert opened.page is page
    dialog.reject()


def test_every_figure_opens_the_list_behind_it(messages: MessagesPage) -> None:
    assert figures(messages) == {
        "有效留言": "4",
        "按期办结": "1",
        "逾期办结": "0",
        "在办未到期": "0",
        "逾期未办结": "2",
        "超过3个月": "1",
        "办结率": "25.0%（1/4）",
        "按期办结率": "25.0%（1/4）",
        "答复公开率": "25.0%（1/4）",
        "满意率（含基本满意）": "—（0/0）",
    }
    for label, expected in (("逾期未办结", ["Z-2", "L-2"]), ("超过3个月", ["L-1"]), ("按期办结", ["Z-1"])):
        link(messages, label).click()
        assert numbers(messages) == expected
    link(messages, "满意率（含基本满意）").click()
    assert numbers(messages) == []
    link(messages, "办结率").click()
    assert len(numbers(messages)) == 4


def test_the_span_narrows_figures_and_list(opened: Window, messages: MessagesPage, qtbot: QtBot) -> None:
    messages.span.period.setCurrentIndex(messages.span.period.findData("quarter"))
    messages.span.period.activated.emit(messages.span.period.currentIndex())
    assert messages.span.first.text() == "2026-10-01"
    assert numbers(messages) == ["Z-2", "Z-1", "L-2"]
    messages.span.first.setText("2026年11月1日")
    messages.span.first.editingFinished.emit()
    assert messages.span.period.currentData() == "own"
    assert numbers(messages) == ["Z-2", "Z-1"]
    messages.span.as_of.setText("2026-11-17")
    messages.span.as_of.editingFinished.emit()
    settle(opened, qtbot)
    assert figures(messages)["在办未到期"] == "2"
    messages.span.last.setText("昨天")
    messages.span.last.editingFinished.emit()
    assert "看不懂" in opened.told()
    assert messages.span.last.text() == "2026-11-20"


def test_filters_by_site_platform_and_words(messages: MessagesPage, small: SmallCampaign) -> None:
    messages.filters.site.setCurrentIndex(messages.filters.site.findData(str(small.bureau.id)))
    messages.filters.site.activated.emit(messages.filters.site.currentIndex())
    assert numbers(messages) == ["Z-2", "Z-1"]
    assert figures(messages)["有效留言"] == "2"
    messages.filters.site.setCurrentIndex(0)
    messages.filters.platform.setCurrentIndex(messages.filters.platform.findData("lingdao"))
    messages.filters.platform.activated.emit(messages.filters.platform.currentIndex())
    assert numbers(messages) == ["L-2", "L-1"]
    messages.filters.search.setText("路灯")
    messages.filters.search.returnPressed.emit()
    assert numbers(messages) == ["L-1"]


def test_the_table_sorts_by_any_column(messages: MessagesPage) -> None:
    messages.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert numbers(messages)[0] == "Z-1"
    messages.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert numbers(messages) == ["Z-2", "Z-1", "L-2", "L-1"]


def test_a_message_is_edited_by_key_and_the_edit_undone(
    opened: Window, messages: MessagesPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    messages.open_list("timing-over_three_months")
    assert [each.number for each in messages.listed.chosen()] == ["L-1"]
    press(messages.table, "5")
    settle(opened, qtbot)
    assert held(small, "L-1").state is MessageState.UNTRUE
    assert "1 条留言已改为“不属实”" in opened.told()
    press(messages.table, "Ctrl+Z")
    settle(opened, qtbot)
    assert held(small, "L-1").state is MessageState.IN_WORK
    assert numbers(messages) == ["L-1"]
    press(messages.table, "9")
    settle(opened, qtbot)
    assert held(small, "L-1").satisfaction is Satisfaction.DISSATISFIED
    assert opened.told() == "1 条留言的满意度已改为“不满意”，可以撤销（Ctrl+Z）。"


def test_only_an_answer_can_be_perfunctory(
    opened: Window, messages: MessagesPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    messages.open_list("")
    action = messages.commands["message-perfunctory"]
    messages.table.selectAll()
    assert not action.isEnabled()
    assert "还没有答复，不能标为敷衍" in action.toolTip()
    press(messages.table, "F")
    assert "还没有答复，不能标为敷衍" in opened.told()
    place = numbers(messages).index("Z-1")
    messages.table.selectRow(place)
    assert action.isEnabled()
    for is_it in (True, False):
        press(messages.table, "F")
        settle(opened, qtbot)
        assert held(small, "Z-1").is_perfunctory is is_it


def test_the_next_message_is_in_hand_when_the_edited_one_leaves_the_list(
    opened: Window, messages: MessagesPage, qtbot: QtBot
) -> None:
    messages.open_list("open-overdue")
    assert numbers(messages) == ["Z-2", "L-2", "L-1"]
    messages.table.selectRow(1)
    press(messages.table, "4")
    settle(opened, qtbot)
    assert numbers(messages) == ["Z-2", "L-1"]
    assert [each.number for each in messages.listed.chosen()] == ["L-1"]


def test_an_answer_asks_for_its_day(
    opened: Window, messages: MessagesPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    messages.open_list("open-overdue")
    messages.table.selectAll()
    press(messages.table, "1")
    form = shown_dialog(AnswerForm, qtbot)
    assert form.day.text() == "2026-11-20"
    form.day.setText("2026-11-01")
    form.take()
    settle(opened, qtbot)
    assert "答复日期不能更早" in form.complaint()
    form.day.setText("2026-11-19")
    form.take()
    settle(opened, qtbot)
    assert {held(small, number).answered for number in ("L-1", "L-2", "Z-2")} == {date(2026, 11, 19)}
    assert figures(messages)["按期办结"] == "2"
    press(messages.table, "Ctrl+Z")
    settle(opened, qtbot)
    assert held(small, "Z-2").answered is None


def test_nothing_selected_is_said(opened: Window, messages: MessagesPage) -> None:
    messages.table.clearSelection()
    messages.desk.set_state(MessageState.INVALID)
    assert "请先在列表里选中留言" in opened.told()
    messages.open_list("perfunctory")
    messages.export()
    assert "列表是空的" in opened.told()


def test_typed_totals_must_fit_before_they_are_taken(
    opened: Window, messages: MessagesPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    messages.ask_totals()
    dialog = shown_dialog(MessageTotalsDialog, qtbot)
    assert dialog.focusWidget() is dialog.site
    dialog.platform.setCurrentIndex(dialog.platform.findData("baixing"))
    for key, count in (("received", 563), ("已回复", 442), ("in_work", 90)):
        dialog.counts[key].setValue(count)
    dialog.take()
    settle(opened, qtbot)
    assert "还差31条" in dialog.complaint()
    dialog.counts["不公开"].setValue(31)
    dialog.take()
    settle(opened, qtbot)
    assert len(small.workspace.records(MessageTotals)) == 1
    assert dialog.counts["received"].value() == 0
    assert dialog.focusWidget() is dialog.platform
    assert figures(messages)["有效留言"] == "567"
    messages.open_list("timing-closed_undated")
    assert numbers(messages) == []
    assert messages.listed.open_totals.isVisibleTo(messages)
    messages.open_list("")
    dialog.table.selectRow(0)
    dialog.delete_chosen()
    settle(opened, qtbot)
    assert small.workspace.records(MessageTotals) == ()
    assert figures(messages)["有效留言"] == "4"
    dialog.reject()


def test_what_is_overdue_is_proposed_for_the_bench(
    opened: Window, messages: MessagesPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    press(messages.table, "P")
    qtbot.waitUntil(lambda: opened.checks.state.ending == "finished", timeout=60_000)
    settle(opened, qtbot)
    found = {(each.aspect, each.place, each.rule) for each in small.workspace.findings() if each.is_seen}
    assert found == {
        ("over-three-months", "领导信箱 L-1", "V5"),
        ("past-limit", "领导信箱 L-2", ""),
        ("past-limit", "我为政府网站找错 Z-2", ""),
    }


def test_a_narrow_page_keeps_its_acts_as_icons(opened: Window, messages: MessagesPage) -> None:
    opened.resize(880, 560)
    button = messages.panel.acts[0]
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    opened.resize(1440, 900)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
