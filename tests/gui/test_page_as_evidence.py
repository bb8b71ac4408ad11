"""A page kept as a file for evidence: by one key, shown again with the cable out, taken back, exported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.test_bench_web import bench_of, load, script
from tests.gui.window_driver import press
from trap_server import TrapServer, page
from workbench.domain.evidence import EvidenceKind
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
)
HOME = """<!DOCTYPE html><meta charset=utf-8><title>存证的网页</title><link rel=stylesheet href=/a.css>
<style>h1 { color: rgb(4, 5, 6) }</style><link rel=preconnect href='{evil}'><h1>标题</h1><p>正文</p>
<img id=i src=/i.svg><img src='{evil}i.png'><iframe src='{evil}f'></iframe><a id=a href='{evil}x'>去别处</a>
<script>document.querySelector('p').textContent = '脚本写的'; setInterval(() => fetch('{evil}beat'), 50)</script>"""


@pytest.fixture
def evil() -> Iterator[TrapServer]:
    """Counts whatever gets out."""
    with TrapServer({"/f": page("<p>框架")}) as server:
        yield server


@pytest.fixture
def site(evil: TrapServer) -> Iterator[TrapServer]:
    routes = {
        "/": page(HOME.replace("{evil}", evil.home)),
        "/a.css": lambda request: request.send_bytes(b"p { color: rgb(1, 2, 3) }", kind="text/css"),
        "/i.svg": lambda request: request.send_bytes(PICTURE, kind="image/svg+xml"),
    }
    with TrapServer(routes) as server:
        yield server


def keep(bench: BenchPage, live: Window, site: TrapServer, qtbot: QtBot) -> None:
    load(bench, site.home, "存证的网页", qtbot)
    press(bench, "Ctrl+F2")
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=20_000)
    settle(live, qtbot)


def test_it_is_shown_again_with_nothing_asked_of_anybody(
    live: Window, small: SmallCampaign, site: TrapServer, evil: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    keep(bench, live, site, qtbot)
    (kept,) = small.workspace.evidence()
    assert (kept.kind, kept.url, kept.title) == (EvidenceKind.SAVED_PAGE, site.home, "存证的网页")
    assert "附在这项指标下" in live.told()
    (shown,) = bench.tools.strip.rows
    assert (shown.caption, shown.title[:2]) == ("存证的网页", "网页")
    bench.web.open("about:blank")
    qtbot.waitUntil(lambda: bench.web.state.url == "about:blank", timeout=10_000)
    QTest.qWait(200)
    asked, reached = site.asked.total(), evil.asked.total()
    connections = evil.connections
    press(bench, "V")
    qtbot.waitUntil(lambda: bench.web.state.title == "存证的网页", timeout=20_000)
    qtbot.waitUntil(lambda: not bench.web.state.is_loading, timeout=10_000)
    assert bench.web.state.is_saved
    assert bench.web.page_saved_at == kept.at
    assert bench.web.lines.saved.isVisible()
    seen = """JSON.stringify([document.querySelector('p').textContent, getComputedStyle(document.querySelector('p')).color,
        getComputedStyle(document.querySelector('h1')).color, document.getElementById('i').naturalWidth])"""
    wanted = '["脚本写的","rgb(1, 2, 3)","rgb(4, 5, 6)",40]'
    qtbot.waitUntil(lambda: script(bench, seen, qtbot) == wanted, timeout=10_000)
    script(bench, "document.getElementById('a').click(); 'x'", qtbot)
    qtbot.waitUntil(lambda: bench.web.absent.isVisible(), timeout=10_000)
    QTest.qWait(300)
    assert (site.asked.total(), evil.asked.total()) == (asked, reached)
    assert evil.connections == connections


def test_our_own_marks_are_not_in_it(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.home, "存证的网页", qtbot)
    count = "String(window.workbenchMarks ? 'on' : 'off')"
    qtbot.waitUntil(lambda: script(bench, count, qtbot) == "on", timeout=10_000)
    press(bench, "Ctrl+F2")
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=20_000)
    content = small.workspace.evidence_content(small.workspace.evidence()[0])
    assert content is not None
    assert b"2147483646" not in content
    qtbot.waitUntil(lambda: script(bench, count, qtbot) == "on", timeout=10_000)


def test_one_key_takes_it_back_and_it_is_exported_as_it_is(
    live: Window,
    small: SmallCampaign,
    site: TrapServer,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = bench_of(live)
    keep(bench, live, site, qtbot)
    (kept,) = small.workspace.evidence()
    target = tmp_path / "网页.mhtml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    bench.tools.evidence.export(kept)
    settle(live, qtbot)
    assert target.read_bytes() == small.workspace.evidence_content(kept)
    chips = bench.tools.strip.list
    chips.setFocus()
    chips.setCurrentRow(0)
    QTest.keyClick(chips, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.web.state.is_saved, timeout=10_000)
    press(bench, "Ctrl+Z")
    settle(live, qtbot)
    assert small.workspace.evidence() == ()
    assert bench.tools.strip.rows == ()


def test_where_no_page_is_there_is_none_to_be_saved(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    qtbot.waitUntil(lambda: bool(bench.web.state.problem), timeout=30_000)
    press(bench, "Ctrl+F2")
    assert "没有可截取的网页" in live.told()
    assert small.workspace.evidence() == ()
