"""The manual: every page has a chapter, every link and picture exists, every key named is a key of the catalogue."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.gui.commands.command_catalogue import WINDOW, all_commands, shown_keys
from workbench.gui.main_window import Window
from workbench.gui.manual.manual_chapters import (
    Spot,
    all_chapters,
    chapters_with,
    help_folder,
    spot_for,
)
from workbench.gui.manual.manual_html import html_of
from workbench.gui.manual.manual_window import ManualWindow
from workbench.gui.page_catalogue import all_pages
from workbench.gui.register_page.draw_dialog import DrawDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.theme import Appearance, wear
from workbench.gui.widgets.dialog_frame import DialogFrame

CHAPTERS = {chapter.name: chapter for chapter in all_chapters()}
TOPICS = {topic: spot for chapter in all_chapters() for topic, spot in chapter.topics.items()}
# Keys of Qt itself, of the rail and of the top bar.
OTHER_KEYS = {"Tab", "Shift+Tab", "Esc", "Enter", "Ctrl+Enter", "↑", "↓", "F10", "Delete"} | {
    f"Ctrl+{number}" for number, _page in enumerate(all_pages(), start=1)
}
KEYS = {key for entry in all_commands() for key in shown_keys(entry).split(" / ")} | OTHER_KEYS


@pytest.mark.parametrize("page_id", [entry.page_id for entry in all_pages()])
def test_every_page_has_a_chapter(page_id: str) -> None:
    assert page_id in TOPICS


def test_every_dialog_has_a_chapter_by_its_name_or_its_folder() -> None:
    def kinds(kind: type[DialogFrame]) -> list[type[DialogFrame]]:
        return [each for sub in kind.__subclasses__() for each in (sub, *kinds(sub))]

    named = {kind.__module__ for kind in kinds(DialogFrame) if kind.__module__.startswith("workbench.gui.")}
    assert len(named) > 20
    lost = [name for name in named if not set(name.split(".")[-2:]) & set(TOPICS)]
    assert [name for name in lost if "problem_dialog" not in name] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_links_pictures_and_keys_of_a_chapter_hold(name: str) -> None:
    chapter = CHAPTERS[name]
    for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", chapter.text):
        assert not QImage(str(help_folder() / target)).isNull(), target
    for target in re.findall(r"(?<!!)\[[^\]`\n]+\]\(([^)]+)\)", chapter.text):
        leads, _sign, heading = target.partition("#")
        other = CHAPTERS[Path(leads).stem]
        assert not heading or heading in other.headings, target
    for heading in filter(None, chapter.topics.values()):
        assert heading in chapter.headings, heading
    for key in re.findall(r"`([^`]+)`", chapter.text):
        assert key in KEYS or "." in key, key


def test_the_chapter_of_keys_lists_the_catalogue() -> None:
    rows = dict.fromkeys(re.findall(r"^\| (`.+`) \| (.+) \|$", CHAPTERS["12-keys"].text, re.MULTILINE))
    listed = {(keys.replace("` `", " / ").strip("`"), title) for keys, title in rows}
    for entry in all_commands():
        if entry.keys:
            assert (shown_keys(entry), entry.title.rstrip("…")) in listed, entry.command_id


def test_what_has_no_key_is_told_of_by_its_title() -> None:
    """The menu is not learnt by trying: each entry without a key stands in some chapter."""
    whole = "".join(chapter.text for chapter in all_chapters())
    missing = [each.title for each in all_commands() if not each.keys and each.title.rstrip("…") not in whole]
    assert missing == []


def test_what_nothing_is_said_about_opens_the_beginning() -> None:
    assert spot_for(("no-such-thing",)) == Spot("01-start")
    assert spot_for(("draw_dialog", "register_page")) == Spot("03-register", "抽样")


def test_words_are_found_where_they_stand() -> None:
    found = chapters_with("抽样 种子")
    assert list(found) == ["03-register"]
    assert chapters_with("没有这样的话") == {}


def test_a_chapter_becomes_a_page_of_headings_keys_and_pictures() -> None:
    page = html_of(CHAPTERS["05-bench"])
    assert '<a name="证据和标记">' in page
    assert '<span class="key">&nbsp;F2&nbsp;</span>' in page
    assert '<img src="../screenshots/bench.png">' in page
    assert 'href="06-offline.html"' in page


def manual_of(qtbot: QtBot) -> ManualWindow:
    def shown() -> list[ManualWindow]:
        tops = QApplication.topLevelWidgets()
        return [each for each in tops if isinstance(each, ManualWindow) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[-1]


def test_f1_opens_the_manual_at_the_page_on_screen(opened: Window, qtbot: QtBot) -> None:
    for page_id, chapter in (("bench", "05-bench"), ("standard", "10-standard")):
        opened.go(page_id)
        press(opened, "F1")
        assert manual_of(qtbot).view.chapter == chapter
    press(opened, "Shift+F1")
    assert shown_dialog(DialogFrame, qtbot).windowTitle() == "键盘操作"


def test_f1_in_a_dialog_opens_its_heading(opened: Window, qtbot: QtBot) -> None:
    opened.go("register")
    page = opened.page
    assert isinstance(page, RegisterPage)
    page.ask_draw()
    settle(opened, qtbot)
    dialog = shown_dialog(DrawDialog, qtbot)
    press(dialog, "F1")
    view = manual_of(qtbot).view
    assert view.source() == QUrl("03-register.html#抽样")
    dialog.reject()


def test_without_a_file_it_opens_at_the_beginning_and_goes_with_the_window(
    window: Window, qtbot: QtBot
) -> None:
    press(window, "F1")
    assert manual_of(qtbot).view.chapter == "01-start"
    window.close()
    QApplication.processEvents()
    assert not any(
        isinstance(each, ManualWindow) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


@pytest.fixture
def manual(qtbot: QtBot) -> ManualWindow:
    made = ManualWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.open_at(Spot("03-register"))
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_is_read_by_keyboard_alone(manual: ManualWindow, qtbot: QtBot) -> None:
    press(manual, "Ctrl+F")
    manual.search.setText("练习城")
    QTest.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.view.chapter == "01-start"
    assert manual.view.textCursor().selectedText() == "练习城"
    assert len(manual.view.extraSelections()) >= 1
    assert manual.chapters.count() == 2
    QTest.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.view.chapter == "03-register"
    QTest.keyClick(manual, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.view.chapter == "01-start"
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_the_list_of_chapters_leads_to_each(manual: ManualWindow) -> None:
    manual.chapters.setFocus()
    QTest.keyClick(manual.chapters, Qt.Key.Key_Down)
    assert manual.view.chapter == "04-checks"
    assert manual.chapters.count() == len(CHAPTERS)


def test_pictures_are_as_wide_as_the_view_and_dark_where_it_is_dark(
    manual: ManualWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    room = manual.view.viewport().width()

    def picture() -> QImage:
        made = manual.view.loadResource(2, QUrl("../screenshots/bench.png"))
        assert isinstance(made, QImage)
        return made

    light = picture()
    assert room / 2 < light.width() <= room
    wear(qapp, Appearance.DARK)
    dark = picture()
    wear(qapp, Appearance.LIGHT)
    assert dark.pixelColor(5, 5).lightness() < 80 < light.pixelColor(5, 5).lightness()
    qtbot.wait(200)


def test_the_manual_is_asked_by_one_key_of_the_window() -> None:
    keys = {entry.command_id: (entry.keys, entry.on) for entry in all_commands()}
    assert keys["manual"] == (("F1",), WINDOW)
    assert keys["keys"] == (("Shift+F1",), WINDOW)
