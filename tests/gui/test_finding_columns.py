"""Columns a site seems to have are ticked in a list and registered in one act."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.capture import Capture
from workbench.gui.main_window import Window
from workbench.gui.register_page.found_columns import FoundColumns, SearchProgress, read_event
from workbench.gui.register_page.found_columns_dialog import FoundColumnsDialog
from workbench.gui.register_page.register_page import RegisterPage

HOME = """<title>某局</title><div class=nav><a href="/xw/">要闻</a><a href="/tzgg/">通知公告</a>
<a href="/zcwj/">政策文件</a><a href="/zxft/">在线访谈</a></div>"""


def test_lines_of_the_search_are_understood() -> None:
    assert read_event(json.dumps({"asked": 3, "waiting": 4})) == SearchProgress(3, 4)
    assert (read_event("读了 3 页"), read_event("3"), read_event("{}")) == (None, None, None)
    told = {"new": [], "known": ["a"], "gone": ["http://x/b/"], "pages_read": 2, "error": ""}
    found = read_event(json.dumps({"found": told}))
    assert found == FoundColumns(known=1, gone=("http://x/b/",), pages_read=2)
    assert "没有找到：http://x/b/。" in found.in_words(is_saved=False)


def test_columns_of_saved_pages_are_registered_and_taken_back_at_once(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    headers = (("content-type", "text/html; charset=utf-8"),)
    url = small.portal.home_url
    page = Capture(url=url, final_url=url, status=200, headers=headers, body=HOME.encode())
    small.workspace.save_capture(None, small.portal.id, page)
    dialog = ask(opened, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.model.rows))
    assert [row.name for row in dialog.model.rows] == ["通知公告", "政策文件", "在线访谈"]
    assert dialog.accept_button is not None
    assert dialog.accept_button.text() == "登记 3 个栏目"
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "登记 2 个栏目"
    dialog.take()
    settle(opened, qtbot)
    assert "已登记 2 个栏目" in opened.told()
    assert {each.name for each in small.workspace.columns(small.portal.id)} == {
        "要闻",
        "通知公告",
        "在线访谈",
    }
    press(opened, "Ctrl+Z")
    settle(opened, qtbot)
    assert [each.name for each in small.workspace.columns(small.portal.id)] == ["要闻"]


def test_the_site_itself_is_asked_in_a_child(opened: Window, qtbot: QtBot) -> None:
    dialog = ask(opened, qtbot)
    qtbot.waitUntil(lambda: "联网查找" in dialog._summary.text())
    dialog.search.click()
    assert not dialog.search.isEnabled()
    qtbot.waitUntil(dialog.search.isEnabled, timeout=20_000)
    # Nobody answers at that address.
    assert "打不开" in dialog._summary.text()
    dialog.reject()


def ask(opened: Window, qtbot: QtBot) -> FoundColumnsDialog:
    opened.go("register")
    page = opened.page
    assert isinstance(page, RegisterPage)
    page.table.selectRow(0)
    page.desk.find_columns()
    return shown_dialog(FoundColumnsDialog, qtbot)
