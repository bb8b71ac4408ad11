"""The links of a site are read page by page while the table scrolls."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.link_model import PAGE_ROWS, LinkModel
from workbench.gui.ignoring.ignore_form import IgnoreForm
from workbench.gui.ignoring.ignores_dialog import IgnoresDialog
from workbench.gui.main_window import Window
from workbench.operations.export_rows import export_links
from workbench.settings.options import change_options
from workbench.storage.link_window import LinkOrder, LinkQuery

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
    model = LinkModel(lambda page, _query: asked.append(page))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    query = LinkQuery(order=LinkOrder.OUTCOME)
    model.show(query, 3 * PAGE_ROWS)
    assert model.index(2 * PAGE_ROWS + 5, 1).data(Qt.ItemDataRole.DisplayRole) == "…"
    assert asked[-1] == 2
    model.show(query, 4 * PAGE_ROWS)
    assert model.rowCount() == 4 * PAGE_ROWS
    model.show(query, 10)
    assert model.rowCount() == 10
    model.clear()
    assert model.rowCount() == 0
    del tester


def test_a_page_that_comes_too_late_is_dropped(qtbot: QtBot) -> None:
    model = LinkModel(lambda _page, _query: None)
    first, other = LinkQuery(text="a"), LinkQuery(text="b")
    page = [LinkResult(url="http://a/", kind=LinkKind.PAGE, outcome=LinkOutcome.OK)] * 5
    model.show(first, 5)
    assert model.link(0) is None
    model.show(other, 5)
    model.take(0, first, page)
    assert model.link(0) is None
    model.take(0, other, page)
    assert model.link(0) == page[0]


def test_while_results_come_in_what_is_on_screen_stays_until_its_page_is_read_again(qtbot: QtBot) -> None:
    asked: list[int] = []
    model = LinkModel(lambda page, _query: asked.append(page))
    query = LinkQuery()
    old = LinkResult(url="http://a/", kind=LinkKind.PAGE, outcome=LinkOutcome.OK)
    new = replace(old, outcome=LinkOutcome.DEAD)
    model.show(query, 1)
    model.take(0, query, [old])
    model.show(query, 2)
    assert model.link(0) == old
    assert asked == [0]
    model.take(0, query, [new, old])
    assert model.link(0) == new


def test_links_are_found_by_their_words_sorted_and_narrowed_to_the_home_page(
    opened: Window, checked: BenchPage, qtbot: QtBot
) -> None:
    panel = checked.results.links
    panel.filter.setCurrentIndex(0)
    panel.search.setText("/104")
    panel.search.returnPressed.emit()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 11)
    panel.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: str(panel.model.index(0, 1).data()).endswith("/1049"))
    panel.only_home.setChecked(True)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)


def test_rows_are_copied_and_exported(
    opened: Window, checked: BenchPage, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = checked.results.links
    qtbot.waitUntil(lambda: panel.model.link(0) is not None)
    panel.copy()
    assert "请先在表里选中" in opened.told()
    panel.table.selectRow(0)
    panel.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1] == "链接"
    assert lines[1].split("\t")[1] == "http://127.0.0.1:1/0"
    target, query = tmp_path / "链接.csv", panel.query
    subject = checked.hand.subject_id
    assert subject is not None
    panel._desk.write(target, lambda workspace, file: export_links(workspace, subject, query, file))
    settle(opened, qtbot)
    assert f"已导出 {DEAD} 行" in opened.told()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == DEAD + 1


def test_a_dead_link_is_ignored_with_a_reason_and_the_ignore_is_ended(
    opened: Window, checked: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    panel = checked.results.links
    qtbot.waitUntil(lambda: panel.model.link(0) is not None)
    panel.table.selectRow(0)
    panel.ignore()
    form = shown_dialog(IgnoreForm, qtbot)
    form.take()
    qtbot.waitUntil(lambda: "请写明理由" in form.complaint())
    form.reason.setText("每周日维护")
    form.take()
    settle(opened, qtbot)
    assert [each.target for each in small.workspace.ignores()] == ["http://127.0.0.1:1/0"]
    opened.all_actions()
    dialog = IgnoresDialog(opened, session=opened.session)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1)
    dialog.table.selectRow(0)
    dialog.end_chosen()
    qtbot.waitUntil(lambda: not dialog.model.rows)
    assert small.workspace.ignores() == ()
    dialog.reject()


def test_a_link_is_checked_again_in_a_child(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    """Nothing listens on port 1: what was said to open is dead now."""
    change_options(retries=0, retry_delay_s=0.0, reopens_in_browser=False)
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    url = "http://127.0.0.1:1/jiu"
    home = Occurrence("http://127.0.0.1:1/", "旧的")
    link = LinkResult(
        url=url,
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.OK,
        status=200,
        occurrences=(home,),
        occurrence_count=1,
    )
    small.workspace.save_links(run, small.portal.id, [link])
    small.workspace.end_subject(run, small.portal.id)
    small.workspace.end_run(run)
    opened.session.note_results([small.portal.id])
    panel = bench.results.links
    qtbot.waitUntil(lambda: panel.model.link(0) is not None)
    panel.table.selectRow(0)
    panel.recheck()
    qtbot.waitUntil(lambda: not bench.results.desk.is_rechecking, timeout=20_000)
    assert opened.told().startswith("复查：")
    found = small.workspace.link(small.portal.id, url)
    assert found is not None
    assert found.outcome is LinkOutcome.DEAD
