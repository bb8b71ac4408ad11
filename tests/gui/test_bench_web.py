"""The page beside the indicators, alive: pictures of it, marks in it, pointing at what stands there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from trap_server import TrapRequest, TrapServer, page
from workbench.domain.capture import Capture
from workbench.domain.column import ColumnClass
from workbench.domain.evidence import EvidenceKind
from workbench.domain.finding import Finding
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.recipe_form import RecipeForm
from workbench.gui.main_window import Window
from workbench.gui.pictures.picture_bytes import decode_picture
from workbench.operations.page_signs import SignKind

pytestmark = [pytest.mark.web, pytest.mark.usefixtures("browser_engine")]

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
    + "</ul><p>请按排专人办理，联系人身份证 11010519491231002X。</p><a href='/gone'>旧通知</a>",
}


@pytest.fixture
def site() -> Iterator[TrapServer]:
    with TrapServer({path: page(text) for path, text in PAGES.items()}) as server:
        yield server


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


def test_the_keys_work_from_inside_the_page_too(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.home, "霁川市人民政府", qtbot)
    press(bench, "F6")
    inside = QApplication.focusWidget()
    assert inside is not None
    assert bench.web.isAncestorOf(inside)
    QTest.qWait(200)
    QTest.keyClick(inside, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=10_000)
    assert small.workspace.evidence()[0].kind is EvidenceKind.VIEW_PICTURE


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


def script(bench: BenchPage, text: str, qtbot: QtBot) -> str:
    answers: list[str] = []
    bench.web.run_script(text, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    return answers[0]


def know_a_dead_link(small: SmallCampaign, url: str, page_url: str) -> Finding:
    """As a run of the checks leaves it: the link in the table, and the proposal."""
    finding = small.propose(url)
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    dead = LinkResult(
        url=url,
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.DEAD,
        status=404,
        occurrences=(Occurrence(page_url, "旧通知"),),
    )
    small.workspace.save_links(run, small.portal.id, [dead])
    small.workspace.save_proposals(run, small.portal.id, [finding])
    small.workspace.end_subject(run, small.portal.id)
    return finding


def test_what_the_checks_know_is_marked_in_the_page_and_a_click_leads_to_the_finding(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, news = bench_of(live), site.url("/xw/")
    finding = know_a_dead_link(small, site.url("/gone"), news)
    live.session.note_results([small.portal.id])
    settle(live, qtbot)
    bench.indicator_list.select("V1")
    load(bench, news, "要闻", qtbot)
    marks = bench.tools.marks
    qtbot.waitUntil(lambda: bool(marks.signs), timeout=10_000)
    by_kind = {sign.kind: sign for sign in marks.signs}
    assert by_kind[SignKind.LINK].label == "404 打不开"
    assert (by_kind[SignKind.WORD].what, by_kind[SignKind.WORD].label) == ("按排", "应为 安排")
    assert by_kind[SignKind.NUMBER].what.startswith("1101")
    assert sum(sign.kind is SignKind.DATE for sign in marks.signs) == 8
    assert any(sign.label == "最新" for sign in marks.signs)
    count = "String(window.workbenchMarks ? window.workbenchMarks.count : 0)"
    qtbot.waitUntil(lambda: script(bench, count, qtbot) == "11", timeout=10_000)
    number = next(n for n, sign in enumerate(marks.signs) if sign.kind is SignKind.LINK)
    script(bench, f"window.workbenchMarks.click({number}); 'x'", qtbot)
    qtbot.waitUntil(lambda: bench.hand.indicator_code == "U2", timeout=5_000)
    held = bench.indicator_panel.findings.current()
    assert held is not None
    assert held.finding.id == finding.id
    QTest.qWait(400)
    assert bench.web.url == news
    press(bench, "M")
    qtbot.waitUntil(lambda: script(bench, count, qtbot) == "0", timeout=5_000)
    assert "已隐藏" in live.told()


def test_two_places_pointed_at_make_the_recipe_of_a_column(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, news = bench_of(live), site.url("/xw/")
    load(bench, news, "要闻", qtbot)
    press(bench, "F3")
    qtbot.waitUntil(lambda: "第一条信息的标题" in live.told(), timeout=5_000)
    script(bench, "document.querySelector('li a').click(); 'x'", qtbot)
    qtbot.waitUntil(lambda: "再点它的日期" in live.told(), timeout=5_000)
    script(bench, "document.querySelector('li .d').click(); 'x'", qtbot)
    form = shown_dialog(RecipeForm, qtbot)
    assert len(form.model.rows) == 8
    assert all(item.date is not None for item in form.model.rows)
    form.name.setText("政务要闻")
    press(form, "Ctrl+Return")
    settle(live, qtbot)
    made = next(column for column in small.workspace.columns(small.portal.id) if column.url == news)
    assert (made.name, made.column_class) == ("政务要闻", ColumnClass.NEWS)
    assert made.recipe is not None
    assert "栏目“政务要闻”" in live.told()
    assert bench.web.url == news
    press(bench, "Ctrl+Z")
    settle(live, qtbot)
    assert all(column.url != news for column in small.workspace.columns(small.portal.id))


# The offscreen screen has no pointer and no keyboard to give to a menu.
@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_a_link_clicked_with_the_right_button_is_registered_as_a_column(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench = bench_of(live)
    load(bench, site.url("/xw/"), "要闻", qtbot)
    QTest.qWait(400)
    right = "new MouseEvent('contextmenu', {bubbles: true, cancelable: true})"
    script(bench, f"document.querySelector('a[href=\"/gone\"]').dispatchEvent({right}); 'x'", qtbot)
    qtbot.waitUntil(lambda: bool(bench.findChildren(QMenu, "link_menu")), timeout=5_000)
    menu = bench.findChild(QMenu, "link_menu")
    assert menu is not None
    classes = next(action.menu() for action in menu.actions() if action.text() == "登记为栏目")
    assert isinstance(classes, QMenu)
    next(action for action in classes.actions() if action.text() == "通知公告").trigger()
    menu.close()
    settle(live, qtbot)
    made = next(c for c in small.workspace.columns(small.portal.id) if c.url == site.url("/gone"))
    assert (made.name, made.column_class) == ("旧通知", ColumnClass.NOTICE)


def test_a_saved_page_is_marked_and_kept_as_a_saved_one(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    bench, news = bench_of(live), site.url("/xw/")
    finding = know_a_dead_link(small, site.url("/gone"), news)
    body = f"<html><head><meta charset=utf-8>{PAGES['/xw/']}</html>".encode()
    headers = (("content-type", "text/html; charset=utf-8"),)
    saved_at = datetime(2026, 11, 20, 1, 2, tzinfo=UTC)
    small.workspace.save_capture(
        None,
        small.portal.id,
        Capture(url=news, final_url=news, status=200, headers=headers, body=body, at=saved_at),
    )
    live.session.note_results([small.portal.id])
    settle(live, qtbot)
    bench.indicator_list.select("V1")
    qtbot.waitUntil(lambda: bool(bench.web.state.problem), timeout=30_000)
    bench.web.open_saved(news)
    qtbot.waitUntil(lambda: bench.web.page_saved_at == saved_at, timeout=10_000)
    marks = bench.tools.marks
    qtbot.waitUntil(lambda: any(sign.kind is SignKind.LINK for sign in marks.signs), timeout=10_000)
    number = next(n for n, sign in enumerate(marks.signs) if sign.kind is SignKind.LINK)
    assert marks.signs[number].finding_id == finding.id
    count = "String(window.workbenchMarks ? window.workbenchMarks.count : 0)"
    qtbot.waitUntil(lambda: script(bench, count, qtbot) == "11", timeout=10_000)
    script(bench, f"window.workbenchMarks.click({number}); 'x'", qtbot)
    qtbot.waitUntil(lambda: bench.hand.indicator_code == "U2", timeout=5_000)
    press(bench, "F2")
    qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=10_000)
    (kept,) = small.workspace.evidence()
    assert (kept.url, kept.page_saved_at, kept.finding_id) == (news, saved_at, finding.id)
    press(bench, "1")
    settle(live, qtbot)
    assert [verdict.page_saved_at for verdict in small.workspace.verdicts()] == [saved_at]


def test_the_next_page_of_the_line_is_there_before_it_is_asked_for(
    live: Window, small: SmallCampaign, site: TrapServer, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer(request: TrapRequest) -> None:
        asked.append(request.path)
        request.send_page("<title>霁川市教育局</title><p>首页")

    with TrapServer({"/": answer}) as other:
        _walk_the_line(live, small, [site.home, other.home], asked, qtbot)


def _walk_the_line(
    live: Window, small: SmallCampaign, addresses: list[str], asked: list[str], qtbot: QtBot
) -> None:
    first, second = addresses
    homes = [replace(small.portal, home_url=first), replace(small.bureau, home_url=second)]
    live.session.act(live, lambda workspace: workspace.save(*homes, inspector=LEAD), subjects=None)
    settle(live, qtbot)
    bench = bench_of(live)
    load(bench, first, "霁川市人民政府", qtbot)
    bench.indicator_list.select("V4")
    press(bench, "L")
    qtbot.waitUntil(lambda: "/" in asked, timeout=10_000)
    QTest.qWait(300)
    before = asked.count("/")
    press(bench, "1")
    assert bench.hand.subject_id == small.bureau.id
    qtbot.waitUntil(lambda: bench.web.state.title == "霁川市教育局", timeout=5_000)
    assert bench.web.url == second
    assert asked.count("/") == before
    settle(live, qtbot)
    press(bench, "1")
    settle(live, qtbot)
    assert "流水线完成" in live.told()
