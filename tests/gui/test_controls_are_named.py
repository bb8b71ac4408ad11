"""Every control has a name for screen readers and can be reached by the keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.dialog_walk import DIALOGS, enrich
from tests.gui.window_driver import shown_dialog
from workbench.gui.commands.command_catalogue import WINDOW, all_commands
from workbench.gui.main_window import Window
from workbench.gui.manual.manual_chapters import Spot
from workbench.gui.manual.manual_window import ManualWindow
from workbench.gui.page_catalogue import all_pages
from workbench.operations.create_campaign import create_campaign

PAGES = tuple(entry.page_id for entry in all_pages())
# Inner parts of Qt's own fields, which speak through the field around them.
_INNER = ("qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_calendar")


def controls(top: QWidget) -> list[QWidget]:
    """What can take the focus and is on screen."""
    return [
        child
        for child in top.findChildren(QWidget)
        if child.isVisible()
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not child.objectName().startswith(_INNER)
        and child.focusProxy() is None
    ]


def nameless(top: QWidget) -> list[str]:
    found = []
    for control in controls(top):
        spoken = QAccessible.queryAccessibleInterface(control)
        if spoken is not None and not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} in {type(control.parentWidget()).__name__}")
    return found


def unreachable(top: QWidget) -> list[str]:
    """Buttons, fields and lists on screen and enabled that Tab never comes to."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    reached: set[QWidget] = set()
    step = top.nextInFocusChain()
    while step is not None and step not in reached:
        reached.add(step)
        step = step.nextInFocusChain()
    return [
        f"{type(control).__name__} {control.accessibleName()}"
        for control in controls(top)
        if isinstance(control, kinds)
        and control.isEnabled()
        and (control not in reached or not control.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


@pytest.mark.parametrize("page_id", PAGES)
def test_every_control_of_a_page_is_named_and_reached(
    page_id: str, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    enrich(small)
    open_file(opened, small.workspace.path, qtbot)
    opened.go(page_id)
    settle(opened, qtbot)
    assert len(controls(opened)) > 8
    assert nameless(opened) == []
    assert unreachable(opened) == []


@pytest.mark.parametrize("page_id", PAGES)
def test_every_control_of_an_empty_campaign_is_named_and_reached(
    page_id: str, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "空.inspection"
    create_campaign(
        file, standard_id="national-2019", period="2026Q4", as_of=date(2026, 11, 20), lead=LEAD
    ).close()
    open_file(window, file, qtbot)
    window.go(page_id)
    settle(window, qtbot)
    assert nameless(window) == []
    assert unreachable(window) == []


def test_the_manual_is_named_and_reached(qtbot: QtBot) -> None:
    manual = ManualWindow()
    qtbot.addWidget(manual)
    manual.open_at(Spot("05-bench"))
    qtbot.waitUntil(manual.isVisible)
    assert len(controls(manual)) >= 3
    assert nameless(manual) == []
    assert unreachable(manual) == []


def test_the_tour_is_named_and_reached(opened: Window) -> None:
    opened.tour.begin(is_open=True)
    overlay = opened.tour.overlay
    assert overlay is not None
    assert nameless(overlay) == []
    assert unreachable(overlay) == []


def test_the_first_screen_is_named_and_reached(window: Window) -> None:
    assert nameless(window) == []
    assert unreachable(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_is_named_and_reached(
    name: str, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    enrich(small)
    open_file(opened, small.workspace.path, qtbot)
    DIALOGS[name](opened, small)
    settle(opened, qtbot)
    dialog = shown_dialog(QDialog, qtbot)
    assert nameless(dialog) == []
    assert unreachable(dialog) == []
    dialog.reject()


def test_no_two_commands_of_one_place_share_a_key() -> None:
    """The keys of a page rest while another page is on screen; those of the window never do."""
    seen: dict[tuple[str, str], str] = {}
    for entry in sorted(all_commands(), key=lambda each: each.on != WINDOW):
        for key in entry.keys:
            assert seen.get((WINDOW, key), entry.command_id) == entry.command_id
            assert seen.setdefault((entry.on, key), entry.command_id) == entry.command_id
