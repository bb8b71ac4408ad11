"""The links of a site are read page by page while the table scrolls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.link_model import PAGE_ROWS, LinkModel
from workbench.gui.main_window import Window

LINKS = 1_050
DEAD = 7


@pytest.fixture
def checked(opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot) -> BenchPage:
    """The bench after a run that found links on the portal."""
    links = [
        LinkResult(
            url=f"http://127.0.0.1:1/{number}",
            kind=LinkKind.PAGE,
            outcome=LinkOutcome.DEAD if number < DEAD else LinkOutcome.OK,
            status=404 if number < DEAD else 200,
            occurrences=(Occurrence("http://127.0.0.1:1/xw/", f"第{number}条"),),
            occurrence_count=1,
        )
        for number in range(LINKS)
    ]
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.save_links(run, small.portal.id, links)
    small.workspace.end_subject(run, small.portal.id)
    opened.session.note_results([small.portal.id])
    qtbot.waitUntil(lambda: bench.results.links.model.rowCount() == DEAD)
    settle(opened, qtbot)
    return bench


def test_what_is_dead_comes_first_and_the_rest_is_a_choice_away(
    opened: Window, checked: BenchPage, qtbot: QtBot
) -> None:
    panel = checked.results.links
    assert panel.filter.currentText() == f"打不开 {DEAD}"
    panel.filter.setCurrentIndex(0)
    qtbot.waitUntil(lambda: panel.model.rowCount() == LINKS)
    last = panel.model.index(LINKS - 1, 1)
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: str(last.data()).startswith("http://"))


def test_problems_come_first_even_where_the_first_results_were_all_fine(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    settle(opened, qtbot)
    panel = bench.results.links
    panel.show_links(small.portal.id, {LinkOutcome.OK: 3})
    assert panel.filter.currentText() == "全部链接 3"
    panel.show_links(small.portal.id, {LinkOutcome.OK: 5, LinkOutcome.SOFT_404: 1})
    assert panel.filter.currentText() == "疑似错误页 1"
    panel.filter.setCurrentIndex(0)
    panel.filter.activated.emit(0)
    panel.show_links(small.portal.id, {LinkOutcome.OK: 6, LinkOutcome.DEAD: 2})
    assert panel.filter.currentText() == "全部链接 8"
    settle(opened, qtbot)


def test_a_link_opens_the_page_that_carries_it(opened: Window, checked: BenchPage, qtbot: QtBot) -> None:
    panel = checked.results.links
    qtbot.waitUntil(lambda: panel.model.link(0) is not None)
    panel.table.activated.emit(panel.model.index(0, 0))
    assert checked.web.url == "http://127.0.0.1:1/xw/"


def test_the_model_keeps_its_word_to_qt(qtbot: QtBot) -> None:
    asked: list[int] = []
    model = LinkModel(lambda page, _ids: asked.append(page))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(range(3 * PAGE_ROWS))
    assert model.index(2 * PAGE_ROWS + 5, 1).data(Qt.ItemDataRole.DisplayRole) == "…"
    assert asked[-1] == 2
    model.show(range(10))
    assert model.rowCount() == 10
    del tester


def test_a_page_that_comes_too_late_is_dropped(qtbot: QtBot) -> None:
    model = LinkModel(lambda _page, _ids: None)
    model.show(range(5))
    assert model.link(0) is None
    model.show(range(100, 105))
    model.take(0, range(5), [LinkResult(url="http://a/", kind=LinkKind.PAGE, outcome=LinkOutcome.OK)] * 5)
    assert model.link(0) is None
