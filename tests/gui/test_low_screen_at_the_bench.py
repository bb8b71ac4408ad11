"""On a common small screen what decides a finding and what bears it out are in sight together."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.test_walking_at_the_bench import propose
from tests.gui.window_driver import press
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window


def paste_picture(opened: Window, bench: BenchPage, qtbot: QtBot) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QApplication.clipboard().setImage(picture)
    press(bench, "Ctrl+V")
    settle(opened, qtbot)


def is_in_sight(part: QWidget, window: QWidget) -> bool:
    low = part.mapTo(window, QPoint(0, part.height())).y()
    return part.isVisible() and not part.visibleRegion().isEmpty() and low <= window.height()


def test_nothing_has_to_be_scrolled_where_a_finding_is_decided(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    opened.resize(1366, 744)
    propose(opened, small, 4, qtbot)
    bench.indicator_list.select("U2")
    paste_picture(opened, bench, qtbot)
    strip, deciding = bench.tools.strip, bench.indicator_panel.deciding
    assert len(strip.rows) == 1
    assert is_in_sight(strip.list, opened)
    assert is_in_sight(deciding, opened)
    areas = [area for area in bench.findChildren(QScrollArea) if area.isAncestorOf(strip)]
    assert [area.verticalScrollBar().maximum() for area in areas] == [0]


def test_however_low_the_window_is_the_buttons_are_there(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    opened.resize(1100, 600)
    propose(opened, small, 2, qtbot)
    bench.indicator_list.select("U2")
    settle(opened, qtbot)
    assert is_in_sight(bench.indicator_panel.deciding, opened)
