"""The tour: every part it names is there, it is walked by keyboard, left at any time, and comes by itself only once."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.gui.main_window import Window
from workbench.gui.person_form import PersonForm
from workbench.gui.tour.first_offer import FirstOffer
from workbench.gui.tour.tour_guide import has_been_seen, part_called
from workbench.gui.tour.tour_overlay import TourOverlay, place_beside
from workbench.gui.tour.tour_steps import STEPS
from workbench.gui.widgets.split_view import layout_memory
from workbench.gui.window_start import _greet


@pytest.fixture
def overlay(opened: Window) -> TourOverlay:
    next(action for action in opened.actions() if action.objectName() == "tour").trigger()
    assert opened.tour.overlay is not None
    return opened.tour.overlay


def key(name: Qt.Key) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, name)


def test_it_is_walked_to_its_end_by_keyboard(overlay: TourOverlay, opened: Window) -> None:
    assert 6 <= len(STEPS) <= 8
    for number, step in enumerate(STEPS, start=1):
        assert overlay.title.text() == step.title
        assert opened.page is not None
        assert opened.page.page_id == step.page
        lit = part_called(opened.ground, step.part)
        assert lit is not None, step.part
        assert overlay.lit_rect().width() > 20
        assert opened.ground.rect().contains(overlay.card.geometry()), number
        assert QApplication.focusWidget() is overlay.on
        key(Qt.Key.Key_Return)
    assert opened.tour.overlay is None
    assert has_been_seen()


def test_one_goes_back_and_leaves_with_escape(overlay: TourOverlay, opened: Window) -> None:
    assert not overlay.back.isEnabled()
    key(Qt.Key.Key_Right)
    assert overlay.title.text() == STEPS[1].title
    key(Qt.Key.Key_Left)
    assert overlay.title.text() == STEPS[0].title
    key(Qt.Key.Key_Escape)
    assert opened.tour.overlay is None


def test_tab_stays_on_the_card_and_enter_means_the_button_held(overlay: TourOverlay, opened: Window) -> None:
    key(Qt.Key.Key_Right)
    held = set()
    for _ in range(4):
        key(Qt.Key.Key_Tab)
        held.add(QApplication.focusWidget())
    assert held == {overlay.on, overlay.back, overlay.end}
    overlay.back.setFocus()
    key(Qt.Key.Key_Return)
    assert overlay.title.text() == STEPS[0].title
    overlay.end.setFocus()
    key(Qt.Key.Key_Return)
    assert opened.tour.overlay is None


def test_the_keys_of_the_page_below_rest(
    overlay: TourOverlay, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_1)
    settle(opened, qtbot)
    assert small.workspace.verdicts() == ()
    assert opened.tour.overlay is overlay


def test_it_grows_with_the_window(overlay: TourOverlay, opened: Window) -> None:
    opened.resize(1000, 640)
    assert overlay.size() == opened.ground.size()


def test_the_card_stands_beside_the_light_wherever_there_is_room() -> None:
    ground, size = QRect(0, 0, 1000, 700), QSize(340, 160)
    for lit in (
        QRect(0, 0, 76, 700),
        QRect(700, 0, 300, 700),
        QRect(0, 0, 1000, 60),
        QRect(100, 500, 800, 200),
    ):
        card = place_beside(lit, size, ground)
        assert ground.contains(card)
        assert not card.intersects(lit)
    assert place_beside(ground, size, ground).center() == ground.center()


def test_the_first_day_asks_the_name_then_offers_the_city_and_the_tour(window: Window, qtbot: QtBot) -> None:
    layout_memory().remove("tour-seen")
    _greet(window)
    form = shown_dialog(PersonForm, qtbot)
    form.name.setText("王敏")
    form.unit.setText("市政府办公室")
    form.take()
    shown_dialog(FirstOffer, qtbot).take()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.tour.overlay is not None, timeout=10_000)
    assert window.session.is_open
    window.tour.end()
    window.files.open_practice()
    settle(window, qtbot)
    QTest.qWait(50)
    assert window.tour.overlay is None, "who has seen it is not led again"


def test_who_declines_is_left_alone(window: Window, qtbot: QtBot) -> None:
    _greet(window)
    shown_dialog(PersonForm, qtbot).reject()
    offer = shown_dialog(FirstOffer, qtbot)
    offer.reject()
    assert not window.session.is_open
    assert window.tour.overlay is None
