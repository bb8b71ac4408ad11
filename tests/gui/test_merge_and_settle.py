"""Result files come in by preview, and what two people see differently is settled with both sides in view."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.domain.verdict import Outcome
from workbench.gui.destination import Destination
from workbench.gui.main_window import Window
from workbench.gui.merging.merge_dialog import MergeDialog
from workbench.gui.merging.merging_page import MergingPage
from workbench.gui.merging.settle_dialog import SettleDialog
from workbench.operations.export_results import export_results
from workbench.operations.record_finding import add_finding
from workbench.operations.record_verdict import record_verdict
from workbench.operations.split_tasks import split_tasks
from workbench.storage.workspace import Workspace


@pytest.fixture
def results(small: SmallCampaign, tmp_path: Path) -> list[Path]:
    """Two inspectors' result files on the portal: one passes R1, the other found it empty."""
    code = small.portal.code
    packs = split_tasks(small.workspace, {WANG: (code,), LI: (code,)}, tmp_path / "任务包")
    written = []
    for name, pack in zip((WANG, LI), packs, strict=True):
        with Workspace.open(pack) as task:
            if name == WANG:
                record_verdict(task, subject=small.portal, indicator="R1", outcome=Outcome.PASS, by=name)
            else:
                add_finding(
                    task, subject=small.portal, rule="R1.empty", count=1, by=name, note="一年没有来信"
                )
            written.append(export_results(task, tmp_path / f"结果-{name}.inspection", by=name).path)
    return written


@pytest.fixture
def merging(opened: Window) -> MergingPage:
    opened.go("merging")
    assert isinstance(opened.page, MergingPage)
    return opened.page


def take_in(window: Window, page: MergingPage, files: list[Path], qtbot: QtBot) -> None:
    page.preview(files)
    shown_dialog(MergeDialog, qtbot).take()
    settle(window, qtbot)


def test_files_dropped_on_the_window_are_previewed_and_taken_in(
    opened: Window, small: SmallCampaign, results: list[Path], qtbot: QtBot
) -> None:
    opened.navigate(Destination(page="merging", files=tuple(results)))
    dialog = shown_dialog(MergeDialog, qtbot)
    assert small.workspace.verdicts(small.portal.id) == ()
    dialog.take()
    settle(opened, qtbot)
    assert "1 项争议待组长裁定" in opened.told()
    assert {verdict.inspector for verdict in small.workspace.verdicts(small.portal.id)} == {WANG}


def test_a_dispute_is_settled_for_one_side(
    opened: Window, merging: MergingPage, small: SmallCampaign, results: list[Path], qtbot: QtBot
) -> None:
    take_in(opened, merging, results, qtbot)
    (row,) = merging.model.rows
    assert row.is_open
    merging.settle(0)
    dialog = shown_dialog(SettleDialog, qtbot)
    assert dialog.focusWidget() is dialog.accept_button, "Enter does what shows the focus"
    side = next(answer for answer in row.judgement.answers if answer.inspector == LI)
    dialog.take_side(side)
    dialog.reason.setText("栏目确实没有来信")
    dialog.take()
    settle(opened, qtbot)
    (settlement,) = small.workspace.settlements(small.portal.id)
    assert (settlement.outcome, settlement.reason, settlement.inspector) == (
        Outcome.FAIL,
        "栏目确实没有来信",
        LEAD,
    )
    assert [charge.rule for charge in settlement.charges] == ["R1.empty"]
    assert not merging.model.rows[0].is_open


def test_a_settlement_that_contradicts_itself_is_refused_beside_the_button(
    opened: Window, merging: MergingPage, results: list[Path], qtbot: QtBot
) -> None:
    take_in(opened, merging, results, qtbot)
    merging.settle(0)
    dialog = shown_dialog(SettleDialog, qtbot)
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(Outcome.PASS.value))
    dialog.reason.setText("两可")
    dialog.take()
    settle(opened, qtbot)
    assert "保留了问题" in dialog.complaint()
    dialog.reject()


def test_only_the_lead_settles(
    opened: Window, merging: MergingPage, results: list[Path], qtbot: QtBot
) -> None:
    take_in(opened, merging, results, qtbot)
    opened.change_person(WANG)
    merging.settle(0)
    dialog = shown_dialog(SettleDialog, qtbot)
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_truncated_file_is_refused_and_changes_nothing(
    opened: Window, merging: MergingPage, small: SmallCampaign, results: list[Path], qtbot: QtBot
) -> None:
    results[0].write_bytes(results[0].read_bytes()[:5000])
    before = small.workspace.versions()
    merging.preview(results)
    settle(opened, qtbot)
    assert opened.told().endswith("。")
    assert small.workspace.versions() == before
