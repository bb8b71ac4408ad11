"""The practice city is checked, its servers are stopped for good, and a whole campaign is still reviewed page by page."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.window_start import make_window
from workbench.operations.play_practice_round import start_practice
from workbench.operations.practice_city import serve_city
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.score_campaign import SubjectStanding
from workbench.practice.ticks import load_ticks
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

pytestmark = [pytest.mark.web, pytest.mark.slow]

DAY = date(2026, 11, 20)
QUICK = Options(retry_delay_s=0.05, reopens_in_browser=False)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, browser_engine: None) -> Path:
    """The whole campaign after its checks; where the city stood nobody answers any more, not even the window's own host."""
    server = serve_city(DAY)
    try:
        with start_practice(tmp_path_factory.mktemp("city"), as_of=DAY, server=server) as workspace:
            run_checks(workspace, CheckRequest(), options=QUICK, announce=lambda _event: None)
            workspace.remember("practice-city", "")
            return workspace.path
    finally:
        server.close()


@pytest.fixture
def window(checked: Path, qtbot: QtBot) -> Iterator[Window]:
    made = make_window(inspector=load_ticks().lead)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    open_file(made, checked, qtbot)
    yield made
    made.close()


def test_every_site_is_reviewed_by_what_was_saved(window: Window, checked: Path, qtbot: QtBot) -> None:
    bench = window.page
    assert isinstance(bench, BenchPage)
    bench.web.turn_offline(True)
    sites = [each.subject for each in _standings(window) if each.subject.home_url]
    assert len(sites) >= 8
    for site in sites:
        _review(bench, site, window, qtbot)
    with Workspace.open(checked) as workspace:
        for site in sites:
            saved = {page.at for page in workspace.captures(site.id)}
            answers = [v for v in workspace.verdicts(site.id) if v.outcome is Outcome.DOUBTFUL]
            assert [answer.page_saved_at in saved for answer in answers] == [True]


def test_proposed_findings_are_seen_on_the_pages_they_stand_on(window: Window, qtbot: QtBot) -> None:
    bench = window.page
    assert isinstance(bench, BenchPage)
    bench.web.turn_offline(True)
    seen = 0
    for standing in _standings(window):
        pages = {
            text
            for f in standing.findings
            for label, text in f.proof
            if label == "所在页面" and "://" in text
        }
        bench.subject_list.select(standing.subject.id)
        for url in sorted(pages):
            bench.open_address(url)
            qtbot.waitUntil(partial(_has_come, bench, url), timeout=20_000)
            assert bench.web.page_saved_at is not None, url
            seen += 1
    assert seen >= 3


def _standings(window: Window) -> tuple[SubjectStanding, ...]:
    assert window.session.snapshot is not None
    return window.session.snapshot.standings


def _has_come(bench: BenchPage, url: str) -> bool:
    state = bench.web.state
    is_absent = bench.web.absent.isVisible()
    return is_absent or (state.url == url and bool(state.title) and not state.is_loading)


def _review(bench: BenchPage, site: Subject, window: Window, qtbot: QtBot) -> None:
    bench.subject_list.select(site.id)
    settle(window, qtbot)
    bench.open_home()
    qtbot.waitUntil(
        lambda: (
            bench.web.page_saved_at is not None
            and bench.web.url == site.home_url
            and bool(bench.web.state.title)
        ),
        timeout=20_000,
    )
    assert not bench.web.absent.isVisible()
    press(bench, "4")
    settle(window, qtbot)
