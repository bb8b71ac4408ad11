"""The register is edited, shared out and cut into task packs where it is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.domain.subject import SubjectState
from workbench.gui.main_window import Window
from workbench.gui.register_page.assign_dialog import AssignDialog
from workbench.gui.register_page.bulk_form import BulkForm
from workbench.gui.register_page.column_form import ColumnForm
from workbench.gui.register_page.columns_dialog import ColumnsDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.register_page.round_form import RoundForm
from workbench.gui.register_page.rounds_dialog import RoundsDialog
from workbench.gui.register_page.subject_form import SubjectForm
from workbench.operations.plan_round import rounds_of
from workbench.storage.workspace import Workspace


@pytest.fixture
def page(opened: Window) -> RegisterPage:
    opened.go("register")
    assert isinstance(opened.page, RegisterPage)
    return opened.page


def choose(page: RegisterPage, *names: str) -> None:
    page.table.clearSelection()
    for place, found in enumerate(page.model.rows):
        if found.subject.name in names:
            selection = page.table.selectionModel()
            index = page.model.index(place, 0)
            flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
            selection.select(index, flags)


def test_one_subject_is_edited_whole(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    choose(page, "霁川市教育局")
    QTest.keyClick(page.table, Qt.Key.Key_E)
    form = shown_dialog(SubjectForm, qtbot)
    form.texts["region"].setText("城区")
    form.area.ensureWidgetVisible(form.state)
    form.state.setCurrentIndex(form.state.findData(SubjectState.CLOSING.value))
    form.state.activated.emit(form.state.currentIndex())
    days = form.days["last_upkeep"]
    qtbot.waitUntil(lambda: days.visibleRegion().boundingRect().height() == days.height())
    form.days["applied"].setText("2026年9月1日")
    form.days["offline"].setText("2026-08-01")
    form.take()
    qtbot.waitUntil(lambda: "早于申请日期" in form.complaint())
    form.days["offline"].setText("")
    form.take()
    settle(opened, qtbot)
    saved = next(each for each in small.workspace.subjects() if each.id == small.bureau.id)
    assert (saved.region, saved.state) == ("城区", SubjectState.CLOSING)
    assert saved.closing is not None
    assert str(saved.closing.applied) == "2026-09-01"
    assert any("关停" in found.state for found in page.model.rows)


def test_a_new_subject_is_added(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    page.commands["add-subject"].trigger()
    settle(opened, qtbot)
    form = shown_dialog(SubjectForm, qtbot)
    form.texts["code"].setText("9901000077")
    form.texts["name"].setText("霁川市水利局")
    form.take()
    qtbot.waitUntil(lambda: "还没有首页网址" in form.complaint())
    form.texts["home_url"].setText("slj.some.gov.cn")
    form.take()
    settle(opened, qtbot)
    assert "霁川市水利局" in [found.subject.name for found in page.model.rows]
    assert [subject.name for subject in page.chosen()] == ["霁川市水利局"]


def test_several_are_changed_together(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    choose(page, "霁川市教育局", "霁川市人民政府")
    page.commands["edit-subject"].trigger()
    form = shown_dialog(BulkForm, qtbot)
    form.take()
    assert "还没有填写" in form.complaint()
    form.texts["supervisor"].setText("市政府办公室")
    form.take()
    settle(opened, qtbot)
    assert sum(each.supervisor == "市政府办公室" for each in small.workspace.subjects()) == 2
    chosen = {subject.name for subject in page.chosen()}
    assert chosen == {"霁川市教育局", "霁川市人民政府"}, "the next act is often on the same ones"


def test_assigned_subjects_become_task_packs(
    opened: Window, page: RegisterPage, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    page.table.selectAll()
    page.commands["assign-subjects"].trigger()
    dialog = shown_dialog(AssignDialog, qtbot)
    dialog.names.setText(f"{WANG}、{LI}")
    dialog.take()
    settle(opened, qtbot)
    assert {name for found in page.model.rows for name in found.subject.assigned_to} == {WANG, LI}
    page.desk.write_task_packs(tmp_path / "packs")
    settle(opened, qtbot)
    assert sorted(file.stem for file in (tmp_path / "packs").iterdir()) == sorted([WANG, LI])
    with Workspace.open_pack(tmp_path / "packs" / f"{WANG}.inspection") as pack:
        assert 1 <= len(pack.subjects()) <= 2


def test_columns_are_kept_by_hand(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    choose(page, "霁川市人民政府")
    page.commands["subject-columns"].trigger()
    dialog = shown_dialog(ColumnsDialog, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(opened, qtbot)
    form = shown_dialog(ColumnForm, qtbot)
    form.level.setValue(2)
    form.take()
    settle(opened, qtbot)
    assert small.workspace.columns()[0].level == 2
    qtbot.waitUntil(lambda: dialog.model.rows[0].level == 2)
    assert len(dialog.table.selectionModel().selectedRows()) == 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(opened, qtbot)
    assert small.workspace.columns() == ()
    assert not dialog.drop.isEnabled()


def test_a_spot_check_takes_what_is_selected(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    choose(page, "霁川市教育局")
    page.commands["plan-rounds"].trigger()
    shown_dialog(RoundsDialog, qtbot)._add()
    settle(opened, qtbot)
    form = shown_dialog(RoundForm, qtbot)
    form.kind.setCurrentIndex(1)
    form.name.setText("11月抽查")
    form.take()
    settle(opened, qtbot)
    assert [each.codes for each in rounds_of(small.workspace)] == [(small.bureau.code,)]
    dialog = shown_dialog(RoundsDialog, qtbot)
    assert dialog.drop.isEnabled()
    choose(page, "霁川市人民政府")
    dialog._chosen = page.chosen()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(opened, qtbot)
    again = shown_dialog(RoundForm, qtbot)
    assert again._told.text() == "抽查 1 个对象：霁川市教育局"
    again.take()
    settle(opened, qtbot)
    assert [each.codes for each in rounds_of(small.workspace)] == [(small.bureau.code,)]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(opened, qtbot)
    assert rounds_of(small.workspace) == ()
    assert not dialog.drop.isEnabled()


def test_others_may_look_and_are_told_who_edits(
    opened: Window, page: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    assert page.commands["assign-subjects"].isEnabled()
    opened.change_person(WANG)
    choose(page, "霁川市教育局", "霁川市人民政府")
    for name in ("take-in-register", "add-subject", "assign-subjects", "task-packs", "remove-subjects"):
        action = page.commands[name]
        assert not action.isEnabled()
        assert f"只有组长{LEAD}可以这样做" in action.toolTip()
    assert f"台账由组长{LEAD}修改" in page.bar.told()
    QTest.keyClick(page.table, Qt.Key.Key_A)
    assert f"只有组长{LEAD}可以这样做" in opened.told()
    page.commands["edit-subject"].trigger()
    form = shown_dialog(SubjectForm, qtbot)
    assert form.accept_button is not None
    assert not form.accept_button.isEnabled()
    assert form.texts["name"].isReadOnly()
    form.reject()
    page.commands["plan-rounds"].trigger()
    rounds = shown_dialog(RoundsDialog, qtbot)
    assert f"轮次由组长{LEAD}安排" in rounds.complaint()
    rounds.reject()
    opened.change_person(LEAD)
    assert page.commands["assign-subjects"].isEnabled()
    assert LEAD not in page.bar.told()


def test_rounds_and_task_packs_are_in_the_menu_of_the_window(
    opened: Window, page: RegisterPage, qtbot: QtBot
) -> None:
    opened.go("bench")
    window_act(opened, "campaign-rounds").trigger()
    assert opened.page is page
    shown_dialog(RoundsDialog, qtbot).reject()
    window_act(opened, "campaign-packs").trigger()
    settle(opened, qtbot)
    assert "还没有分派检查员" in opened.told()
    shown = {button.defaultAction().text() for button in page.bar.findChildren(QToolButton)}
    assert {"轮次和抽查…", "生成任务包…"} <= shown


def window_act(window: Window, name: str) -> QAction:
    return next(action for action in window.actions() if action.objectName() == name)


def test_the_list_is_narrowed_to_what_is_unassigned(page: RegisterPage, small: SmallCampaign) -> None:
    page.state.setCurrentIndex(page.state.findData("unassigned"))
    assert len(page.model.rows) == 3
    page.state.setCurrentIndex(page.state.findData("closing"))
    assert not page.model.rows


def test_the_search_is_one_key_away_and_gives_way_to_the_list(opened: Window, page: RegisterPage) -> None:
    page.take_focus()
    QTest.keyClick(page.table, Qt.Key.Key_Slash)
    assert page.search.hasFocus()
    page.search.setText("教育")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert [found.subject.name for found in page.model.rows] == ["霁川市教育局"]
