"""A problem is filled in from top to bottom by keyboard: words, number, place; Enter saves from every field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.main_window import Window


@pytest.fixture
def form(bench: BenchPage, qtbot: QtBot) -> FindingForm:
    bench.indicator_list.select("U2")
    press(bench, "N")
    return shown_dialog(FindingForm, qtbot)


def focused(form: FindingForm) -> QWidget:
    held = form.focusWidget()
    assert held is not None
    return held


def typed(form: FindingForm, text: str) -> None:
    """Into whatever has the keyboard."""
    QTest.keyClicks(focused(form), text)


def test_tab_leads_the_way_one_fills_it_in(
    form: FindingForm, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    assert focused(form) is form.note
    typed(form, "dead picture")
    press(focused(form), "Tab")
    assert focused(form) is form.count
    typed(form, "3")
    press(focused(form), "Tab")
    assert focused(form) is form.place
    assert form.place.selectedText() == small.portal.home_url
    QTest.keyClick(form.place, Qt.Key.Key_Return)
    settle(opened, qtbot)
    (finding,) = small.workspace.findings(small.portal.id)
    assert (finding.note, finding.count, finding.place) == ("dead picture", 3, small.portal.home_url)


@pytest.mark.parametrize("name", ["rule", "note", "count", "place"])
@pytest.mark.parametrize("keys", ["Return", "Ctrl+Return"])
def test_enter_saves_from_every_field(
    form: FindingForm, opened: Window, small: SmallCampaign, name: str, keys: str, qtbot: QtBot
) -> None:
    field = getattr(form, name)
    field.setFocus()
    press(field, keys)
    settle(opened, qtbot)
    assert len(small.workspace.findings(small.portal.id)) == 1
