"""Every page opens, with a file and without, and nothing flashes up beside the window while it does."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.destination import Destination
from workbench.gui.main_window import Window
from workbench.gui.overview.overview_page import OverviewPage
from workbench.gui.page_catalogue import all_pages
from workbench.gui.recent_files import recent_files
from workbench.gui.standard_view.standard_page import StandardPage

PAGES = tuple(entry.page_id for entry in all_pages())


class Shown(QObject):
    """Notes every widget without a parent that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show
        if (
            is_shown
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, Window)
        ):
            self.names.append(type(watched).__name__)
        return False


def test_the_pages_stand_in_the_order_of_the_work() -> None:
    assert PAGES == ("overview", "register", "bench", "accounts", "messages", "merging", "standard")


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_opens_by_its_key(page_id: str, opened: Window) -> None:
    press(opened, f"Ctrl+{PAGES.index(page_id) + 1}")
    assert opened.page is not None
    assert opened.page.page_id == page_id
    assert not opened.grab().isNull()


def test_without_a_file_there_is_only_the_beginning(window: Window) -> None:
    press(window, "Ctrl+1")
    assert window.page is None
    assert "从哪里开始？" in texts(window)


def test_nothing_flashes_up_beside_the_window(window: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    watcher = Shown()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watcher)
    open_file(window, small.workspace.path, qtbot)
    for page_id in PAGES:
        window.go(page_id)
        QApplication.processEvents()
    app.removeEventFilter(watcher)
    assert watcher.names == []


def test_a_file_that_is_none_of_ours_is_told_and_nothing_opens(
    window: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    stranger = small.workspace.path.with_name("别的.inspection")
    stranger.write_text("hello", encoding="utf-8")
    window.open_file(stranger)
    settle(window, qtbot)
    assert not window.session.is_open
    assert window.told().endswith("。")


def test_the_file_opened_last_comes_first(opened: Window, small: SmallCampaign) -> None:
    assert recent_files()[0] == small.workspace.path.resolve()


def test_every_number_of_the_overview_leads_to_its_list(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    small.propose("http://127.0.0.1:1/a", subject=small.bureau)
    opened.session.note_results([small.bureau.id])
    settle(opened, qtbot)
    opened.go("overview")
    page = opened.page
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: "条疑似问题待确认，涉及 1 个对象" in texts(page))
    opened.navigate(Destination(page="bench", shows="waiting"))
    bench = opened.page
    assert isinstance(bench, BenchPage)
    assert [row.subject.id for row in bench.subject_list.shown] == [small.bureau.id]


def test_the_standard_can_be_narrowed_to_what_nobody_has_verified(opened: Window) -> None:
    opened.navigate(Destination(page="standard", shows="unverified"))
    page = opened.page
    assert isinstance(page, StandardPage)
    assert page.model.rows
    certainties = {found.rule.certainty.value for found in page.model.rows if found.rule is not None}
    assert certainties == {"unverified"}


def texts(widget: QWidget) -> list[str]:
    """Everything written on the labels and buttons that can be seen."""
    found = []
    for child in widget.findChildren(QWidget):
        read = getattr(child, "text", None)
        if callable(read) and child.isVisible():
            found.append(str(read()))
    return found
