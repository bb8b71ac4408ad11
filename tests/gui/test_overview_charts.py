from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.message_totals import MessageTotals
from workbench.domain.score import Result, Score
from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.gui.changes import Changes
from workbench.gui.main_window import Window
from workbench.gui.overview.chart_row import ChartRow
from workbench.gui.overview.overview_breakdown import Cut, break_down
from workbench.gui.overview.overview_figures import HeldProblem
from workbench.gui.overview.overview_page import OverviewPage
from workbench.gui.overview.problem_card import grouped
from workbench.gui.overview.subject_dialog import SubjectDialog
from workbench.operations.score_campaign import SubjectStanding


def standing(result: Result = Result.PASS, **cells: object) -> SubjectStanding:
    subject = Subject(id=uuid4(), code="1", name="甲", **cells)  # type: ignore[arg-type]  # cells of a subject
    return SubjectStanding(
        subject=subject,
        score=Score(subject_id=subject.id, result=result),
        judgements={},
        verdicts=(),
        findings=(),
        decisions=(),
        settlements=(),
    )


def test_kinds_keep_their_usual_order_and_rates_name_both_sides() -> None:
    rows = break_down(
        [
            standing(kind=SubjectKind.ACCOUNT),
            standing(Result.FAIL, kind=SubjectKind.PORTAL),
            standing(Result.PASS, kind=SubjectKind.PORTAL),
            standing(Result.INCOMPLETE, kind=SubjectKind.PORTAL),
        ],
        Cut.KIND,
    )
    assert [row.label for row in rows] == ["门户网站", "新媒体账号"]
    assert rows[0].in_words == "2/3 有结果 · 合格 1/2"


def test_what_this_round_does_not_look_at_stands_in_no_part() -> None:
    assert break_down([standing(state=SubjectState.MOVED), standing(is_drawn=False)], Cut.KIND) == ()


def test_a_subject_of_two_inspectors_stands_under_both_and_unassigned_ones_come_last() -> None:
    rows = break_down(
        [standing(), standing(), standing(), standing(assigned_to=("李四", "王五"))], Cut.INSPECTOR
    )
    assert [(row.label, len(row.standings)) for row in rows] == [("李四", 1), ("王五", 1), ("未分派", 3)]


def test_the_longest_groups_come_first_and_the_rest_is_gathered() -> None:
    subject = Subject(id=uuid4(), code="1", name="甲")
    problems = [
        HeldProblem(
            subject=subject,
            finding=Finding(
                id=uuid4(), subject_id=subject.id, rule="", source=Source.CHECK, category=Category.LINK
            ),
            indicator="",
            indicator_name=f"指标{min(number, 14):02d}",
        )
        for number in range(17)
    ]
    groups = grouped(problems, lambda held: held.indicator_name)
    assert groups[0][0] == "指标14"
    assert len(groups[0][1]) == 3
    assert groups[-1][0] == "其余 3 项"
    assert sum(len(held) for _, held in groups) == 17


@pytest.fixture
def page(opened: Window, small: SmallCampaign, qtbot: QtBot) -> OverviewPage:
    opened.go("overview")
    settle(opened, qtbot)
    assert isinstance(opened.page, OverviewPage)
    return opened.page


def test_a_line_of_the_chart_opens_its_subjects_and_one_of_them_the_bench(
    opened: Window, page: OverviewPage, qtbot: QtBot
) -> None:
    line = page.parts.findChildren(ChartRow)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    dialog = page.findChild(SubjectDialog)
    assert dialog is not None
    held = dialog.table.model()
    assert held.rowCount() > 0
    dialog.table.selectRow(0)
    dialog.table.activated.emit(held.index(0, 0))
    qtbot.waitUntil(lambda: opened.page is not page)
    assert opened.page is not None
    assert opened.page.page_id == "bench"


def test_the_chart_is_cut_the_way_it_is_asked(page: OverviewPage, qtbot: QtBot) -> None:
    page.parts.cut.setCurrentIndex(page.parts.cut.findData(Cut.INSPECTOR))

    def shown() -> list[str]:
        return [row.accessibleName() for row in page.parts.findChildren(ChartRow) if row.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    assert all(name.startswith("未分派") for name in shown())


def test_overdue_messages_wait_and_lead_to_their_list(
    opened: Window, page: OverviewPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    totals = MessageTotals(
        id=uuid4(),
        subject_id=small.portal.id,
        platform="jiucuo",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 11, 1),
        received=9,
        in_time=5,
        overdue=4,
    )
    small.workspace.save(totals, inspector="苏组长")
    opened.session.note_results([small.portal.id])
    settle(opened, qtbot)
    page.refresh(Changes(is_register=True))
    settle(opened, qtbot)

    def found() -> list[QPushButton]:
        buttons = page.waiting.findChildren(QPushButton)
        return [each for each in buttons if each.isVisible() and "留言逾期" in each.text()]

    qtbot.waitUntil(lambda: bool(found()))
    assert found()[0].accessibleName().startswith("4 ")
    found()[0].click()
    assert opened.page is not None
    assert opened.page.page_id == "messages"


def test_what_the_standard_has_nothing_on_counts_apart_and_is_listed(
    opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    opened.go("overview")
    settle(opened, qtbot)
    page = opened.page
    assert isinstance(page, OverviewPage)
    assert page.results._figure.text() == "0/2"
    assert page.results.beyond.text() == "另有 1 个，这套指标不检查"
    page.results.beyond.click()
    listed = shown_dialog(SubjectDialog, qtbot)
    rows = listed.table.model()
    assert [rows.index(place, 0).data() for place in range(rows.rowCount())] == [small.account.name]
    assert rows.index(0, 2).data() == "指标不涉及"
    assert listed.focusWidget() is listed.table
    listed.reject()
