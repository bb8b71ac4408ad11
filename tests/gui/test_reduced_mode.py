"""Without the browser engine: the page opens in the system's browser, pictures are pasted, and what needs the engine says so."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import press
from workbench.cli.plain_parser import PlainParser
from workbench.domain.evidence import EvidenceKind
from workbench.domain.verdict import Outcome
from workbench.gui import engine_probe
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.reduced_acts import WHY
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.commands.command_catalogue import all_commands
from workbench.gui.engine_probe import EngineProbe
from workbench.gui.main_window import Window
from workbench.gui.reduced_view import ReducedView
from workbench.gui.window_start import run_window


@pytest.fixture
def reduced(opened: Window, bench: BenchPage, qtbot: QtBot) -> BenchPage:
    qtbot.waitUntil(lambda: isinstance(bench.web._view, ReducedView))
    return bench


def test_the_page_opens_in_the_systems_browser(
    reduced: BenchPage, small: SmallCampaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("workbench.gui.bench.web_panel.QDesktopServices.openUrl", opened.append)
    assert reduced.web.bar.address.text() == small.portal.home_url
    press(reduced, "Ctrl+Shift+O")
    assert opened == [QUrl(small.portal.home_url)]


@pytest.mark.parametrize("command_id", WHY)
def test_what_needs_the_engine_says_so_and_names_the_other_way(
    command_id: str, reduced: BenchPage, opened: Window
) -> None:
    action = reduced.commands[command_id]
    assert action.isEnabled()
    assert action.toolTip() == WHY[command_id]
    action.trigger()
    assert opened.told() == WHY[command_id]
    assert any(way in opened.told() for way in ("Ctrl+Shift+O", "Ctrl+V"))


def test_every_command_of_the_page_works_or_says_why() -> None:
    """A new one is either told here or does without the engine."""
    of_page = {each.command_id for each in all_commands() if each.group == "网页"}
    without_engine = {"page-home", "edit-address", "open-outside"}
    assert of_page - without_engine <= set(WHY)


def test_no_button_of_the_engine_is_left_on_the_bar(reduced: BenchPage) -> None:
    bar = reduced.web.bar
    assert not bar.offline.isVisible()
    assert not bar.kind.isVisible()
    bar.resize(900, bar.height())
    assert not any(button.isVisible() for button in bar._zoom_buttons)
    assert bar.address.isVisible()


def test_judging_and_pasted_pictures_go_on(
    reduced: BenchPage, opened: Window, small: SmallCampaign, qtbot: QtBot
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(image)
    press(reduced, "Ctrl+V")
    settle(opened, qtbot)
    press(reduced, "1")
    settle(opened, qtbot)
    assert [each.kind for each in small.workspace.evidence()] == [EvidenceKind.GIVEN_PICTURE]
    assert [each.outcome for each in small.workspace.verdicts()] == [Outcome.PASS]


def test_a_probe_that_dies_leads_to_this_mode(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child ends at once as it would without its libraries: its answer is no, and nothing of it is kept."""
    engine_probe._kept_answer().unlink(missing_ok=True)
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    answers: list[bool] = []
    probe = EngineProbe(window, answered=answers.append)
    probe.ask()
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    probe.close_down()
    assert answers == [False]
    assert not engine_probe._kept_answer().exists()


def test_the_panel_tells_when_the_engine_is_lost(reduced: BenchPage, qtbot: QtBot) -> None:
    assert isinstance(reduced.web, WebPanel)
    with qtbot.waitSignal(reduced.web.did_lose_engine):
        reduced.web.start(is_reduced=True)


def test_the_command_line_knows_the_mode(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_window(["--help"], PlainParser(prog="workbench window"))
    assert "--reduced" in capsys.readouterr().out
