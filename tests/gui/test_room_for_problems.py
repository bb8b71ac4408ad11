"""However long the rules of an indicator are, its problems keep room for three rows, with evidence below them too."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign, make_small_campaign
from tests.gui.conftest import open_file, settle
from tests.gui.window_driver import press
from workbench.domain.standard import Indicator, Standard
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window

ROWS = 3


def wordiest(standard: Standard) -> Indicator:
    """The indicator whose rules take the most words, among those problems are recorded under."""

    def length(indicator: Indicator) -> int:
        return sum(len(rule.when) for rule in indicator.rules) + len(indicator.how_to_test)

    return max((each for each in standard.indicators if not each.rules[0].is_pooled), key=length)


def propose(small: SmallCampaign, rule: str) -> None:
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    found = [small.propose(f"http://127.0.0.1:1/{n}", rule=rule) for n in range(5)]
    small.workspace.save_proposals(run, small.portal.id, found)
    small.workspace.end_subject(run, small.portal.id)
    small.workspace.end_run(run)


def is_whole(part: QWidget) -> bool:
    return part.height() >= part.minimumSizeHint().height()


@pytest.mark.parametrize("standard_id", ["national-2015", "national-2019"])
def test_three_problems_are_to_be_seen_beside_the_longest_rules(
    window: Window, standard_id: str, tmp_path: Path, qtbot: QtBot
) -> None:
    small = make_small_campaign(tmp_path / "批次.inspection", standard_id=standard_id)
    with small.workspace as workspace:
        longest = wordiest(workspace.standard)
        propose(small, longest.rules[0].code)
        open_file(window, workspace.path, qtbot)
        bench = window.page
        assert isinstance(bench, BenchPage)
        window.resize(1440, 900)
        bench.indicator_list.select(longest.code)
        panel = bench.indicator_panel
        assert len(panel.findings.rows) == 5
        needed = ROWS * panel.findings.sizeHintForRow(0)
        qtbot.waitUntil(lambda: panel.findings.viewport().height() >= needed)
        picture = QImage(30, 20, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        QGuiApplication.clipboard().setImage(picture)
        press(bench, "Ctrl+V")
        settle(window, qtbot)
        qtbot.waitUntil(bench.tools.strip.list.isVisible)
        qtbot.waitUntil(lambda: panel.findings.viewport().height() >= needed)
        for part in (panel, bench.tools.strip, bench.indicator_list):
            qtbot.waitUntil(partial(is_whole, part))
