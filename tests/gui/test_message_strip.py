"""A sentence over the page goes by itself, even where the window hid and came again meanwhile."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.widgets import message_strip
from workbench.gui.widgets.message_strip import MessageStrip


@pytest.fixture
def ground(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(message_strip, "SHOWN_MS", 50)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_it_goes_by_itself_after_its_window_was_hidden(ground: QWidget, qtbot: QtBot) -> None:
    strip = MessageStrip(ground)
    strip.tell(NoticeLine("已保存。", Tone.DONE))
    ground.hide()
    ground.show()
    qtbot.waitUntil(lambda: strip.isHidden())


def test_an_error_stays_until_it_is_closed(ground: QWidget, qtbot: QtBot) -> None:
    strip = MessageStrip(ground)
    strip.tell(NoticeLine("已保存。", Tone.DONE))
    strip.tell(NoticeLine("没有保存。", Tone.ERROR))
    qtbot.wait(150)
    assert strip.isVisible()
