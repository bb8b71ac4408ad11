"""Saved pages in the embedded browser: complete with the server stopped, silent, and asking nobody anything."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from trap_server import TrapServer, page, redirect
from workbench.domain.capture import Capture
from workbench.gui.web_engine import EngineView
from workbench.operations.show_saved_page import SavedCopy, SavedPart, find_saved_page, read_saved_part

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

AT = datetime(2026, 11, 20, 6, 2, tzinfo=UTC)
SITE = "http://www.jichuan.gov.cn"
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
)
LEAKS = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>霁川市人民政府</title>
<link rel="dns-prefetch" href="{evil}"><link rel="preconnect" href="{evil}"><link rel="prefetch" href="{evil}p">
<link rel="icon" href="{evil}icon"><noscript><link rel="preconnect" href="{evil}"></noscript>
<link rel="stylesheet" href="css/a.css"><link rel="stylesheet" href="{evil}e.css">
<script src="{evil}s.js"></script>
<script>document.title = 'ran'; fetch('{evil}fetch'); new WebSocket('{ws}'); navigator.sendBeacon('{evil}b')</script>
</head><body><p id="words">镕基</p><img id="own" src="/img/1.svg"><img id="full" src="{site}/img/1.svg">
<img id="secure" src="{secure}/img/1.svg"><img src="{evil}i.png"><img src="{evil}hop"><img id="lost" src="/lost.png">
<iframe src="{evil}f"></iframe><object data="/img/1.svg"></object>
<iframe srcdoc='<link rel="preconnect" href="{evil}">'></iframe>
<iframe src='data:text/html,<link rel="preconnect" href="{evil}">'></iframe><iframe id="inner" src="/inner.html"></iframe>
<video src="{evil}v.mp4"></video>
<object data="{evil}o"></object><embed src="{evil}e"><p style="background:url({evil}bg.png)">x</p>
<form action="{evil}form" method="post"><input></form><a id="news" href="news/">要闻</a>
<a id="jump" href="#down">到下面</a><p style="height:3000px">高</p><p id="down">下面</p>
</body></html>"""


@pytest.fixture
def evil() -> Iterator[TrapServer]:
    """Counts whatever gets out."""
    with TrapServer({"/hop": redirect("/landed"), "/": page("evil")}) as server:
        yield server


@pytest.fixture
def copy(small: SmallCampaign, evil: TrapServer) -> SavedCopy:
    text = LEAKS.format(
        evil=evil.home, ws=evil.home.replace("http", "ws"), site=SITE, secure=SITE.replace("http", "https")
    )
    save(small, f"{SITE}/", text.encode("gb18030"), kind="text/html; charset=gb2312")
    save(small, f"{SITE}/inner.html", b"<p id=x>inner")
    for path, body, kind in (
        (
            "/css/a.css",
            b"p { color: rgb(1, 2, 3); background: url(../img/1.svg) } @import 'b.css';",
            "text/css",
        ),
        ("/img/1.svg", PICTURE, "image/svg+xml"),
    ):
        small.workspace.save_page_asset(
            None, small.portal.id, capture(f"{SITE}{path}", body, kind=kind), pages=[f"{SITE}/"]
        )
    return found(small, f"{SITE}/")


def capture(url: str, body: bytes, *, kind: str = "text/html; charset=utf-8") -> Capture:
    return Capture(url=url, final_url=url, status=200, headers=(("content-type", kind),), body=body, at=AT)


def save(small: SmallCampaign, url: str, body: bytes, *, kind: str = "text/html; charset=utf-8") -> None:
    small.workspace.save_capture(None, small.portal.id, capture(url, body, kind=kind))


def found(small: SmallCampaign, url: str) -> SavedCopy:
    copy = find_saved_page(small.workspace, subject_id=small.portal.id, url=url).copy
    assert copy is not None
    return copy


@pytest.fixture
def followed() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, small: SmallCampaign, followed: list[str]) -> Iterator[EngineView]:
    def read(number: int, is_page: bool, done: Callable[[SavedPart | None], None]) -> None:
        done(read_saved_part(small.workspace, number, is_page=is_page))

    made = EngineView(read_part=read, followed=followed.append)
    frame = made.widget()
    qtbot.addWidget(frame)
    frame.resize(800, 600)
    frame.show()
    yield made
    made.close_down()


def ask(view: EngineView, script: str, qtbot: QtBot) -> object:
    answers: list[str] = []
    view.run_script(f"JSON.stringify({script})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(answers[0]) if answers[0] else None


def show(view: EngineView, copy: SavedCopy, title: str, qtbot: QtBot) -> None:
    view.show_saved(copy)
    qtbot.waitUntil(lambda: view.state.title == title and not view.state.is_loading, timeout=20_000)


def test_a_saved_page_is_whole_and_nothing_gets_out(
    view: EngineView, copy: SavedCopy, evil: TrapServer, qtbot: QtBot
) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    qtbot.waitUntil(lambda: ask(view, "document.readyState", qtbot) == "complete", timeout=10_000)
    seen = ask(
        view,
        """[document.querySelector('#words').textContent, getComputedStyle(document.querySelector('#words')).color,
        ...['own', 'full', 'secure', 'lost'].map(id => document.getElementById(id).naturalWidth),
        document.querySelector('#news').href, document.querySelector('#own').src, document.compatMode]""",
        qtbot,
    )
    assert seen == [
        *("镕基", "rgb(1, 2, 3)", 40, 40, 40, 0),
        *(f"{SITE}/news/", f"{SITE}/img/1.svg", "CSS1Compat"),
    ]
    assert ask(view, "document.getElementById('inner').contentDocument?.body?.textContent", qtbot) == "inner"
    QTest.qWait(500)
    assert not evil.asked
    assert evil.connections == 0
    state = view.state
    assert (state.url, state.saved_at, state.is_saved, state.problem) == (f"{SITE}/", AT, True, "")


def test_a_link_in_a_saved_page_is_told_and_not_followed(
    view: EngineView, copy: SavedCopy, followed: list[str], qtbot: QtBot
) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    ask(view, "document.querySelector('#news').click()", qtbot)
    qtbot.waitUntil(lambda: followed == [f"{SITE}/news/"], timeout=10_000)
    assert not view.state.problem
    ask(view, "document.querySelector('#jump').click()", qtbot)
    qtbot.waitUntil(lambda: bool(ask(view, "scrollY > 1000", qtbot)), timeout=10_000)
    assert followed == [f"{SITE}/news/"]


def test_back_leads_to_the_saved_page_before(
    view: EngineView, copy: SavedCopy, small: SmallCampaign, qtbot: QtBot
) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    save(small, f"{SITE}/news/", "<title>要闻</title>".encode())
    show(view, replace(found(small, f"{SITE}/news/"), saved_at=None), "要闻", qtbot)
    assert (view.state.url, view.state.saved_at, view.state.is_saved) == (f"{SITE}/news/", None, True)
    view.back()
    # The title comes before the stylesheet.
    qtbot.waitUntil(
        lambda: view.state.title == "霁川市人民政府" and not view.state.is_loading, timeout=20_000
    )
    assert (view.state.url, view.state.saved_at) == (f"{SITE}/", AT)
    colour = "getComputedStyle(document.querySelector('#words')).color"
    told = [ask(view, colour, qtbot)]
    while told[-1] != "rgb(1, 2, 3)" and len(told) < 40:
        QTest.qWait(100)
        told.append(ask(view, colour, qtbot))
    assert told[-1] == "rgb(1, 2, 3)"


def test_from_saved_to_live_and_back(
    view: EngineView, copy: SavedCopy, evil: TrapServer, qtbot: QtBot
) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    evil.routes["/"] = page("<title>实时</title>")
    view.load(evil.home)
    qtbot.waitUntil(lambda: view.state.title == "实时", timeout=20_000)
    assert (view.state.is_saved, view.state.saved_at) == (False, None)
    show(view, copy, "霁川市人民政府", qtbot)
    evil.asked.clear()
    QTest.qWait(300)
    assert not evil.asked


def test_a_live_page_cannot_reach_what_is_saved(
    view: EngineView, copy: SavedCopy, evil: TrapServer, qtbot: QtBot
) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    evil.routes["/"] = page(
        "<title>活</title><img id=i src='snap://www.jichuan.gov.cn/img/1.svg'>"
        "<iframe src='snap://www.jichuan.gov.cn/inner.html'></iframe><a id=a href='snap://www.jichuan.gov.cn/'>x</a>"
    )
    view.load(evil.home)
    qtbot.waitUntil(lambda: view.state.title == "活" and not view.state.is_loading, timeout=20_000)
    assert ask(view, "document.getElementById('i').naturalWidth", qtbot) == 0
    ask(view, "document.getElementById('a').click()", qtbot)
    QTest.qWait(300)
    assert (view.state.url, view.state.is_saved) == (evil.home, False)
    assert ask(view, "document.body.textContent.trim()", qtbot) in ("x", "")


def test_a_saved_page_without_bytes_says_so(view: EngineView, copy: SavedCopy, qtbot: QtBot) -> None:
    view.show_saved(replace(copy, pages={**copy.pages, "www.jichuan.gov.cn/": 999}))
    qtbot.waitUntil(lambda: bool(view.state.problem), timeout=20_000)


def test_the_page_on_screen_becomes_one_file(view: EngineView, copy: SavedCopy, qtbot: QtBot) -> None:
    show(view, copy, "霁川市人民政府", qtbot)
    files: list[bytes] = []
    view.save_mhtml(files.append)
    qtbot.waitUntil(lambda: bool(files), timeout=20_000)
    assert files[0].startswith(b"From: ")
    assert b"image/svg+xml" in files[0]
