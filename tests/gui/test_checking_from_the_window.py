"""The checks run as a child of the window on the practice city, are paused, gone on with and ended."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import settle
from tests.gui.window_driver import press
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.check_process import CheckProcess
from workbench.gui.main_window import Window
from workbench.settings.options import change_options
from workbench.storage.workspace import Workspace

WAIT_MS = 90_000


@pytest.fixture
def practice(window: Window, qtbot: QtBot) -> BenchPage:
    """The practice city as the first screen offers it, with quick retries."""
    change_options(retry_delay_s=0.1)
    window.files.open_practice()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.session.is_open)
    page = window.page
    assert isinstance(page, BenchPage)
    return page


@pytest.mark.slow
def test_a_city_is_opened_checked_paused_and_gone_on_with(
    window: Window, practice: BenchPage, qtbot: QtBot
) -> None:
    assert window.session.is_lead
    subjects = len(practice.subject_list.shown)
    press(practice, "F5")
    qtbot.waitUntil(lambda: window.checks.state.subjects > 0, timeout=WAIT_MS)
    press(window, "Ctrl+F5")
    qtbot.waitUntil(lambda: not window.checks.state.is_running, timeout=WAIT_MS)
    assert window.checks.state.ending == "stopped"
    press(practice, "F5")
    qtbot.waitUntil(lambda: not window.checks.state.is_running, timeout=WAIT_MS)
    settle(window, qtbot)
    assert (window.checks.state.ending, window.checks.state.problem) == ("finished", "")
    rows = practice.subject_list.shown
    assert len(rows) == subjects
    assert sum(row.waiting for row in rows) > 10


@pytest.mark.slow
def test_one_subject_is_checked_by_itself(window: Window, practice: BenchPage, qtbot: QtBot) -> None:
    practice.subject_list.select(
        next(row.subject.id for row in practice.subject_list.shown if "水利" in row.subject.name)
    )
    press(practice, "Shift+F5")
    qtbot.waitUntil(lambda: window.checks.state.ending == "finished", timeout=WAIT_MS)
    settle(window, qtbot)
    waiting = {row.subject.name: row.waiting for row in practice.subject_list.shown if row.waiting}
    assert len(waiting) == 1
    qtbot.waitUntil(lambda: practice.results.links.model.rowCount() > 0)


@pytest.mark.slow
def test_a_part_that_was_paused_is_gone_on_with_and_ended(
    window: Window, practice: BenchPage, qtbot: QtBot
) -> None:
    snapshot = window.session.snapshot
    assert snapshot is not None
    codes = sorted(row.subject.code for row in practice.subject_list.shown if row.subject.home_url)[:3]
    window.checks.start(snapshot.path, subject_codes=codes)
    qtbot.waitUntil(lambda: window.checks.state.subjects == len(codes), timeout=WAIT_MS)
    press(window, "Ctrl+F5")
    qtbot.waitUntil(lambda: window.checks.state.is_paused, timeout=WAIT_MS)
    press(practice, "F5")
    qtbot.waitUntil(lambda: not window.checks.state.is_running, timeout=WAIT_MS)
    assert (window.checks.state.ending, window.checks.state.subjects) == ("finished", len(codes))
    with Workspace.open_pack(snapshot.path) as file:
        assert [list(run.subjects) for run in file.runs()] == [codes]
    press(practice, "F5")
    qtbot.waitUntil(lambda: window.checks.state.subjects > len(codes), timeout=WAIT_MS)
    window.check_ending.ask()
    qtbot.waitUntil(lambda: "已结束" in window.told(), timeout=WAIT_MS)
    assert not window.checks.state.is_paused
    with Workspace.open_pack(snapshot.path) as file:
        assert all(run.ended_at is not None for run in file.runs())


def test_a_check_that_cannot_run_says_why(tmp_path: Path, qtbot: QtBot) -> None:
    process = CheckProcess()
    process.start(tmp_path / "没有.inspection")
    assert process.state.is_running
    qtbot.waitUntil(lambda: not process.state.is_running, timeout=WAIT_MS)
    assert process.state.problem.endswith("。")
    process.close()


def test_closing_ends_the_child(window: Window, practice: BenchPage, qtbot: QtBot) -> None:
    press(practice, "F5")
    qtbot.waitUntil(lambda: window.checks.state.subjects > 0, timeout=WAIT_MS)
    window.close()
    assert window.checks.state.is_running is False
