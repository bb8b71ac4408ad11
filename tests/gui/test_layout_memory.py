"""Window and panels come back the size they were left in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD
from workbench.gui.widgets.split_view import split_view
from workbench.gui.window_start import make_window


def made(qtbot: QtBot) -> QSplitter:
    splitter = split_view("try", Qt.Orientation.Horizontal, (QLabel("a"), QLabel("b")), sizes=(100, 300))
    qtbot.addWidget(splitter)
    splitter.resize(401, 50)
    splitter.show()
    return splitter


def test_a_dragged_line_stays(qtbot: QtBot) -> None:
    first = made(qtbot)
    assert first.sizes()[0] == pytest.approx(100, abs=2)
    first.moveSplitter(220, 1)
    first.splitterMoved.emit(220, 1)
    assert made(qtbot).sizes()[0] == pytest.approx(220, abs=2)


def test_the_window_comes_back_as_it_was(qtbot: QtBot) -> None:
    for expected in (1440, 1000):
        window = make_window(inspector=LEAD, is_reduced=True)
        qtbot.addWidget(window)
        window.show()
        assert window.width() <= expected
        window.resize(1000, 620)
        window.close()
