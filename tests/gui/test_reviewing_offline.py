"""Reviewing with the cable out: every address leads to its saved copy, and what is judged says so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from trap_server import TrapServer, page
from workbench.domain.capture import Capture
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.window_start import make_window

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

AT = datetime(2026, 11, 20, 6, 2, tzinfo=UTC)
SAVED_WORDS = f"已保存的网页 · {AT.astimezone():%Y-%m-%d %H:%M}"


@pytest.fixture
def site(small: SmallCampaign) -> Iterator[TrapServer]:
    """Online and counting; what is saved of it says something else than what it says now."""
    with TrapServer(
        {"/": page("<title>现在的首页</title>"), "/xw/": page("<title>现在的要闻</title>")}
    ) as server:
        portal = replace(small.portal, home_url=server.home)
        small.workspace.save(portal, inspector=LEAD)
        for path, body in (
            (
                "/",
                "<title>保存的首页</title><a id=a href=xw/>要闻</a><a id=b href=/no>无</a><img src=/n.png>",
            ),
            ("/xw/", "<title>保存的要闻</title>"),
        ):
            url = server.url(path)
            capture = Capture(
                url=url,
                final_url=url,
                status=200,
                headers=(("content-type", "text/html; charset=gb2312"),),
                body=body.encode("gb18030"),
                at=AT,
            )
            small.workspace.save_capture(None, portal.id, capture)
        yield server


@pytest.fixture
def window(qtbot: QtBot, small: SmallCampaign, site: TrapServer) -> Iterator[Window]:
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
def bench(window: Window, small: SmallCampaign) -> BenchPage:
    assert isinstance(window.page, BenchPage)
    window.page.subject_list.select(small.portal.id)
    return window.page


@pytest.fixture
def shows(bench: BenchPage, qtbot: QtBot) -> Callable[[str], None]:
    def wait(title: str) -> None:
        qtbot.waitUntil(
            lambda: bench.web.state.title == title and not bench.web.state.is_loading, timeout=30_000
        )

    return wait


def script(bench: BenchPage, text: str, qtbot: QtBot) -> str:
    answers: list[str] = []
    bench.web.run_script(text, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def test_offline_shows_what_was_saved_and_asks_nobody(
    bench: BenchPage,
    window: Window,
    site: TrapServer,
    small: SmallCampaign,
    shows: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    shows("现在的首页")
    assert bench.web.bar.kind.text() == "实时"
    press(bench, "Ctrl+Shift+L")
    shows("保存的首页")
    site.asked.clear()
    came = site.connections
    assert bench.web.lines.saved.text() == SAVED_WORDS
    assert bench.web.bar.kind.text() == "已保存"
    script(bench, "document.getElementById('a').click(); ''", qtbot)
    shows("保存的要闻")
    assert bench.web.url == site.url("/xw/")
    bench.open_home()
    shows("保存的首页")
    script(bench, "document.getElementById('b').click(); ''", qtbot)
    qtbot.waitUntil(bench.web.absent.isVisible, timeout=10_000)
    assert bench.web.absent.title == "这一页没有保存"
    assert "没有这一页" in bench.web.lines.saved.text()
    assert bench.web.page_saved_at is None
    bench.commands["page-back"].trigger()
    shows("保存的首页")
    press(bench, "1")
    settle(window, qtbot)
    assert [verdict.page_saved_at for verdict in small.workspace.verdicts(small.portal.id)] == [AT]
    bench.steps.to_subject(1)
    qtbot.waitUntil(lambda: bench.web.absent.title == "这个对象还没有保存的网页", timeout=10_000)
    assert "检查" in bench.web.absent.text
    QTest.qWait(300)
    assert not site.asked
    assert site.connections == came
    press(bench, "Ctrl+Shift+L")
    bench.steps.to_subject(-1)
    shows("现在的首页")
    assert bench.web.page_saved_at is None


def test_the_switch_is_remembered(
    bench: BenchPage, site: TrapServer, small: SmallCampaign, shows: Callable[[str], None], qtbot: QtBot
) -> None:
    shows("现在的首页")
    bench.web.turn_offline(True)
    shows("保存的首页")
    again = make_window(inspector=LEAD)
    qtbot.addWidget(again)
    open_file(again, small.workspace.path, qtbot)
    asked = site.asked.total()
    assert isinstance(again.page, BenchPage)
    assert again.page.web.is_offline
    assert again.page.web.bar.offline.isChecked()
    again.show()
    qtbot.waitUntil(lambda: again.page.web.state.title == "保存的首页", timeout=30_000)  # type: ignore[union-attr]  # it is the bench
    assert site.asked.total() == asked
    again.close()


def test_a_live_page_that_does_not_open_offers_the_saved_one(
    bench: BenchPage, small: SmallCampaign, shows: Callable[[str], None], qtbot: QtBot
) -> None:
    shows("现在的首页")
    with TrapServer({}) as closed:
        gone = closed.home
    capture = Capture(
        url=gone, final_url=gone, status=200, headers=(), body="<title>从前</title>".encode(), at=AT
    )
    small.workspace.save_capture(None, small.portal.id, capture)
    bench.web.open(gone)
    qtbot.waitUntil(bench.web.failed.saved_button.isVisible, timeout=20_000)
    assert SAVED_WORDS.partition("· ")[2] in bench.web.failed.text
    bench.web.failed.saved_button.click()
    shows("从前")
    assert bench.web.page_saved_at == AT
    assert not bench.web.is_offline


def test_what_is_refused_is_told_over_the_page(
    bench: BenchPage, site: TrapServer, shows: Callable[[str], None], qtbot: QtBot
) -> None:
    shows("现在的首页")
    site.routes["/f.doc"] = lambda request: request.send_bytes(b"x", kind="application/msword")
    bench.web.open(site.url("/f.doc"))
    qtbot.waitUntil(bench.web.lines.refused.isVisible, timeout=20_000)
    assert "没有下载" in bench.web.lines.refused.text()
    assert bench.web.lines.refused.outside.isVisible()
