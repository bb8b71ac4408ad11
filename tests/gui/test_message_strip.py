"""What is told goes by itself, even where the window hid and came again meanwhile, and covers nothing that is worked with."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.window_driver import press
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.widgets import message_strip
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.message_strip import MessageStrip


@pytest.fixture
def ground(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(message_strip, "SHOWN_MS", 50)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def strip_on(ground: QWidget) -> MessageStrip:
    strip = MessageStrip()
    ground.setLayout(column(strip, None))
    return strip


def test_it_goes_by_itself_after_its_window_was_hidden(ground: QWidget, qtbot: QtBot) -> None:
    strip = strip_on(ground)
    strip.tell(NoticeLine("已保存。", Tone.DONE))
    ground.hide()
    ground.show()
    qtbot.waitUntil(lambda: strip.isHidden())


def test_an_error_stays_until_it_is_closed(ground: QWidget, qtbot: QtBot) -> None:
    strip = strip_on(ground)
    strip.tell(NoticeLine("已保存。", Tone.DONE))
    strip.tell(NoticeLine("没有保存。", Tone.ERROR))
    qtbot.wait(150)
    assert strip.isVisible()


LONG = (
    "“手机截图-2026-11-20-首页右侧飘窗.png”不是能识别的图片，或已经损坏，没有保存；请换一张 PNG 或 JPG 图片，再试一次。"
    * 2
)


@pytest.mark.parametrize("width", [880, 1440])
def test_it_takes_its_room_from_the_title_and_from_nothing_one_works_with(
    opened: Window, bench: BenchPage, width: int, qtbot: QtBot
) -> None:
    opened.resize(width, 700)
    opened.tell(NoticeLine(LONG, Tone.ERROR))
    strip, page = opened._strip, opened.page
    assert page is not None
    qtbot.waitUntil(lambda: strip.height() >= strip.heightForWidth(strip.width()))
    assert strip.mapTo(opened, strip.rect().bottomLeft()).y() < page.mapTo(opened, QPoint()).y()
    for part in (bench.web.bar.address, *opened._bar.findChildren(QToolButton)):
        if part.isVisible():
            at = part.mapTo(opened, part.rect().center())
            assert opened.childAt(at) is part
            assert at.x() < opened.width()
    press(bench, "Escape")
    assert not strip.isVisible()


def test_escape_closes_it_from_wherever_the_keys_of_the_bench_are_heard(
    opened: Window, bench: BenchPage
) -> None:
    for held in (bench.indicator_list, bench.indicator_panel.findings, bench.results, bench.subject_list):
        opened.tell(NoticeLine("没有保存。", Tone.ERROR))
        held.setFocus()
        press(opened.focusWidget() or held, "Escape")
        assert not opened._strip.isVisible()
