"""The preferences are drawn from the options, and what cannot be meant is refused before it is saved."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from workbench.errors import WrongUseError
from workbench.gui.main_window import Window
from workbench.gui.settings_form.settings_form import SettingsForm
from workbench.gui.theme import Appearance, shown_appearance
from workbench.settings.fit_options import note_of, refuse_unfit
from workbench.settings.options import Options, change_options, load_options


def test_every_option_has_a_field_with_its_title(opened: Window) -> None:
    form = SettingsForm(opened, taken=lambda _options: None)
    assert set(form.fields) == {option.name for option in fields(Options)}
    for option in fields(Options):
        assert form.fields[option.name].widget.accessibleName() == note_of(option).title


def test_what_is_changed_is_saved_and_seen_at_once(opened: Window, qtbot: QtBot) -> None:
    form = SettingsForm(opened, taken=opened.take_options)
    theme, retries = form.fields["theme"].widget, form.fields["retries"].widget
    lines, brakes = form.fields["witnesses"].widget, form.fields["brakes"].widget
    assert isinstance(theme, QComboBox)
    assert isinstance(retries, QSpinBox)
    assert isinstance(lines, QPlainTextEdit)
    assert isinstance(brakes, QCheckBox)
    before = shown_appearance()
    theme.setCurrentIndex(theme.findData("dark"))
    retries.setValue(5)
    brakes.setChecked(False)
    lines.setPlainText("不是网址")
    form.take()
    assert "不是网址" in form.complaint()
    lines.setPlainText("http://www.gov.cn/\n\n")
    form.take()
    saved = load_options()
    assert (saved.theme, saved.retries, saved.brakes) == ("dark", 5, False)
    assert saved.witnesses == ("http://www.gov.cn/",)
    assert shown_appearance() is Appearance.DARK
    assert "设置已保存" in opened.told()
    change_options(theme=before.value)
    opened.take_options(load_options())


def test_defaults_leave_the_person_alone(opened: Window) -> None:
    change_options(inspector="王芳", retries=7)
    form = SettingsForm(opened, taken=lambda _options: None)
    form.show_defaults()
    assert form.fields["inspector"].read() == "王芳"
    assert form.fields["retries"].read() == Options().retries
    assert load_options().retries == 7


@pytest.mark.parametrize(
    ("unfit", "words"),
    [
        (Options(per_host=0), "应在 1 到 64 之间"),
        (Options(theme="pink"), "只能是：跟随系统、浅色、深色"),
        (Options(proxy="10.0.0.1"), "代理服务器"),
        (Options(proxy="http://[::1"), "代理服务器"),
        (Options(witnesses=("ftp://a/",)), "网络见证网址"),
        (Options(allowed_networks=("10.20.0.1/16",)), "内网网段"),
    ],
)
def test_what_cannot_be_meant_is_refused(unfit: Options, words: str) -> None:
    with pytest.raises(WrongUseError, match=words):
        refuse_unfit(unfit)


def test_the_defaults_are_fit() -> None:
    refuse_unfit(Options())


def test_enter_presses_the_button_that_has_the_focus(opened: Window, qtbot: QtBot) -> None:
    change_options(retries=7)
    form = SettingsForm(opened, taken=lambda _options: None)
    form.open()
    restore = next(button for button in form.findChildren(QPushButton) if button.text() == "恢复默认")
    restore.setFocus()
    QTest.keyClick(restore, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.fields["retries"].read() == Options().retries
    assert load_options().retries == 7
    form.reject()
