"""The journal in the window: what was done stands there in words, the newest first, and is found by any of them."""

from pytestqt.qtbot import QtBot

from tests.campaigns.every_record import inspectors_records
from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press, shown_dialog
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.journal.journal_dialog import JournalDialog
from workbench.gui.main_window import Window


def test_what_was_done_is_read_and_found(
    opened: Window, bench: BenchPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    small.workspace.save(*inspectors_records(small.bureau, by=WANG), inspector=WANG)
    press(bench, "1")
    settle(opened, qtbot)
    press(bench, "Ctrl+Z")
    settle(opened, qtbot)
    assert opened.told() == f"已撤销：判定（{small.portal.name}）"
    next(action for action in opened.actions() if action.objectName() == "journal").trigger()
    dialog = shown_dialog(JournalDialog, qtbot)
    settle(opened, qtbot)
    newest, before = dialog.model.rows[:2]
    assert (newest.change, newest.kind, newest.why, newest.inspector) == ("删除", "判定", "撤销", LEAD)
    assert (before.change, before.told) == ("新建", "指标 V1；结论 通过")
    dialog.table.selectRow(1)
    assert dialog.whole.text().endswith("新建判定：指标 V1；结论 通过")
    dialog.search.setText("新媒体检查表")
    dialog.search.returnPressed.emit()
    assert [(row.inspector, row.subject) for row in dialog.model.rows] == [(WANG, small.bureau.name)]
    dialog.reject()
