"""The embedded browser on pages of a loopback server: what it shows, what it tells, what it keeps out."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from trap_server import TrapRequest, TrapServer, page
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.web_engine import EngineView, failure_in_words
from workbench.gui.web_view_state import WebViewState
from workbench.gui.window_start import make_window

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

PAGES = {
    "/": "<title>霁川市人民政府</title><p>登陆系统</p><p>再次登陆</p><input id='q'>"
    "<script>document.getElementById('q').focus()</script>",
    "/alert": "<title>弹窗</title><script>alert('x');confirm('y');document.title='过了'</script>",
    "/popup": "<title>开窗</title><script>window.open('/');</script>",
    "/cookie": "<title>饼干</title><script>document.cookie='seen=1'</script>",
    "/file": "<title>本地</title><a id=a href='file:///etc/passwd'>x</a><script>document.getElementById('a').click()</script>",
}


@pytest.fixture
def site() -> Iterator[TrapServer]:
    routes = {path: page(text) for path, text in PAGES.items()} | {"/download": _download}
    with TrapServer(routes) as server:
        yield server


def _download(request: TrapRequest) -> None:
    request.send_bytes(b"x" * 10, kind="application/octet-stream")


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[EngineView]:
    made = EngineView()
    frame = made.widget()
    qtbot.addWidget(frame)
    frame.resize(800, 600)
    frame.show()
    yield made
    made.close_down()


@pytest.fixture
def load(view: EngineView, site: TrapServer, qtbot: QtBot) -> Callable[[str], None]:
    def go(path: str) -> None:
        # Listened for, not polled: a small page may begin and end loading between two looks.
        states: list[WebViewState] = []
        view.did_change.connect(states.append)
        view.load(site.url(path))
        qtbot.waitUntil(lambda: any(s.is_loading or s.problem for s in states), timeout=20_000)
        qtbot.waitUntil(lambda: not view.state.is_loading, timeout=20_000)
        view.did_change.disconnect(states.append)

    return go


def test_a_page_tells_its_address_and_title(
    load: Callable[[str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    load("/")
    qtbot.waitUntil(lambda: view.state.title == "霁川市人民政府")
    assert view.state.url == site.home
    assert not view.state.can_back
    load("/cookie")
    assert view.state.can_back


def test_words_are_found_in_the_page(load: Callable[[str], None], view: EngineView, qtbot: QtBot) -> None:
    load("/")
    view.find("登陆")
    qtbot.waitUntil(lambda: view.state.matches == 2, timeout=10_000)


def test_our_scripts_see_the_page_and_the_page_does_not_see_them(
    load: Callable[[str], None], view: EngineView, qtbot: QtBot
) -> None:
    load("/")
    answers: list[str] = []
    view.run_script("window.ours = 1; document.title", answers.append)
    qtbot.waitUntil(lambda: answers == ["霁川市人民政府"], timeout=10_000)
    script = """var s = document.createElement('script');
        s.textContent = 'document.title = typeof window.ours'; document.body.append(s); getSelection().selectAllChildren(
        document.querySelector('p')); 12"""
    view.run_script(script, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=10_000)
    assert answers[1] == ""
    qtbot.waitUntil(lambda: view.state.title == "undefined", timeout=10_000)
    qtbot.waitUntil(lambda: view.selected_text() == "登陆系统", timeout=10_000)
    assert not view.grab().isNull()


def test_a_page_cannot_speak_up(load: Callable[[str], None], view: EngineView, qtbot: QtBot) -> None:
    load("/alert")
    qtbot.waitUntil(lambda: view.state.title == "过了")
    assert QApplication.activeModalWidget() is None


def test_a_page_cannot_reach_the_files_of_this_pc(
    load: Callable[[str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    load("/file")
    QTest.qWait(300)
    assert view.state.url == site.url("/file")


def test_a_download_goes_nowhere(
    load: Callable[[str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    load("/")
    view.load(site.url("/download"))
    QTest.qWait(500)
    assert view.state.title == "霁川市人民政府"


def test_another_subject_starts_without_cookies(
    load: Callable[[str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    load("/cookie")
    load("/")
    assert site.headers_seen[-1].get("cookie") == "seen=1"
    view.start_afresh()
    load("/")
    assert "cookie" not in site.headers_seen[-1]


def test_what_cannot_be_opened_is_told_in_plain_words(view: EngineView, qtbot: QtBot) -> None:
    view.load("http://127.0.0.1:9/")
    qtbot.waitUntil(lambda: bool(view.state.problem), timeout=20_000)
    assert view.state.problem


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("net::ERR_NAME_NOT_RESOLVED", "域名解析不了"),
        ("net::ERR_CERT_DATE_INVALID", "证书不可信"),
        ("net::ERR_X", "内核报告"),
        ("No webpage was found for: <strong>$1</strong>", "页面不存在"),
    ],
)
def test_the_engine_s_errors_have_words(error: str, words: str) -> None:
    assert words in failure_in_words(error)


def test_typing_into_a_page_does_not_judge(small: SmallCampaign, site: TrapServer, qtbot: QtBot) -> None:
    window = make_window(inspector=LEAD)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    open_file(window, small.workspace.path, qtbot)
    bench = window.page
    assert isinstance(bench, BenchPage)
    bench.web.open(site.home)
    qtbot.waitUntil(lambda: bench.web.state.title == "霁川市人民政府", timeout=30_000)
    press(bench, "F6")
    qtbot.waitUntil(lambda: bench.web.isAncestorOf(_focused()))
    QTest.qWait(300)
    QTest.keyClick(_focused(), Qt.Key.Key_1)
    QTest.qWait(300)
    settle(window, qtbot)
    assert small.workspace.verdicts(small.portal.id) == ()
    press(bench, "F6")
    assert QApplication.focusWidget() is bench.indicator_list
    press(bench, "1")
    settle(window, qtbot)
    assert [verdict.indicator for verdict in small.workspace.verdicts(small.portal.id)] == ["V1"]
    window.close()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
