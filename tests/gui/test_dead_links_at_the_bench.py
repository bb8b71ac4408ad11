"""A dead link by keyboard: its error is proof, its page is proof, and one key leads from either to the other."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.test_bench_web import PAGES, bench_of, know_a_dead_link, load, script
from tests.gui.window_driver import press, shown_dialog
from trap_server import TrapRequest, TrapServer, page
from workbench.domain.evidence import EvidenceKind
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import proposal_id
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.browser.load_watch import LoadEnd, LoadWatch
from workbench.gui.main_window import Window
from workbench.gui.pictures.picture_bytes import decode_picture

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]


def answer_slowly(request: TrapRequest) -> None:
    time.sleep(0.3)
    request.send_bytes(b"<p>x</p>")


@pytest.fixture
def site() -> Iterator[TrapServer]:
    routes = {path: page(text) for path, text in PAGES.items()}
    # Nothing to be seen: the answer has no body.
    routes["/gone"] = lambda request: request.send_bytes(b"", status=404)
    tall = "<title>长页</title><p style='height:3000px'>高</p><a href='/cut'>断了的链接</a>"
    routes["/slow"] = answer_slowly
    with TrapServer({**routes, "/tall/": page(tall), "/cut": lambda request: request.reset()}) as server:
        yield server


def propose_dead(live: Window, small: SmallCampaign, url: str, stands_on: str, qtbot: QtBot) -> Finding:
    """The proposal as the check leaves it, in hand at the bench."""
    finding = Finding(
        id=proposal_id(small.portal.id, check="dead-links", aspect="home", place=url),
        subject_id=small.portal.id,
        rule="U2.home",
        source=Source.CHECK,
        place=url,
        excerpt="首页的链接“旧通知”打不开",
        category=Category.LINK,
        check="dead-links",
        aspect="home",
        proof=(("地址", url), ("所在页面", stands_on), ("链接文字", "旧通知")),
    )
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.save_proposals(run, small.portal.id, [finding])
    small.workspace.end_subject(run, small.portal.id)
    live.session.note_results([small.portal.id])
    settle(live, qtbot)
    bench_of(live).indicator_list.select("U2")
    return finding


def wait_for_failure(bench: BenchPage, url: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(bench.web.state.problem) and bench.web.url == url, timeout=30_000)


def test_the_error_is_kept_as_a_record_and_the_page_with_the_link_is_one_key_away(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, dead, news = bench_of(live), site.url("/gone"), site.url("/xw/")
    finding = propose_dead(live, small, dead, news, qtbot)
    wait_for_failure(bench, dead, qtbot)
    assert bench.web.failed.place_button.isVisible()
    assert news in bench.web.failed.text
    assert "404（页面不存在）" in bench.web.failed.text
    press(bench, "F2")
    settle(live, qtbot)
    (kept,) = small.workspace.evidence()
    assert (kept.kind, kept.url, kept.finding_id) == (EvidenceKind.LOG, dead, finding.id)
    assert kept.title == "打开失败记录"
    assert "服务器回应 404" in kept.note
    content = small.workspace.evidence_content(kept)
    assert content is not None
    assert decode_picture(content).width() == 960
    press(bench, "O")
    qtbot.waitUntil(
        lambda: bench.web.state.title == "要闻" and not bench.web.state.is_loading, timeout=10_000
    )
    assert bench.web.url == news
    qtbot.waitUntil(lambda: any(sign.what == dead for sign in bench.tools.marks.signs), timeout=10_000)
    press(bench, "F2")
    qtbot.waitUntil(lambda: len(small.workspace.evidence()) == 2, timeout=10_000)
    assert {each.url for each in small.workspace.evidence()} == {dead, news}
    press(bench, "O")
    wait_for_failure(bench, dead, qtbot)


def test_a_new_problem_is_on_the_page_with_the_link_not_at_the_dead_address(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, dead, news = bench_of(live), site.url("/gone"), site.url("/xw/")
    propose_dead(live, small, dead, news, qtbot)
    wait_for_failure(bench, dead, qtbot)
    press(bench, "N")
    form = shown_dialog(FindingForm, qtbot)
    assert form.place.text() == news
    form.reject()


def test_a_link_followed_in_the_page_leads_back_to_that_page(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, tall = bench_of(live), site.url("/tall/")
    bench.indicator_list.select("V4")
    load(bench, tall, "长页", qtbot)
    script(bench, "document.querySelector('a').click(); 'x'", qtbot)
    wait_for_failure(bench, site.url("/cut"), qtbot)
    assert bench.web.place == tall
    press(bench, "O")
    qtbot.waitUntil(lambda: bench.web.url == tall and not bench.web.state.problem, timeout=10_000)
    # The link is far below: it is brought into view, though no check knows of it.
    scrolled = "String(window.scrollY > 500)"
    qtbot.waitUntil(lambda: script(bench, scrolled, qtbot) == "true", timeout=10_000)
    assert [sign.label for sign in bench.tools.marks.signs] == ["打不开"]


def test_back_from_a_link_that_did_not_open_leads_to_the_page_with_it(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, tall = bench_of(live), site.url("/tall/")
    load(bench, site.home, "霁川市人民政府", qtbot)
    load(bench, tall, "长页", qtbot)
    script(bench, "document.querySelector('a').click(); 'x'", qtbot)
    wait_for_failure(bench, site.url("/cut"), qtbot)
    press(bench, "Alt+Left")
    qtbot.waitUntil(lambda: bench.web.url == tall and not bench.web.state.problem, timeout=10_000)


def test_an_error_page_of_the_servers_own_is_shown_with_its_status(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, dead, news = bench_of(live), site.url("/lost"), site.url("/xw/")
    propose_dead(live, small, dead, news, qtbot)
    qtbot.waitUntil(lambda: bench.web.state.status == 404, timeout=30_000)
    assert not bench.web.state.problem
    qtbot.waitUntil(bench.web.lines.error.isVisible, timeout=5_000)
    assert "404（页面不存在）" in bench.web.lines.error.text()
    assert bench.web.place == news
    QTest.qWait(200)
    press(bench, "F2")
    qtbot.waitUntil(lambda: len(small.workspace.evidence()) == 1, timeout=10_000)
    (kept,) = small.workspace.evidence()
    assert (kept.kind, kept.title) == (EvidenceKind.VIEW_PICTURE, "404 Not Found")
    assert kept.note == "服务器回应 404（页面不存在）"


def test_a_home_page_that_does_not_open_is_its_own_place(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.url("/xw/"), "要闻", qtbot)
    dead = site.url("/cut")
    bench.open_address(dead)
    wait_for_failure(bench, dead, qtbot)
    assert bench.web.place == dead
    assert not bench.web.failed.place_button.isVisible()


def test_the_row_of_a_link_leads_to_its_page_by_enter_and_to_its_address_by_the_same_key(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, dead, news = bench_of(live), site.url("/gone"), site.url("/xw/")
    know_a_dead_link(small, dead, news)
    live.session.note_results([small.portal.id])
    settle(live, qtbot)
    table = bench.results.links.table
    qtbot.waitUntil(lambda: bench.results.links.model.rowCount() == 1, timeout=5_000)
    qtbot.waitUntil(lambda: bench.results.links.model.link(0) is not None, timeout=5_000)
    table.setFocus()
    table.selectRow(0)
    press(table, "Return")
    qtbot.waitUntil(
        lambda: bench.web.state.title == "要闻" and not bench.web.state.is_loading, timeout=10_000
    )
    press(table, "O")
    wait_for_failure(bench, dead, qtbot)
    assert bench.web.place == news
    press(table, "O")
    qtbot.waitUntil(lambda: bench.web.url == news and not bench.web.state.problem, timeout=10_000)


def test_an_address_that_replaces_one_still_loading_ends_with_its_status(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    for number in range(3):
        bench.open_address(site.url("/slow"))
        QTest.qWait(20 * number)
        bench.open_address(site.url("/lost"))
        qtbot.waitUntil(lambda: bench.web.state.status == 404, timeout=10_000)
        assert not bench.web.state.problem


def test_how_a_load_ended_is_asked_of_the_engine(live: Window, site: TrapServer, qtbot: QtBot) -> None:
    ends: list[LoadEnd] = []
    bench = bench_of(live)
    bench.open_address(site.url("/lost"))
    qtbot.waitUntil(lambda: bench.web.state.status == 404, timeout=10_000)
    view = live.findChild(QWebEngineView)
    assert view is not None
    watch = LoadWatch(live, ended=lambda _page, end: ends.append(end))
    watch.begin(view.page())
    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)
    assert ends == [LoadEnd(site.url("/lost"), 404)]
    assert not ends[0].is_nothing
    assert LoadEnd("about:blank", 0).is_nothing


def test_with_the_keyboard_in_the_page_enter_is_the_pages(
    live: Window, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.url("/xw/"), "要闻", qtbot)
    press(bench, "F6")
    focused = live.focusWidget()
    assert focused is not None
    assert bench.web.isAncestorOf(focused)
    kept = {}
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1):
        question = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        question.ignore()
        QApplication.sendEvent(focused, question)
        kept[key] = question.isAccepted()
    assert kept == {Qt.Key.Key_Return: True, Qt.Key.Key_1: False}
