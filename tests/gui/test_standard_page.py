"""The lead confirms cells at the keyboard: what it does is seen first, the bench follows at once, undo takes it back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.standard_change import StandardChange
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.commands.standard_commands import save_own
from workbench.gui.destination import Destination
from workbench.gui.main_window import Window
from workbench.gui.merging.merge_dialog import MergeDialog
from workbench.gui.standard_view.cell_form import CellForm
from workbench.gui.standard_view.revert_form import RevertForm
from workbench.gui.standard_view.standard_page import StandardPage
from workbench.operations.change_standard import change_standard
from workbench.operations.check_standard import check_standard
from workbench.operations.export_results import export_results
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import pass_the_rest
from workbench.operations.score_campaign import score_one
from workbench.operations.split_tasks import split_tasks
from workbench.storage.workspace import Workspace

SOURCE = "国办发〔2015〕15号附件第6页"


@pytest.fixture
def provisional(small: SmallCampaign) -> SmallCampaign:
    """The portal is finished but for a price that nobody has verified."""
    add_finding(small.workspace, subject=small.portal, rule="B4", count=2, by=LEAD)
    pass_the_rest(small.workspace, subject=small.portal, by=LEAD)
    return small


@pytest.fixture
def page(window: Window, provisional: SmallCampaign, qtbot: QtBot) -> StandardPage:
    open_file(window, provisional.workspace.path, qtbot)
    return standard_page(window)


def standard_page(window: Window) -> StandardPage:
    window.go("standard")
    assert isinstance(window.page, StandardPage)
    return window.page


def figure_at_the_bench(window: Window, small: SmallCampaign) -> tuple[str, str]:
    window.go("bench")
    bench = window.page
    assert isinstance(bench, BenchPage)
    bench.subject_list.select(small.portal.id)
    bench.indicator_list.select("B4")
    row = next(row for row in bench.subject_list.shown if row.subject.id == small.portal.id)
    return bench.score_panel.number_text(), row.look.word


def open_form(page: StandardPage, key: str, qtbot: QtBot) -> CellForm:
    assert page.table.select_key(key)
    page.take_focus()
    press(page.table, "Return")
    return shown_dialog(CellForm, qtbot)


def ready(form: CellForm | RevertForm, qtbot: QtBot) -> None:
    button = form.accept_button
    assert button is not None
    qtbot.waitUntil(button.isEnabled, timeout=5000)


def test_a_confirmed_price_is_charged_on_screen_and_in_the_file(
    page: StandardPage, window: Window, provisional: SmallCampaign, qtbot: QtBot
) -> None:
    assert figure_at_the_bench(window, provisional) == ("100", "暂定")
    window.go("standard")
    press(page, "U")
    assert page.only_unverified.isChecked()
    form = open_form(page, "B4", qtbot)
    assert form.line.address == "rule:B4/price"
    form.editor.first.setProperty("text", "4")
    ready(form, qtbot)
    assert form.shifts.told() == "1 个对象的得分或结果会变："
    (shift,) = form.shifts.model.rows
    assert shift.in_words == ("100 分 · 暂定", "92 分 · 合格")
    assert provisional.workspace.records(StandardChange) == ()
    press(form, "Ctrl+Return")
    assert form.complaint() == "请写明依据：哪份文件、第几条或第几页。"
    form.source.setText(SOURCE)
    press(form, "Ctrl+Return")
    settle(window, qtbot)
    qtbot.waitUntil(lambda: "Ctrl+Z" in window.told())
    assert not page.table.select_key("B4")
    assert figure_at_the_bench(window, provisional) == ("92", "合格")
    assert card_signs(window) == []
    assert score_one(provisional.workspace, provisional.portal).score.number == 92
    press(window, "Ctrl+Z")
    settle(window, qtbot)
    assert figure_at_the_bench(window, provisional) == ("100", "暂定")
    assert len(card_signs(window)) == 1


def card_signs(window: Window) -> list[str]:
    """What the rules of the indicator in hand say about not being verified."""
    bench = window.page
    assert isinstance(bench, BenchPage)
    labels = bench.indicator_panel.findChildren(QLabel)
    return [each.text() for each in labels if each.isVisible() and "没有对照原文核实" in each.text()]


def test_the_second_cell_offers_the_same_source(page: StandardPage, window: Window, qtbot: QtBot) -> None:
    form = open_form(page, "B4", qtbot)
    ready(form, qtbot)
    form.source.setText(SOURCE)
    form.take()
    settle(window, qtbot)
    form = open_form(page, "B3", qtbot)
    assert form.source.text() == SOURCE
    form.reject()


def test_a_bad_value_is_told_and_cannot_be_taken(page: StandardPage, qtbot: QtBot) -> None:
    form = open_form(page, "scoring/fail_below", qtbot)
    ready(form, qtbot)
    form.editor.first.setProperty("text", "120")
    qtbot.waitUntil(lambda: "没有网站能合格" in form.complaint(), timeout=5000)
    assert form.accept_button is not None
    assert not form.accept_button.isEnabled()
    form.reject()


def test_every_sort_of_cell_is_filled_in_and_taken_back(
    page: StandardPage, window: Window, provisional: SmallCampaign, qtbot: QtBot
) -> None:
    form = open_form(page, "N2a", qtbot)
    for place in range(form.choice.count()):
        form.choice.setCurrentIndex(place)
        assert bool(form.editor.value()) is (form.line.title != "最多扣")
    assert form.shifts.told() == "正在计算影响……"
    form.choice.setCurrentIndex(form.choice.findData("rule:N2a/window"))
    form.editor.first.setProperty("value", 7)
    ready(form, qtbot)
    form.source.setText(SOURCE)
    form.take()
    settle(window, qtbot)
    rule = provisional.workspace.standard.rule("N2a")
    assert rule is not None
    assert (str(rule.window), rule.when) == ("7d", "动态、要闻类栏目1周内未更新")
    page.table.select_key("N2a")
    assert any(SOURCE in each.text() for each in page.panel.findChildren(QLabel))
    press(page.table, "Delete")
    revert = shown_dialog(RevertForm, qtbot)
    ready(revert, qtbot)
    assert revert.focusWidget() is revert.accept_button
    revert.take()
    settle(window, qtbot)
    assert provisional.workspace.standard == provisional.workspace.pinned_standard


def test_who_is_not_the_lead_reads_everything_and_is_told_why(page: StandardPage, window: Window) -> None:
    page.table.select_key("B4")
    assert buttons(page) == ["核实扣分", "修改计法", "修改最多扣", "修改适用对象"]
    window.change_person(WANG)
    assert buttons(page) == []
    assert any(f"只有组长{LEAD}" in each.text() for each in page.panel.findChildren(QLabel))
    press(page.table, "E")
    assert f"只有组长{LEAD}" in window.told()


def buttons(page: StandardPage) -> list[str]:
    return [each.accessibleName() for each in page.panel.findChildren(QPushButton) if each.isVisible()]


def test_the_changes_are_saved_as_the_offices_own(
    page: StandardPage, window: Window, provisional: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    save_own(page, tmp_path / "own.toml")
    settle(window, qtbot)
    assert "没有改动" in window.told()
    change_standard(provisional.workspace, cell="rule:B4/price", value="3", source=SOURCE, by=LEAD)
    save_own(page, tmp_path / "own.toml")
    settle(window, qtbot)
    assert "own.toml" in window.told()
    assert not check_standard(tmp_path / "own.toml").problems


def test_a_result_cut_before_the_change_is_merged_and_scored_by_it(
    window: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    (task,) = split_tasks(small.workspace, {WANG: ["9901000001"]}, tmp_path / "任务包")
    with Workspace.open(task, device="王敏的电脑") as workspace:
        add_finding(workspace, subject=small.portal, rule="B4", count=1, by=WANG)
        pass_the_rest(workspace, subject=small.portal, by=WANG)
        handed_in = export_results(workspace, tmp_path / "结果.inspection", by=WANG).path
    open_file(window, small.workspace.path, qtbot)
    form = open_form(standard_page(window), "B4", qtbot)
    ready(form, qtbot)
    form.source.setText(SOURCE)
    form.take()
    settle(window, qtbot)
    window.navigate(Destination(page="merging", files=(handed_in,)))
    shown_dialog(MergeDialog, qtbot).take()
    settle(window, qtbot)
    assert figure_at_the_bench(window, small) == ("97", "合格")


def test_what_another_program_changes_shows_with_the_next_act(
    page: StandardPage, window: Window, provisional: SmallCampaign, qtbot: QtBot
) -> None:
    change_standard(provisional.workspace, cell="rule:B4/price", value="3", source=SOURCE, by=LEAD)
    window.session.note_results([provisional.bureau.id])
    settle(window, qtbot)
    assert page.table.select_key("B4")
    assert figure_at_the_bench(window, provisional) == ("94", "合格")
