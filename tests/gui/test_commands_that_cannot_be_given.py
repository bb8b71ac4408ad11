"""What cannot be done now looks so, in menu, palette and rail, and says why."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, WANG
from tests.gui.window_driver import press, shown_dialog
from workbench.gui.check_events import CheckState
from workbench.gui.command_palette import CommandPalette
from workbench.gui.commands.command_gate import why_not
from workbench.gui.commands.command_needs import Circumstances, Need, missing
from workbench.gui.main_window import Window

OF_A_CAMPAIGN = {
    "import-register", "draw-sample", "campaign-rounds", "campaign-packs", "merge-files", "export-results",
    "previous-round", "write-report", "run-checks", "check-some", "list-ignores", "look-at-homes", "undo", "journal",
}  # fmt: skip
OF_A_CHECK = {"pause-checks", "end-checks"}
ALL = Circumstances(is_open=True, is_lead=True, lead=LEAD)


@pytest.mark.parametrize("need", Need)
def test_whatever_is_missing_is_one_sentence(need: Need) -> None:
    for found in (Circumstances(), ALL, Circumstances(is_open=True, lead=LEAD, is_running=True)):
        said = missing(need, found)
        assert said == "" or (said.endswith("。") and said.count("。") == 1)
    assert bool(missing(need, ALL)) is (need in (Need.RUN, Need.BEGUN))
    assert missing(Need.BEGUN, replace(ALL, is_paused=True)) == ""


def test_without_a_campaign(window: Window, qtbot: QtBot) -> None:
    shut = {action.objectName() for action in window.actions() if not action.isEnabled()}
    assert shut == OF_A_CAMPAIGN | OF_A_CHECK
    rail = [button for button in window.findChildren(QToolButton) if button.accessibleName() == "台账"]
    assert "还没有打开批次" in rail[0].toolTip()
    press(window, "Ctrl+E")
    assert "还没有打开批次" in window.told()
    press(window, "Ctrl+K")
    palette = shown_dialog(CommandPalette, qtbot)
    palette.field.setText("导出结果包")
    (row,) = palette.list.rows
    assert "还没有打开批次" in why_not(row)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_with_a_campaign_each_stands_once_in_the_palette(opened: Window, qtbot: QtBot) -> None:
    shut = {action.objectName() for action in opened.actions() if not action.isEnabled()}
    assert shut == OF_A_CHECK
    opened.go("register")
    press(opened, "Ctrl+K")
    palette = shown_dialog(CommandPalette, qtbot)
    titles = [row.text() for row in palette.list.rows]
    assert len(titles) == len(set(titles))
    is_shut = [not row.isEnabled() for row in palette.list.rows]
    assert is_shut == sorted(is_shut)
    palette.reject()


def test_a_running_check_is_paused_not_started(opened: Window) -> None:
    opened.checks.state = CheckState(is_running=True)
    opened.checks.did_change.emit(opened.checks.state)
    shut = {action.objectName() for action in opened.actions() if why_not(action)}
    assert shut == {"run-checks", "check-some"}
    opened.checks.state = CheckState()
    opened.change_person(WANG)
    shut = {action.objectName() for action in opened.actions() if why_not(action)}
    assert shut == {"import-register", "campaign-packs"} | OF_A_CHECK
