"""What the window is measured in: one function each, giving lines of what, how much, and what is wanted."""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from bench_measure import tree_pss_mb
from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from window_load import serve_load
from workbench.domain.capture import Capture
from workbench.domain.ids import subject_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome
from workbench.gui.application import make_application
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.window_start import make_window
from workbench.settings.options import change_options
from workbench.storage.workspace import Workspace

Line = tuple[str, str, str]
Measure = Callable[[argparse.Namespace, Path], Sequence[Line]]
WAIT_MS = 60_000
_STARTED = "print('usable', flush=True)"
_START = f"""
import sys
from PySide6.QtCore import QTimer
from workbench.gui.application import make_application
from workbench.gui.window_start import make_window
app = make_application(theme="light")
window = make_window(inspector="甲")
window.show()
def usable():
    {_STARTED}
    app.exit(0)
def wait():
    ready = not window.session.is_busy and (not sys.argv[1:] or window.page is not None)
    QTimer.singleShot(0 if ready else 5, usable if ready else wait)
if sys.argv[1:]:
    from pathlib import Path
    window.open_file(Path(sys.argv[1]))
QTimer.singleShot(0, wait)
app.exec()
window.close()
"""


def measure_start(_given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """From the start of the process until the window takes what is typed, without and with a file."""
    with make_small_campaign(folder / "a.inspection").workspace as workspace:
        path = workspace.path
    empty = [_start_once() for _ in range(5)]
    opened = [_start_once(str(path)) for _ in range(5)]
    return [
        ("process start to usable window, median of 5", _ms(median(empty)), "<= 1500 ms"),
        ("process start to a file on the bench", _ms(median(opened)), "<= 1500 ms"),
    ]


def measure_tick(_given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """From the key until the verdict is stored, scored and announced."""
    with _opened(make_small_campaign(folder / "a.inspection"), folder) as (window, small):
        spans = []
        outcomes = (Outcome.PASS, Outcome.FAIL)
        for number in range(60):
            bench = _bench(window)
            before = window.session.snapshot
            started = time.perf_counter()
            bench.steps.judge(outcomes[number % 2])
            _until(partial(_has_moved, window, before))
            spans.append(_since(started))
        assert len(small.workspace.verdicts()) > 0
    spans.sort()
    return [
        ("tick stored and scored, median of 60", _ms(median(spans)), "<= 30 ms"),
        ("tick, the slowest of ten", _ms(spans[int(len(spans) * 0.9)]), ""),
    ]


def measure_links(given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """The table of links: from the wish to rows on screen."""
    small = make_small_campaign(folder / "a.inspection")
    _fill_links(small, given.links)
    with _opened(small, folder) as (window, _small):
        panel = _bench(window).results.links

        def shown(row: int = 0) -> bool:
            rows = panel.model.rowCount()
            return (
                rows > 0 and panel.model.link(min(row, rows - 1)) is not None and not window.session.is_busy
            )

        def timed(act: Callable[[], object], row: int = 0) -> float:
            started = time.perf_counter()
            act()
            QApplication.processEvents()
            _until(lambda: shown(row))
            return _since(started)

        _until(shown)
        every = panel.filter.findData(None)
        dead = panel.filter.findData(LinkOutcome.DEAD)
        lines = [
            ("open all", timed(lambda: panel.filter.setCurrentIndex(every))),
            ("filter to dead ones", timed(lambda: panel.filter.setCurrentIndex(dead))),
            ("back to all", timed(lambda: panel.filter.setCurrentIndex(every))),
            ("sort by status", timed(lambda: panel.table.sortByColumn(2, Qt.SortOrder.DescendingOrder))),
            ("sort by places", timed(lambda: panel.table.sortByColumn(4, Qt.SortOrder.DescendingOrder))),
            ("jump to the end", timed(panel.table.scrollToBottom, given.links - 1)),
            ("find a word", timed(lambda: panel._find(f"t{given.links - 7}"))),
        ]
        return [(f"{given.links} links: {what}", _ms(span), "<= 150 ms") for what, span in lines]


def measure_page(_given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """The next subject with its saved page: from the key until the page has been painted."""
    small = make_small_campaign(folder / "a.inspection")
    _save_pages(small.workspace)
    with _opened(small, folder, is_reduced=False) as (window, _small):
        bench = _bench(window)
        # The engine is loaded on first use; nobody waits for it here.
        _wait(2500)
        bench.commands["page-offline"].trigger()
        _wait(1500)
        spans = []
        for number in range(12):
            started = time.perf_counter()
            bench.steps.to_subject(1 if number % 2 == 0 else -1)
            _until(partial(_shows_its_page, bench))
            spans.append(_since(started))
            _wait(150)
        return [("next subject with its saved page, median of 12", _ms(median(spans)), "<= 300 ms")]


def measure_stutter(_given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """Gaps of the event loop while 16 connections crawl in the child and results come in."""
    change_options(per_host=16, retries=0, retry_delay_s=0.0, reopens_in_browser=False)
    with serve_load() as address:
        small = make_small_campaign(folder / "a.inspection")
        site = Subject(
            id=small.portal.id,
            code=small.portal.code,
            name=small.portal.name,
            kind=SubjectKind.PORTAL,
            home_url=address,
        )
        small.workspace.save(site, inspector=LEAD)
        with _opened(small, folder) as (window, held):
            gaps = _gaps_while_checking(window)
            count = sum(held.workspace.link_summary(small.portal.id).values())
    gaps.sort()
    return [
        (f"event loop gap p99, {count} links checked", _ms(gaps[int(len(gaps) * 0.99)]), "<= 50 ms"),
        (f"event loop gap p99.9 of {len(gaps)} ticks", _ms(gaps[int(len(gaps) * 0.999)]), "<= 100 ms"),
    ]


def measure_memory(given: argparse.Namespace, folder: Path) -> Sequence[Line]:
    """A day: every subject visited with its saved page, a verdict at each."""
    small = make_small_campaign(folder / "a.inspection")
    _save_many(small.workspace, given.subjects)
    with _opened(small, folder, is_reduced=False) as (window, _small):
        bench = _bench(window)
        bench.commands["page-offline"].trigger()
        _wait(2000)
        sizes = []
        for number in range(given.subjects):
            bench.steps.judge(Outcome.PASS)
            bench.steps.to_subject(1)
            _wait(60)
            if number in (given.subjects // 10, given.subjects - 1):
                _wait(1500)
                sizes.append(tree_pss_mb())
        growth = (sizes[1] - sizes[0]) / sizes[0] * 100
    return [
        (f"memory after {given.subjects} subjects, with the engine", f"{sizes[1]:.0f} MB", "<= 450 MB"),
        ("growth since the first tenth of them", f"{growth:+.1f} %", "<= 10 %"),
    ]


MEASURES: dict[str, Measure] = {
    "start": measure_start,
    "tick": measure_tick,
    "links": measure_links,
    "page": measure_page,
    "stutter": measure_stutter,
    "memory": measure_memory,
}


@contextmanager
def _opened(
    small: SmallCampaign, _folder: Path, *, is_reduced: bool = True
) -> Iterator[tuple[Window, SmallCampaign]]:
    existing = QApplication.instance()
    if existing is None:
        make_application(theme="light")
    window = make_window(inspector=LEAD, is_reduced=is_reduced)
    window.resize(1440, 900)
    window.show()
    window.open_file(small.workspace.path)
    _until(lambda: window.page is not None and not window.session.is_busy)
    try:
        with small.workspace:
            yield window, small
    finally:
        window.close()


def _bench(window: Window) -> BenchPage:
    page = window.page
    assert isinstance(page, BenchPage)
    return page


def _has_moved(window: Window, before: object) -> bool:
    return window.session.snapshot is not before


def _shows_its_page(bench: BenchPage) -> bool:
    standing, state = bench.hand.standing, bench.web.state
    return standing is not None and standing.subject.name in state.title and not state.is_loading


def _start_once(*arguments: str) -> float:
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", _START, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert child.stdout is not None
    line = child.stdout.readline()
    span = _since(started)
    child.wait(timeout=60)
    assert line.strip() == b"usable", "the window did not start"
    return span


def _gaps_while_checking(window: Window) -> list[float]:
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000 - 10)
        last[0] = now

    snapshot = window.session.snapshot
    assert snapshot is not None
    window.checks.start(snapshot.path)
    _until(lambda: window.checks.state.subjects > 0)
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    last[0] = time.perf_counter()
    timer.start(10)
    _until(lambda: not window.checks.state.is_running)
    timer.stop()
    return gaps


def _fill_links(small: SmallCampaign, count: int) -> None:
    workspace, subject = small.workspace, small.portal.id
    run = workspace.begin_run()
    workspace.begin_subject(run, subject)
    for first in range(0, count, 5000):
        workspace.save_links(
            run, subject, [_link(number) for number in range(first, min(count, first + 5000))]
        )
    workspace.end_subject(run, subject)
    workspace.end_run(run)


def _link(number: int) -> LinkResult:
    is_dead = number % 40 == 0
    return LinkResult(
        url=f"http://www.some.gov.cn/zwgk/col{number % 97}/2026{number:06d}/t{number}.html",
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.DEAD if is_dead else LinkOutcome.OK,
        status=404 if is_dead else 200,
        occurrences=(Occurrence("http://www.some.gov.cn/zwgk/", f"第{number}条"),),
        occurrence_count=1 + number % 7,
    )


def _save_pages(workspace: Workspace) -> None:
    for subject in workspace.subjects():
        if subject.home_url:
            _save_page(workspace, subject)


def _save_many(workspace: Workspace, count: int) -> None:
    for number in range(count):
        code = f"88{number:08d}"
        subject = Subject(
            id=subject_id(workspace.campaign.id, code),
            code=code,
            name=f"某某市第{number}局",
            home_url=f"http://127.0.0.1:9/{number}/",
        )
        workspace.save(subject, inspector=LEAD)
        _save_page(workspace, subject)


def _save_page(workspace: Workspace, subject: Subject) -> None:
    """A page of the usual size: 40 kB of markup."""
    items = "".join(
        f'<li><a href="/xw/{number}.html">{subject.name}召开第{number}次工作会议</a><span>2026-11-{1 + number % 19:02d}</span></li>'
        for number in range(250)
    )
    head = f"<head><meta charset=utf-8><title>{subject.name}</title></head>"
    html = f"<html>{head}<body><h1>{subject.name}</h1><ul>{items}</ul></body></html>"
    capture = Capture(
        url=subject.home_url,
        final_url=subject.home_url,
        status=200,
        headers=(("content-type", "text/html; charset=utf-8"),),
        body=html.encode(),
        at=datetime.now(UTC),
    )
    workspace.save_capture(None, subject.id, capture)


def _until(is_reached: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + WAIT_MS / 1000
    while not is_reached():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.perf_counter() > deadline:
            raise TimeoutError("the window did not get there")
        time.sleep(0.001)


def _wait(span_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(span_ms, loop.quit)
    loop.exec()


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _ms(span: float) -> str:
    return f"{span:.1f} ms"
