"""Enter presses the button that has the focus, on every page and on the first screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from workbench.gui.main_window import Window
from workbench.gui.recent_files import remember_file


def test_a_number_of_the_overview_is_opened_by_enter(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    opened.go("overview")
    settle(opened, qtbot)
    assert opened.page is not None
    figure = next(
        each
        for each in opened.page.findChildren(QPushButton)
        if each.isVisible() and each.isEnabled() and each.text().startswith("未完成")
    )
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Return)
    assert opened.page is opened._pages["bench"]


def test_enter_goes_on_with_the_file_opened_last(window: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    remember_file(small.workspace.path)
    window._stack._welcome.refresh()  # type: ignore[attr-defined]  # the first screen
    window.hide()
    window.show()
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == small.workspace.path.stem
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.session.is_open
