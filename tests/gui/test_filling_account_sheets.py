"""One sheet per account: pasted days say how long it is silent, and what is typed is in the file."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign, make_small_campaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from workbench.domain.account_sheet import AccountSheet, MenuTrial, Tried
from workbench.domain.evidence import Evidence
from workbench.domain.post_rhythm import post_rhythm
from workbench.gui.accounts.account_rows import limit_marks, rhythm_in_words
from workbench.gui.accounts.accounts_page import AccountsPage
from workbench.gui.accounts.qr_picture import QrPicture
from workbench.gui.main_window import Window
from workbench.views.post_days import PostDays

AS_OF = date(2026, 11, 20)


@pytest.fixture
def page(opened: Window, small: SmallCampaign, qtbot: QtBot) -> AccountsPage:
    opened.go("accounts")
    settle(opened, qtbot)
    assert isinstance(opened.page, AccountsPage)
    qtbot.waitUntil(lambda: opened.page is not None and bool(opened.page.accounts.list.rows))  # type: ignore[attr-defined]  # it is the page of accounts
    settle(opened, qtbot)
    return opened.page


def kept(small: SmallCampaign) -> AccountSheet:
    return small.workspace.records(AccountSheet, small.account.id)[0]


def test_pasted_days_are_read_kept_and_held_against_the_limits(
    opened: Window, page: AccountsPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    page.panel.posts.setPlainText("2026年11月9日 关于防寒\n11月1日\n没有日期")
    page.panel.take_posts()
    settle(opened, qtbot)
    assert kept(small).posts == (date(2026, 11, 9), date(2026, 11, 1))
    assert "1 行没有认出日期：没有日期" in page.panel.unread.text()
    assert [badge.text() for badge in page.panel.marks] == ["超7天", "超10天", "14天内"]
    assert page.accounts.list.rows[0].look.word == "11 天前更新"


def test_enter_leads_into_the_sheet_and_escape_back_to_the_list(page: AccountsPage) -> None:
    page.take_focus()
    press(page.accounts.list, "Return")
    assert page.panel.posts.hasFocus()
    press(page.panel.posts, "Escape")
    assert page.accounts.list.hasFocus()


def test_menus_interaction_and_notes_are_kept_as_they_are_entered(
    opened: Window, page: AccountsPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    page.panel.platform.setCurrentIndex(page.panel.platform.findData("wechat"))
    page.panel.platform.activated.emit(page.panel.platform.currentIndex())
    page.panel.menus.new_name.setText("办事大厅")
    page.panel.menus.add_new()
    page.panel.menus.set_state(0, Tried.FAILS)
    page.panel.interaction.setCurrentIndex(page.panel.interaction.findData(Tried.WORKS.value))
    page.panel.interaction.activated.emit(0)
    settle(opened, qtbot)
    sheet = kept(small)
    assert sheet.platform == "wechat"
    assert sheet.menus == (MenuTrial(name="办事大厅", state=Tried.FAILS),)
    assert sheet.interaction is Tried.WORKS


def test_days_of_a_file_join_those_already_written(
    opened: Window, page: AccountsPage, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    page.take_days(PostDays(days=(date(2026, 11, 2),), unread=()))
    file = tmp_path / "发布.txt"
    file.write_text("2026-11-03\n2026-11-02\n", encoding="utf-8")
    page.desk.read_posts(file, page.take_days)
    settle(opened, qtbot)
    assert kept(small).posts == (date(2026, 11, 3), date(2026, 11, 2))


def test_pictures_are_pasted_and_taken_back(
    opened: Window, page: AccountsPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    page.desk.paste_picture(small.account)
    assert "剪贴板里没有图片" in opened.told()
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    page.desk.paste_picture(small.account)
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: len(page.panel.shelf.pictures) == 1)
    page._paste_qr()
    settle(opened, qtbot)
    assert kept(small).qr_evidence_id in {each.id for each in small.workspace.records(Evidence)}
    page.desk.pictures.remove(page.panel.shelf.pictures)
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: not page.panel.shelf.pictures)


def test_an_account_with_an_address_shows_its_code(qtbot: QtBot) -> None:
    code = QrPicture()
    qtbot.addWidget(code)
    code.show_address("https://weibo.com/u/1")
    assert len(code.modules) >= 21
    code.show_address("x" * 5000)
    assert code.modules == ()


def test_the_words_tell_the_gap_only_where_there_is_a_list() -> None:
    single = post_rhythm([date(2026, 11, 4)], as_of=AS_OF)
    assert rhythm_in_words(single, (), limit_days=14) == "最近一条 2026-11-04，到监测日 16 天。"
    several = post_rhythm([date(2026, 11, 4), date(2026, 10, 1)], as_of=AS_OF)
    assert "最长间隔 34 天（2026-10-01 至 2026-11-04）" in rhythm_in_words(several, (), limit_days=14)
    assert [mark.is_kept for mark in limit_marks(several, (7, 14, 20))] == [False, False, True]
    nothing = post_rhythm([], as_of=AS_OF)
    assert [mark.is_kept for mark in limit_marks(nothing, (7,))] == [None]


def test_a_silent_account_becomes_a_problem_by_one_button(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    """Under the table of 2015, which knows no accounts, the button is not offered."""
    made = make_small_campaign(tmp_path / "新媒体.inspection", standard_id="national-2019")
    with made.workspace:
        open_file(window, made.workspace.path, qtbot)
        window.go("accounts")
        settle(window, qtbot)
        page = window.page
        assert isinstance(page, AccountsPage)
        qtbot.waitUntil(lambda: page.panel.sheet is not None)
        page.panel.posts.setPlainText("2026-10-01")
        page.panel.take_posts()
        settle(window, qtbot)
        qtbot.waitUntil(page.panel.silent.isVisible)
        page.panel.silent.click()
        settle(window, qtbot)
        found = made.workspace.findings(made.account.id)
        assert [finding.rule for finding in found] == ["M2"]
        assert "50 天" in found[0].note
        qtbot.waitUntil(lambda: not page.panel.silent.isVisible())


def test_what_the_standard_does_not_know_is_not_offered(
    opened: Window, page: AccountsPage, qtbot: QtBot
) -> None:
    page.panel.posts.setPlainText("2026-10-01")
    page.panel.take_posts()
    settle(opened, qtbot)
    assert page.accounts.list.rows[0].look.word == "50 天未更新"
    assert not page.panel.silent.isVisible()


def test_tab_leads_from_a_menu_just_added_as_it_stands(
    opened: Window, page: AccountsPage, qtbot: QtBot
) -> None:
    menus = page.panel.menus
    menus.new_name.setFocus()
    menus.new_name.setText("办事大厅")
    press(menus.new_name, "Return")
    settle(opened, qtbot)
    assert menus.new_name.hasFocus()
    names = []
    for _ in range(3):
        page.focusNextPrevChild(False)
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert names == ["删去菜单“办事大厅”", "办事大厅的说明", "办事大厅是否可用"]
