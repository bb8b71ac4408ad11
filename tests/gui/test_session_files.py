"""Files: new campaigns, task packs, result packs, drops, and a copy of an open file that lacks nothing."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign, make_small_campaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.campaign_form import CampaignForm
from workbench.gui.commands.report_commands import save_report
from workbench.gui.file_drops import sort_out
from workbench.gui.main_window import Window
from workbench.gui.merging.merge_dialog import MergeDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import all_pages
from workbench.gui.person_form import PersonForm
from workbench.gui.progress_chip import ProgressChip
from workbench.gui.recent_menu import RecentMenu
from workbench.gui.register_page.import_dialog import ImportDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.session import IDLE_MS
from workbench.gui.top_bar import file_in_words
from workbench.operations.export_results import export_results
from workbench.operations.practice_city import remember_city
from workbench.operations.record_verdict import record_verdict
from workbench.operations.split_tasks import split_tasks
from workbench.operations.unfinished_check import unfinished_check
from workbench.settings.options import change_options, load_options
from workbench.storage.workspace import Workspace


def drop(window: Window, *files: Path) -> None:
    """As the system does it: the handle of the window is told, whatever widget lies there."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert QApplication.sendEvent(window.windowHandle(), event)
    assert event.isAccepted()


def test_a_campaign_is_started_from_the_first_screen(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    press(window, "Ctrl+Shift+N")
    form = shown_dialog(CampaignForm, qtbot)
    form.period.setText("2026Q4")
    form.place.setText(str(tmp_path / "新的" / "2026Q4.inspection"))
    form.take()
    settle(window, qtbot)
    snapshot = window.session.snapshot
    assert snapshot is not None
    assert (snapshot.campaign.name, snapshot.campaign.lead) == ("2026年第四季度", LEAD)
    assert isinstance(window.page, RegisterPage), "an empty campaign begins with its register"


def test_a_campaign_never_overwrites_a_file(opened: Window, small: SmallCampaign, qtbot: QtBot) -> None:
    before = small.workspace.campaign
    press(opened, "Ctrl+Shift+N")
    form = shown_dialog(CampaignForm, qtbot)
    form.place.setText(str(small.workspace.path))
    form.take()
    assert "已存在" in form.complaint()
    assert form.isVisible(), "what was typed is not lost"
    assert opened.session.snapshot is not None
    assert opened.session.snapshot.campaign == before


def test_the_name_is_asked_and_kept(window: Window, qtbot: QtBot) -> None:
    next(action for action in window.actions() if action.objectName() == "person").trigger()
    form = shown_dialog(PersonForm, qtbot)
    assert form.focusWidget() is form.name
    form.name.setText("　")
    form.take()
    assert "不能为空" in form.complaint()
    form.name.setText(" 王敏 ")
    form.take()
    assert window.session.inspector == "王敏"
    assert load_options().inspector == "王敏"


def test_a_task_pack_names_its_inspector(
    window: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path / "任务包")
    open_file(window, pack, qtbot)
    assert window.session.inspector == WANG
    assert window.session.snapshot is not None
    assert file_in_words(window.session.snapshot).startswith(f"任务包（{WANG}）")


def test_a_task_pack_opens_where_its_inspector_works(
    opened: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path / "任务包")
    opened.go("register")
    open_file(opened, pack, qtbot)
    assert isinstance(opened.page, BenchPage)


def test_what_is_told_stays_while_the_page_changes(opened: Window) -> None:
    opened.go("overview")
    opened.tell(NoticeLine("说明"))
    opened.go("bench")
    assert opened._strip.isVisible()


def test_a_borrowed_name_ends_with_the_file_it_was_borrowed_for(
    window: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    """Whoever tried a task pack or the practice city would otherwise judge under that name in the next campaign."""
    own = window.session.inspector
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path / "任务包")
    open_file(window, pack, qtbot)
    press(window, "Ctrl+Shift+N")
    form = shown_dialog(CampaignForm, qtbot)
    form.place.setText(str(tmp_path / "2026Q4.inspection"))
    form.take()
    settle(window, qtbot)
    assert window.session.snapshot is not None
    assert window.session.snapshot.campaign.lead == own
    assert window.session.inspector == own


def test_saving_the_preferences_leaves_a_borrowed_name(
    window: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    own = window.session.inspector
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path / "任务包")
    open_file(window, pack, qtbot)
    change_options(inspector=own)
    window.take_options(load_options())
    assert window.session.inspector == WANG


def test_a_result_pack_says_how_it_counts(
    window: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
    open_file(window, export_results(small.workspace, tmp_path / "结果.inspection", by=WANG).path, qtbot)
    assert f"{WANG}的结果包" in window.told()
    assert "合并结果包" in window.told()


def test_escape_takes_an_error_away(opened: Window) -> None:
    opened.tell(NoticeLine("出错了", Tone.ERROR))
    assert opened._strip.isVisible()
    press(opened, "Escape")
    assert not opened._strip.isVisible()


def test_a_result_file_dropped_on_the_window_is_merged(
    opened: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack,) = split_tasks(small.workspace, {WANG: (small.portal.code,)}, tmp_path / "任务包")
    with Workspace.open(pack) as task:
        record_verdict(task, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
        results = export_results(task, tmp_path / "结果.inspection", by=WANG).path
    drop(opened, results)
    shown_dialog(MergeDialog, qtbot).take()
    settle(opened, qtbot)
    assert [verdict.inspector for verdict in small.workspace.verdicts()] == [WANG]


def test_a_register_dropped_on_the_window_is_previewed(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "台账.csv"
    file.write_text("网站名称,首页网址\n霁川市水利局,http://127.0.0.1:8/\n", encoding="utf-8")
    drop(opened, file)
    shown_dialog(ImportDialog, qtbot).reject()


@pytest.mark.parametrize("page_id", [entry.page_id for entry in all_pages()])
def test_a_result_file_is_taken_on_every_page(
    page_id: str, opened: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
    results = export_results(small.workspace, tmp_path / "结果.inspection", by=WANG).path
    opened.go(page_id)
    settle(opened, qtbot)
    drop(opened, results)
    dialog = shown_dialog(MergeDialog, qtbot)
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled(), "what is all here already is not merged again"
    dialog.reject()


def test_a_campaign_dropped_on_the_window_is_opened(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    other = make_small_campaign(tmp_path / "另一批.inspection")
    other.workspace.close()
    drop(opened, other.workspace.path)
    qtbot.waitUntil(
        lambda: (
            opened.session.snapshot is not None and opened.session.snapshot.path.name == "另一批.inspection"
        )
    )


def test_a_list_without_a_campaign_says_what_comes_first(window: Window, tmp_path: Path) -> None:
    drop(window, tmp_path / "台账.csv")
    assert "先新建或打开一个批次" in window.told()


def test_a_picture_is_left_to_the_page(tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "图.png"))])
    assert sort_out(carried) is None


def test_the_menu_opens_what_was_open_before(opened: Window, small: SmallCampaign) -> None:
    menu = opened.findChild(RecentMenu)
    assert menu is not None
    menu.fill()
    assert small.workspace.path.stem in menu.actions()[0].text()


def test_a_check_that_was_broken_off_is_told_on_opening(
    window: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.end_subject(run, small.portal.id)
    open_file(window, small.workspace.path, qtbot)
    settle(window, qtbot)
    assert window.told() == "上次的检查没有做完（1/2），按 F5 接着查。"
    chip = window.findChild(ProgressChip)
    assert chip is not None
    assert (window.checks.state.is_paused, chip.isVisible()) == (True, True)
    chip.end_button.click()
    settle(window, qtbot)
    assert (window.checks.state.is_paused, chip.isVisible()) == (False, False)
    assert "已结束" in window.told()
    assert unfinished_check(small.workspace) is None


def test_a_copy_of_the_open_file_lacks_nothing(
    opened: Window, small: SmallCampaign, tmp_path: Path, qtbot: QtBot
) -> None:
    bench = opened.page
    assert isinstance(bench, BenchPage)
    press(bench, "1")
    settle(opened, qtbot)
    qtbot.wait(IDLE_MS + 500)
    settle(opened, qtbot)
    copied = Path(shutil.copy(small.workspace.path, tmp_path / "拷贝.inspection"))
    with Workspace.open(copied) as copy:
        assert [verdict.indicator for verdict in copy.verdicts()] == ["V1"]


def test_the_ranked_table_is_written_from_the_window(
    opened: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr("workbench.gui.commands.report_commands.QDesktopServices.openUrl", shown.append)
    save_report(opened, "ranking-csv", tmp_path / "排名表.csv")
    settle(opened, qtbot)
    assert (tmp_path / "排名表.csv").stat().st_size > 0
    assert shown == [QUrl.fromLocalFile(str(tmp_path / "排名表.csv"))]


def test_a_practice_campaign_is_opened_again_as_its_lead(
    window: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    remember_city(small.workspace, as_of=small.workspace.campaign.as_of, first_port=0)
    window.change_person("周琳")
    open_file(window, small.workspace.path, qtbot)
    assert window.session.is_lead
    assert window.files.own_name == "周琳"
