"""The window offscreen, on real files; a Qt warning, a thread or a timer left over fails the test."""

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from workbench.gui.application import make_application
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.engine_probe import PROBE_OPTION
from workbench.gui.main_window import Window
from workbench.gui.tour.tour_guide import remember_seen
from workbench.gui.window_start import make_window
from workbench.operations.program_command import program_command
from workbench.paths import user_data_dir, user_settings_file

LANE = "workspace-lane"
# What Qt says of the offscreen screen and of a machine without a graphics card is no fault of ours.
HARMLESS = (
    "propagateSizeHints",
    "Vulkan",
    "GBM is not supported",
    "QRhiGles2",
    "Failed to create RHI",
    "Sandboxing disabled",
    "GPUInfo",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS, extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else make_application(theme="light")


@pytest.fixture(autouse=True)
def own_settings() -> Iterator[None]:
    """What a test chose is gone after it; nobody is led round who did not ask."""
    remember_seen()
    yield
    user_settings_file().unlink(missing_ok=True)
    (user_data_dir() / "layout.ini").unlink(missing_ok=True)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCampaign]:
    """Open beside the window, as another program on the same file would be."""
    made = make_small_campaign(tmp_path / "批次.inspection")
    with made.workspace:
        yield made


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """A window without a file and without the browser engine."""
    made = make_window(inspector=LEAD, is_reduced=True)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    assert [timer for timer in made.findChildren(QTimer) if timer.isActive()] == []
    assert LANE not in {thread.name for thread in threading.enumerate()}


@pytest.fixture
def opened(window: Window, small: SmallCampaign, qtbot: QtBot) -> Window:
    """The window with the small campaign in it."""
    open_file(window, small.workspace.path, qtbot)
    return window


@pytest.fixture(scope="session")
def browser_engine() -> None:
    """For tests that need it: asked once, in a process of its own, as the program does."""
    program, arguments = program_command("window", PROBE_OPTION)
    if subprocess.run([program, *arguments], check=False, capture_output=True).returncode != 0:
        pytest.skip("the browser engine does not start on this machine")


@pytest.fixture
def live(small: SmallCampaign, browser_engine: None, qtbot: QtBot) -> Iterator[Window]:
    """The window with the browser engine, on the small campaign."""
    made = make_window(inspector=LEAD)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    open_file(made, small.workspace.path, qtbot)
    yield made
    made.close()


@pytest.fixture
def bench(opened: Window) -> BenchPage:
    page = opened.page
    assert isinstance(page, BenchPage)
    return page


def open_file(window: Window, path: Path, qtbot: QtBot) -> None:
    window.open_file(path)
    settle(window, qtbot)
    assert window.session.is_open


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until nothing is under way in the lane."""
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=20_000)
