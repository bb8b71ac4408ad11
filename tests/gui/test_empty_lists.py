"""Every list of an empty campaign says what to do next."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import shown_dialog
from workbench.gui.main_window import Window
from workbench.gui.page_catalogue import all_pages
from workbench.gui.register_page.columns_dialog import ColumnsDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.widgets.record_table import RecordTable
from workbench.operations.create_campaign import create_campaign

# What leads on: an act in words, a key, or where to go.
LEADS = ("导入", "按", "填写", "合并进来", "到检查页", "判完")


@pytest.fixture
def empty(window: Window, tmp_path: Path, qtbot: QtBot) -> Window:
    file = tmp_path / "空.inspection"
    create_campaign(
        file, standard_id="national-2019", period="2026Q4", as_of=date(2026, 11, 20), lead=LEAD
    ).close()
    open_file(window, file, qtbot)
    return window


def silent_tables(top: QWidget) -> list[str]:
    """Tables on screen that show no row and say nothing."""
    return [
        table.accessibleName()
        for table in top.findChildren(RecordTable)
        if table.isVisible() and not table.model().rowCount() and not table.accessibleDescription()
    ]


@pytest.mark.parametrize("page_id", [entry.page_id for entry in all_pages()])
def test_an_empty_page_leads_on(page_id: str, empty: Window, qtbot: QtBot) -> None:
    empty.go(page_id)
    settle(empty, qtbot)
    page = empty.page
    assert page is not None
    assert silent_tables(page) == []
    if page_id != "standard":
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert any(word in text for text in said for word in LEADS), said


def _of_window(command_id: str) -> Callable[[Window], None]:
    return lambda window: next(
        action for action in window.actions() if action.objectName() == command_id
    ).trigger()


def _rounds(window: Window) -> None:
    window.go("register")
    assert isinstance(window.page, RegisterPage)
    window.page.desk.plan_rounds()


@pytest.mark.parametrize(
    "ask", [_of_window("draw-sample"), _of_window("list-ignores"), _rounds], ids=["draw", "ignores", "rounds"]
)
def test_an_empty_dialog_leads_on(ask: Callable[[Window], None], empty: Window, qtbot: QtBot) -> None:
    ask(empty)
    settle(empty, qtbot)
    dialog = shown_dialog(QDialog, qtbot)
    tables = dialog.findChildren(RecordTable)
    assert [table.model().rowCount() for table in tables] == [0]
    assert silent_tables(dialog) == []
    assert not dialog.grab().isNull()
    dialog.reject()


def test_a_subject_without_columns_says_how_to_get_them(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    opened.go("register")
    assert opened.page is not None
    dialog = ColumnsDialog(opened.page, session=opened.session, subject=small.bureau, find=lambda: None)
    dialog.open()
    settle(opened, qtbot)
    assert silent_tables(dialog) == []
    dialog.reject()


def test_checks_of_nothing_are_not_offered(empty: Window) -> None:
    _of_window("check-some")(empty)
    assert "先按 Ctrl+I 导入台账" in empty.told()
