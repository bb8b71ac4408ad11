"""Hostile pages in the embedded browser: what they try, and that nothing comes of it."""

import os
import signal
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trap_server import TrapServer, page
from workbench.gui.browser.failure_words import certificate_in_words
from workbench.gui.web_engine import EngineView

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

HOSTILE = {
    "/": "<title>首页</title>",
    "/popups": """<title>弹窗</title><a style='position:fixed;inset:0' target=_blank href=/>x</a><script>
        var opened = [window.open('/'), window.open('about:blank', 'x', 'width=10')];
        document.title = opened.map(each => each === null).join(' ');
        </script>""",
    "/files": """<title>本机</title><img id=i src='file:///etc/hostname'><iframe src='file:///etc/passwd'></iframe>
        <script>fetch('file:///etc/passwd').then(() => document.title = 'read', () => document.title = 'kept out')
        </script>""",
    "/mail": "<title>程序</title><a id=a href='mailto:x@y.cn'>x</a><a id=b href='ms-word:x'>y</a>",
    "/ask": """<title>问</title><script>
        window.onbeforeunload = event => 'stay';
        document.title = [prompt('a'), confirm('b'), alert('c')].join(' ');</script>""",
}
RIGHTS = {
    "place": "navigator.geolocation.getCurrentPosition(() => done('yes'), () => done('no'))",
    "notices": "Notification.requestPermission().then(word => done(word === 'granted' ? 'yes' : 'no'))",
    "camera": "navigator.mediaDevices.getUserMedia({audio: true, video: true}).then(() => done('yes'), () => done('no'))",
    "clipboard": "navigator.clipboard.readText().then(() => done('yes'), () => done('no'))",
}


@pytest.fixture
def site() -> Iterator[TrapServer]:
    with TrapServer({path: page(text) for path, text in HOSTILE.items()}) as server:
        yield server


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
def come(view: EngineView, site: TrapServer, qtbot: QtBot) -> Callable[[str, str], None]:
    def go(path: str, title: str) -> None:
        view.load(site.url(path))
        qtbot.waitUntil(lambda: view.state.title == title, timeout=6_000)

    return go


def click(view: EngineView, name: str) -> None:
    view.run_script(f"document.getElementById('{name}').click(); ''", lambda _said: None)


@pytest.mark.parametrize("right", RIGHTS)
def test_no_right_is_given(come: Callable[[str, str], None], site: TrapServer, right: str) -> None:
    site.routes["/rights"] = page(
        f"<title>要权限</title><script>var done = word => document.title = word; {RIGHTS[right]}</script>"
    )
    come("/rights", "no")
    assert QApplication.activeModalWidget() is None


def test_no_window_pops_up_and_a_link_for_a_new_one_opens_here(
    come: Callable[[str, str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    windows = len(QApplication.topLevelWidgets())
    view.load(site.url("/popups"))
    qtbot.waitUntil(lambda: "true" in view.state.title and not view.state.is_loading, timeout=10_000)
    QTest.qWait(300)
    shown = view.widget().focusProxy()
    inner = shown.focusProxy() if shown is not None else None
    assert inner is not None
    QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.waitUntil(lambda: view.state.title == "首页", timeout=10_000)
    assert view.state.url == site.home
    assert len(QApplication.topLevelWidgets()) <= windows


def test_files_of_this_pc_are_out_of_reach(come: Callable[[str, str], None]) -> None:
    come("/files", "kept out")


@pytest.mark.parametrize("name", ["a", "b"])
def test_no_other_program_is_started(
    come: Callable[[str, str], None], view: EngineView, site: TrapServer, name: str
) -> None:
    come("/mail", "程序")
    click(view, name)
    QTest.qWait(300)
    assert view.state.url == site.url("/mail")
    assert not view.state.problem


def test_questions_of_a_page_are_not_put_to_anybody(come: Callable[[str, str], None], qtbot: QtBot) -> None:
    come("/ask", "true")
    come("/", "首页")
    assert QApplication.activeModalWidget() is None


def test_no_file_of_this_pc_is_handed_over(view: EngineView) -> None:
    page = view._page
    assert page is not None
    mode = QWebEnginePage.FileSelectionMode.FileSelectOpen
    assert page.chooseFiles(mode, [], []) == []


def test_a_download_is_told_with_the_way_out(
    come: Callable[[str, str], None], view: EngineView, site: TrapServer, qtbot: QtBot
) -> None:
    come("/", "首页")
    site.routes["/f.doc"] = lambda request: request.send_bytes(b"x", kind="application/msword")
    view.load(site.url("/f.doc"))
    qtbot.waitUntil(lambda: "没有下载" in view.state.notice, timeout=20_000)
    assert view.state.notice_url == site.url("/f.doc")
    assert not view.state.problem


def test_a_certificate_nobody_vouches_for_is_refused_in_words(
    view: EngineView, tmp_path: Path, qtbot: QtBot
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=False,
        capture_output=True,
    )
    if made.returncode != 0:
        pytest.skip("openssl is not at hand")
    with TrapServer({"/": page("<title>不该看到</title>")}) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server._server.socket = context.wrap_socket(server._server.socket, server_side=True)
        view.load(server.home.replace("http", "https"))
        qtbot.waitUntil(lambda: "证书" in view.state.problem, timeout=20_000)
        QTest.qWait(300)
        assert not server.asked
    assert view.state.problem == certificate_in_words("127.0.0.1", "CertificateAuthorityInvalid")
    assert view.state.problem_title == "证书不可信，页面没有打开"


def test_a_crash_is_told_and_the_page_can_be_opened_again(
    come: Callable[[str, str], None], view: EngineView, qtbot: QtBot
) -> None:
    come("/", "首页")
    page = view._page
    assert page is not None
    qtbot.waitUntil(lambda: page.renderProcessPid() > 0)
    os.kill(page.renderProcessPid(), signal.SIGKILL)
    qtbot.waitUntil(lambda: view.state.is_crashed, timeout=10_000)
    assert "重新打开" in view.state.problem
    view.reload()
    qtbot.waitUntil(lambda: not view.state.is_crashed and not view.state.is_loading, timeout=20_000)
    assert view.state.title == "首页"
    assert not view.state.problem


def test_pages_are_gone_before_their_profiles(come: Callable[[str, str], None], view: EngineView) -> None:
    for _ in range(3):
        come("/", "首页")
        view.start_afresh()
    assert view._page is not None
    assert view._page.url() == QUrl()
