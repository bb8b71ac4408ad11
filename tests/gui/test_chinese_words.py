"""Qt's own dialogs, buttons and menus speak Chinese throughout."""

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.gui.application import speak_chinese
from workbench.gui.manual.manual_view import ManualView

# A word of two Latin letters and more that is no key, no paper size and no kind of file.
_LATIN = re.compile(r"(?<![(&*.])\b[A-Za-z]{3,}\b")
_KEYS = re.compile(r"\t.*$|\b(Ctrl|Shift|Alt|Del|Delete|PDF)\b")


@pytest.fixture
def spoken(qapp: QApplication) -> None:
    speak_chinese(qapp)


def english(texts: list[str]) -> list[str]:
    return [text for text in texts if _LATIN.search(_KEYS.sub("", text))]


def written_on(top: QWidget) -> list[str]:
    buttons = top.findChildren(QAbstractButton)
    labels = [label.text() for label in top.findChildren(QLabel)]
    boxes = [box.itemText(n) for box in top.findChildren(QComboBox) for n in range(box.count())]
    boxes = [text for text in boxes if "/" not in text and "\\" not in text]
    return [*labels, *boxes, *(each.text() for each in buttons), *(each.toolTip() for each in buttons)]


def test_the_file_dialog_has_no_english_words(spoken: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    told = written_on(dialog)
    assert "位置(&L)：" in told
    assert "文件类型(&T)：" in told
    assert english(told) == []


@pytest.mark.parametrize(
    ("button", "word"),
    [
        (QDialogButtonBox.StandardButton.Yes, "是"),
        (QDialogButtonBox.StandardButton.No, "否"),
        (QDialogButtonBox.StandardButton.Save, "保存"),
        (QDialogButtonBox.StandardButton.Cancel, "取消"),
        (QDialogButtonBox.StandardButton.Discard, "丢弃"),
    ],
)
def test_standard_buttons_are_chinese(
    button: QDialogButtonBox.StandardButton, word: str, spoken: None, qtbot: QtBot
) -> None:
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    text = box.button(button).text()
    assert english([text]) == []
    assert word in text


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, ManualView])
def test_the_menus_of_fields_are_chinese(kind: type[QWidget], spoken: None, qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    assert isinstance(field, QLineEdit | QPlainTextEdit | ManualView)
    menu = field.createStandardContextMenu()
    titles = [action.text() for action in menu.actions() if action.text()]
    assert len(titles) >= 2
    assert english(titles) == []
    menu.deleteLater()
    QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def test_the_dialog_of_the_printer_is_chinese(spoken: None, qtbot: QtBot) -> None:
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert english(written_on(dialog)) == []


def test_the_calendar_is_chinese(spoken: None, qtbot: QtBot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert english(written_on(calendar)) == []
    assert "月" in calendar.locale().monthName(3)
