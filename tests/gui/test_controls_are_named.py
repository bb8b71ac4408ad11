"""Every control has a name for screen readers and can be reached by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.commands.command_catalogue import WINDOW, all_commands
from workbench.gui.main_window import Window
from workbench.gui.messages_page.messages_page import MessagesPage
from workbench.gui.page_catalogue import all_pages
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.standard_page import StandardPage

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
def test_every_control_of_a_page_is_named_and_reached(page_id: str, opened: Window) -> None:
    opened.go(page_id)
    assert len(controls(opened)) > 8
    assert nameless(opened) == []
    assert unreachable(opened) == []


def test_the_first_screen_is_named_and_reached(window: Window) -> None:
    assert nameless(window) == []
    assert unreachable(window) == []


def _of_window(command_id: str) -> Callable[[Window], None]:
    def ask(window: Window) -> None:
        next(action for action in window.actions() if action.objectName() == command_id).trigger()

    return ask


def _of_bench(name: str) -> Callable[[Window], None]:
    def ask(window: Window) -> None:
        window.go("bench")
        assert isinstance(window.page, BenchPage)
        window.page.indicator_list.select("U2")
        getattr(window.page.desk, name)()

    return ask


def _draw(window: Window) -> None:
    window.go("register")
    assert isinstance(window.page, RegisterPage)
    window.page.ask_draw()


def _cell_form(row: str, cell: str) -> Callable[[Window], None]:
    def ask(window: Window) -> None:
        window.go("standard")
        assert isinstance(window.page, StandardPage)
        assert window.page.table.select_key(row)
        window.page.ask_change()
        form = next(each for each in window.page.findChildren(CellForm) if each.isVisible())
        form.choice.setCurrentIndex(form.choice.findData(cell))

    return ask


def _message_totals(window: Window) -> None:
    window.go("messages")
    assert isinstance(window.page, MessagesPage)
    while window.session.is_busy:
        QTest.qWait(10)
    window.page.ask_totals()


DIALOGS: dict[str, Callable[[Window], None]] = {
    "finding": _of_bench("ask_finding"),
    "change": _of_bench("ask_change"),
    "dismissal": _of_bench("ask_dismissal"),
    "trace": _of_bench("explain"),
    "phrases": _of_bench("ask_phrase"),
    "count": _of_bench("ask_count"),
    "draw": _draw,
    "message-totals": _message_totals,
    "price": _cell_form("B4", "rule:B4/price"),
    "window": _cell_form("N2a", "rule:N2a/window"),
    "kinds": _cell_form("N2a", "indicator:N2/applies_to"),
    **{name: _of_window(name) for name in ("keys", "palette", "person", "new-campaign")},
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_is_named_and_reached(
    name: str, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    small.propose("http://127.0.0.1:1/a")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    DIALOGS[name](opened)
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
