"""Drives the window as a person at the keyboard does: keys, dialogs, what is on screen."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

Dialog = TypeVar("Dialog", bound=QDialog)


def press(widget: QWidget, keys: str) -> None:
    """Press keys such as `1`, `Ctrl+Return` or `Alt+Down` in the window of the widget."""
    top = widget.window()
    top.activateWindow()
    assert QTest.qWaitForWindowActive(top)
    *held, key = keys.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in held:
        modifiers |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }[name]
    names = {
        "Return": Qt.Key.Key_Return,
        "Down": Qt.Key.Key_Down,
        "Up": Qt.Key.Key_Up,
        "Delete": Qt.Key.Key_Delete,
    }
    code = names.get(key) or (getattr(Qt.Key, f"Key_{key}"))
    QTest.keyClick(widget, code, modifiers)


def shown_dialog(kind: type[Dialog], qtbot: QtBot) -> Dialog:
    """The dialog of this kind that is on screen now, or soon."""

    def find() -> list[Dialog]:
        return [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(find()), timeout=5000)
    return find()[-1]
