"""Where nothing can be shown the ways on are whole, in a narrow panel too."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState

WORDS = ("看保存的网页", "打开问题所在页面", "重新打开", "用系统浏览器打开")


@pytest.mark.parametrize("width", [330, 500, 900])
def test_no_button_is_narrower_than_its_words(width: int, qtbot: QtBot) -> None:
    buttons = [push_button(text, meaning="reload") for text in WORDS]
    buttons[0].hide()
    state = EmptyState("page", "页面没有打开", "说明", *buttons)
    qtbot.addWidget(state)
    state.resize(width, 300)
    state.show()
    assert [each.isVisible() for each in buttons] == [False, True, True, True]
    buttons[0].show()
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))
    assert len({each.geometry().topLeft().toTuple() for each in buttons}) == len(buttons)
