"""The page beside the indicators, alive: pictures of it, marks in it, pointing at what stands there."""

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from trap_server import TrapServer, page
from workbench.domain.evidence import EvidenceKind
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.engine_probe import PROBE_OPTION
from workbench.gui.main_window import Window
from workbench.gui.pictures.picture_bytes import decode_picture
from workbench.gui.program_command import program_command
from workbench.gui.window_start import make_window

pytestmark = pytest.mark.web

_ROWS = "".join(
    f"<p style='height:300px;margin:0;background:hsl({n * 36},70%,80%)'>{n}</p>" for n in range(10)
)
PAGES = {
    "/": "<title>霁川市人民政府</title><body style='margin:0'>"
    "<header style='position:fixed;top:0;left:0;right:0;height:40px;background:#ff0000'>页眉</header>"
    + _ROWS,
    "/xw/": "<title>要闻</title><ul class='list'>"
    + "".join(
        f"<li><a href='/a{n}.html'>霁川市召开第{n}次会议研究工作</a><span class='d'>2026-11-{n:02}</span></li>"
        for n in range(1, 9)
    )
    + "</ul><p>请登陆系统办理，联系人身份证 11010519491231002X。</p><a href='/gone'>旧通知</a>",
}


@pytest.fixture(scope="module", autouse=True)
def engine() -> None:
    program, arguments = program_command("window", PROBE_OPTION)
    if subprocess.run([program, *arguments], check=False, capture_output=True).returncode != 0:
        pytest.skip("the browser engine does not start on this machine")


@pytest.fixture
def site() -> Iterator[TrapServer]:
    with TrapServer({path: page(text) for path, text in PAGES.items()}) as server:
        yield server


@pytest.fixture
def live(small: SmallCampaign, qtbot: QtBot) -> Iterator[Window]:
    """The window with the browser engine, on the small campaign."""
    window = make_window(inspector=LEAD)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    open_file(window, small.workspace.path, qtbot)
    yield window
    window.close()


def bench_of(window: Window) -> BenchPage:
    assert isinstance(window.page, BenchPage)
    return window.page


def load(bench: BenchPage, url: str, title: str, qtbot: QtBot) -> None:
    bench.web.open(url)
    qtbot.waitUntil(lambda: bench.web.state.title == title and not bench.web.state.is_loading, timeout=30_000)
    QTest.qWait(200)


def test_one_key_keeps_the_view_with_all_that_tells_where_it_is_from(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.home, "霁川市人民政府", qtbot)
    bench.web.run_script("window.scrollTo(0, 600); 'x'", lambda _text: None)
    QTest.qWait(200)
    press(bench, "F2")
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=10_000)
    (kept,) = small.workspace.evidence(small.portal.id)
    assert (kept.kind, kept.url, kept.title) == (EvidenceKind.VIEW_PICTURE, site.home, "霁川市人民政府")
    assert kept.scroll_y == 600
    assert kept.page_saved_at is None
    content = small.workspace.evidence_content(kept)
    assert content is not None
    assert decode_picture(content).width() > 300


def test_the_whole_page_is_taken_with_its_fixed_head_once(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.home, "霁川市人民政府", qtbot)
    press(bench, "Shift+F2")
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=20_000)
    settle(live, qtbot)
    (kept,) = small.workspace.evidence(small.portal.id)
    assert kept.kind is EvidenceKind.PAGE_PICTURE
    content = small.workspace.evidence_content(kept)
    assert content is not None
    image = decode_picture(content)
    scale = image.height() / 3000
    assert scale == pytest.approx(bench.web.state.zoom, rel=0.02)
    middle = image.width() // 2
    heads = [y for y in range(image.height()) if image.pixelColor(middle, y).rgb() == 0xFFFF0000]
    assert heads
    assert max(heads) < 60
    hues = {image.pixelColor(middle, round((300 * n + 150) * scale)).hue() for n in range(10)}
    assert len(hues) == 10
    answers: list[str] = []
    bench.web.run_script(
        "getComputedStyle(document.querySelector('header')).visibility + window.scrollY", answers.append
    )
    qtbot.waitUntil(lambda: answers == ["visible0"], timeout=5_000)
