"""A day from an empty window to the ranked table: the lead prepares, two inspect (one with the cable out), the lead settles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import LEAD, LI, WANG
from tests.gui.conftest import open_file, settle
from tests.gui.test_session_files import drop
from tests.gui.window_driver import press, shown_dialog
from workbench.domain.decision import DecisionOutcome
from workbench.domain.score import shown_number
from workbench.domain.standard import Part
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.bench.count_form import CountForm
from workbench.gui.bench.finding_form import FindingForm
from workbench.gui.bench.indicator_rows import IndicatorRow
from workbench.gui.bench.phrase_form import PhraseForm
from workbench.gui.bench.reason_form import ReasonForm
from workbench.gui.campaign_form import CampaignForm
from workbench.gui.main_window import Window
from workbench.gui.merging.merge_dialog import MergeDialog
from workbench.gui.merging.merging_page import MergingPage
from workbench.gui.merging.settle_dialog import SettleDialog
from workbench.gui.overview.overview_page import OverviewPage
from workbench.gui.overview.subject_dialog import SubjectDialog
from workbench.gui.pictures.picture_bytes import decode_picture
from workbench.gui.register_page.assign_dialog import AssignDialog
from workbench.gui.register_page.draw_dialog import DrawDialog
from workbench.gui.register_page.import_dialog import ImportDialog
from workbench.gui.register_page.register_page import RegisterPage
from workbench.gui.window_start import make_window
from workbench.operations.practice_city import serve_city
from workbench.operations.score_campaign import score_one
from workbench.paths import user_data_dir
from workbench.practice.practice_register import write_columns, write_register
from workbench.practice.server import CityServer
from workbench.settings.options import change_options
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

pytestmark = [pytest.mark.web, pytest.mark.slow]

DAY = date(2026, 11, 20)
CHECKS_MS = 90_000
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What stands around the windows: the folder everything goes to, and the answers to file dialogs."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    qtbot: QtBot

    @property
    def campaign(self) -> Path:
        return self.folder / "2026Q4.inspection"

    def task(self, name: str) -> Path:
        return self.folder / "任务包" / f"{name}.inspection"

    def result(self, name: str) -> Path:
        return self.folder / "结果包" / f"{name}.inspection"

    def will_choose(self, asked: str, path: Path, kind: str = "") -> None:
        """The next dialog of that name is answered with this path."""
        answer: object = str(path) if asked == "getExistingDirectory" else (str(path), kind)
        self.monkeypatch.setattr(QFileDialog, asked, lambda *_args: answer)


@pytest.fixture
def city(browser_engine: None) -> Iterator[CityServer]:
    server = serve_city(DAY)
    yield server
    server.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, city: CityServer) -> Iterator[Desk]:
    write_register(city.city, tmp_path / "台账.csv", city.addresses)
    write_columns(city.city, tmp_path / "栏目.csv", city.addresses)
    (tmp_path / "结果包").mkdir()
    change_options(retry_delay_s=0.05, reopens_in_browser=False)
    yield Desk(folder=tmp_path, monkeypatch=monkeypatch, qtbot=qtbot)
    (user_data_dir() / "phrases.json").unlink(missing_ok=True)


@pytest.fixture
def another(qtbot: QtBot) -> Iterator[Callable[[bool], Window]]:
    """Opens further windows, with or without the browser engine, and closes them."""
    made: list[Window] = []

    def open_one(is_reduced: bool) -> Window:
        window = make_window(inspector="", is_reduced=is_reduced)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        made.append(window)
        return window

    yield open_one
    for window in made:
        window.close()


def test_from_an_empty_window_to_the_ranked_table(
    window: Window, another: Callable[[bool], Window], desk: Desk, city: CityServer
) -> None:
    start_campaign(window, desk)
    import_lists(window, desk)
    draw_and_assign(window, desk)
    at_wangs = another(False)
    portal = check_as_inspector(at_wangs, desk)
    city.close()
    review_with_the_cable_out(at_wangs, portal, desk)
    take_evidence(at_wangs, portal, desk)
    decide_on_proposals(at_wangs, portal, desk)
    count_note_and_pass_the_rest(at_wangs, portal, desk)
    hand_in(at_wangs, WANG, desk)
    disagree_as_the_other(another(True), portal, desk)
    merge_by_dropping(window, portal, desk)
    settle_the_dispute(window, portal, desk)
    read_the_overview(window, desk)
    write_the_table(window, portal, desk)


def in_file(path: Path, ask: Callable[[Workspace], Answer]) -> Answer:
    """What another program reads out of the file while the window has it open."""
    with Workspace.open(path, device="beside") as workspace:
        return ask(workspace)


def bench_of(window: Window) -> BenchPage:
    window.go("bench")
    assert isinstance(window.page, BenchPage)
    return window.page


def texts(page: object) -> str:
    """Every word that is on screen in a page."""
    assert isinstance(page, OverviewPage)
    shown = (*page.findChildren(QLabel), *page.findChildren(QPushButton))
    return "\n".join(
        each.text() for each in shown if isinstance(each, QLabel | QPushButton) and each.isVisible()
    )


def start_campaign(window: Window, desk: Desk) -> None:
    press(window, "Ctrl+Shift+N")
    form = shown_dialog(CampaignForm, desk.qtbot)
    form.period.setText("2026Q4")
    form.as_of.setDate(QDate(DAY.year, DAY.month, DAY.day))
    standard = next(each for each in form.findChildren(QComboBox) if each.accessibleName() == "指标体系")
    standard.setCurrentIndex(standard.findData("national-2015"))
    form.place.setText(str(desk.campaign))
    form.take()
    settle(window, desk.qtbot)
    assert isinstance(window.page, RegisterPage)
    campaign = in_file(desk.campaign, lambda workspace: workspace.campaign)
    assert (campaign.lead, campaign.as_of, campaign.standard_id) == (LEAD, DAY, "national-2015")


def import_lists(window: Window, desk: Desk) -> None:
    for name in ("台账.csv", "栏目.csv"):
        desk.will_choose("getOpenFileName", desk.folder / name)
        press(window, "Ctrl+I")
        dialog = shown_dialog(ImportDialog, desk.qtbot)
        assert {row.state.value for row in dialog.model.rows} == {"new"}
        count = len(dialog.model.rows)
        dialog.take()
        settle(window, desk.qtbot)
        assert f"已导入 {count} 行" in window.told()
    page = window.page
    assert isinstance(page, RegisterPage)
    stored = in_file(desk.campaign, lambda workspace: workspace.subjects())
    assert {row.subject for row in page.model.rows} == set(stored)
    columns = in_file(desk.campaign, lambda workspace: workspace.columns())
    assert sum(row.columns for row in page.model.rows) == len(columns) > 10


def draw_and_assign(window: Window, desk: Desk) -> None:
    page = window.page
    assert isinstance(page, RegisterPage)
    page.ask_draw()
    dialog = shown_dialog(DrawDialog, desk.qtbot)
    dialog.seed.setValue(7)
    foreseen = {row.subject.code for row in dialog.model.rows if row.is_drawn}
    dialog.take()
    settle(window, desk.qtbot)
    assert f"已抽中 {len(foreseen)} 个对象" in window.told()
    assert drawn_codes(desk) == foreseen
    selection, flags = page.table.selectionModel(), QItemSelectionModel.SelectionFlag
    for place, row in enumerate(page.model.rows):
        if row.subject.is_drawn:
            selection.select(page.model.index(place, 0), flags.Select | flags.Rows)
    press(page.table, "A")
    assigning = shown_dialog(AssignDialog, desk.qtbot)
    assigning.names.setText(f"{WANG}、{LI}")
    assigning.together.setChecked(True)
    assigning.take()
    settle(window, desk.qtbot)
    desk.will_choose("getExistingDirectory", desk.folder / "任务包")
    page.commands["task-packs"].trigger()
    settle(window, desk.qtbot)
    assert "已生成 2 个任务包" in window.told()
    for name in (WANG, LI):
        codes = in_file(desk.task(name), lambda workspace: {s.code for s in workspace.subjects()})
        assert codes == foreseen


def drawn_codes(desk: Desk) -> set[str]:
    return in_file(desk.campaign, lambda workspace: {s.code for s in workspace.subjects() if s.is_drawn})


def check_as_inspector(window: Window, desk: Desk) -> Subject:
    open_file(window, desk.task(WANG), desk.qtbot)
    assert window.session.inspector == WANG
    bench = bench_of(window)
    press(bench, "F5")
    desk.qtbot.waitUntil(lambda: window.checks.state.ending != "", timeout=CHECKS_MS)
    settle(window, desk.qtbot)
    assert (window.checks.state.ending, window.checks.state.problem) == ("finished", "")
    desk.qtbot.waitUntil(lambda: "检查结束" in window.told(), timeout=10_000)
    assert f"共有 {sum(row.waiting for row in bench.subject_list.shown)} 条疑似问题待确认" in window.told()
    portal = next(row.subject for row in bench.subject_list.shown if row.subject.kind is SubjectKind.PORTAL)
    assert in_file(desk.task(WANG), lambda workspace: len(workspace.captures(portal.id))) > 1
    assert in_file(desk.task(WANG), lambda workspace: workspace.verdicts()) == ()
    return portal


def review_with_the_cable_out(window: Window, portal: Subject, desk: Desk) -> None:
    bench = bench_of(window)
    bench.subject_list.select(portal.id)
    press(bench, "Ctrl+Shift+L")
    desk.qtbot.waitUntil(partial(shows_saved, bench, portal.home_url), timeout=30_000)
    assert bench.web.bar.kind.text() == "已保存"
    assert bench.web.lines.saved.text().startswith("已保存的网页 · ")
    assert bench.web.lines.saved.isVisible()
    saved = in_file(desk.task(WANG), lambda workspace: {page.at for page in workspace.captures(portal.id)})
    assert bench.web.page_saved_at in saved


def shows_saved(bench: BenchPage, url: str) -> bool:
    state = bench.web.state
    is_there = bench.web.url == url and bool(state.title) and not state.is_loading
    return is_there and bench.web.page_saved_at is not None


def take_evidence(window: Window, portal: Subject, desk: Desk) -> None:
    bench = bench_of(window)
    at = bench.web.page_saved_at
    press(bench, "F2")
    desk.qtbot.waitUntil(lambda: len(bench.tools.strip.rows) == 1, timeout=10_000)
    settle(window, desk.qtbot)
    (kept,) = in_file(desk.task(WANG), lambda workspace: workspace.evidence(portal.id))
    assert (kept.url, kept.page_saved_at, kept.inspector) == (portal.home_url, at, WANG)
    assert kept.indicator == bench.hand.indicator_code
    content = in_file(desk.task(WANG), lambda workspace: workspace.evidence_content(kept))
    assert content is not None
    assert decode_picture(content).width() > 300


def waiting_codes(bench: BenchPage) -> list[str]:
    rows = bench.indicator_list.rows
    return [row.indicator.code for row in rows if isinstance(row, IndicatorRow) and row.waiting]


def decide_on_proposals(window: Window, portal: Subject, desk: Desk) -> None:
    bench = bench_of(window)
    bench.indicator_list.select(waiting_codes(bench)[0])
    press(bench, "D")
    form = shown_dialog(ReasonForm, desk.qtbot)
    form.reason.setText("现场看过，不成立")
    form.take()
    settle(window, desk.qtbot)
    while codes := waiting_codes(bench):
        bench.indicator_list.select(codes[0])
        press(bench, "Return")
        settle(window, desk.qtbot)
    assert next(row.waiting for row in bench.subject_list.shown if row.subject.id == portal.id) == 0
    decisions = in_file(desk.task(WANG), lambda workspace: workspace.decisions(portal.id))
    proposals = in_file(
        desk.task(WANG), lambda workspace: [f for f in workspace.findings(portal.id) if f.rule and f.is_seen]
    )
    assert {decision.finding_id for decision in decisions} == {finding.id for finding in proposals}
    assert sum(decision.outcome is DecisionOutcome.DISMISSED for decision in decisions) == 1


def count_note_and_pass_the_rest(window: Window, portal: Subject, desk: Desk) -> None:
    bench = bench_of(window)
    add_counted_finding(window, bench, desk)
    bench.indicator_list.select("V4")
    press(bench, "P")
    form = shown_dialog(PhraseForm, desk.qtbot)
    form.field.setText("附件 下载")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    QTest.keyClick(bench.indicator_panel.note, Qt.Key.Key_Return)
    settle(window, desk.qtbot)
    bench.indicator_list.setFocus()
    press(bench, "Ctrl+Return")
    settle(window, desk.qtbot)
    verdicts = in_file(desk.task(WANG), lambda workspace: workspace.verdicts(portal.id))
    noted = next(verdict for verdict in verdicts if verdict.indicator == "V4")
    assert (noted.outcome, noted.note) == (Outcome.PASS, "附件下载不了")
    row = next(row for row in bench.subject_list.shown if row.subject.id == portal.id)
    assert row.is_finished
    scored = in_file(desk.task(WANG), lambda workspace: score_one(workspace, portal).score)
    assert bench.score_panel.number_text() == ("否决" if scored.vetoes else shown_number(scored.number))


def add_counted_finding(window: Window, bench: BenchPage, desk: Desk) -> None:
    bench.indicator_list.select("B4")
    press(bench, "N")
    finding = shown_dialog(FindingForm, desk.qtbot)
    finding.take()
    settle(window, desk.qtbot)
    press(bench, "C")
    counting = shown_dialog(CountForm, desk.qtbot)
    QTest.keyClicks(counting.count, "3")
    press(counting, "Ctrl+Return")
    settle(window, desk.qtbot)
    own = in_file(desk.task(WANG), lambda workspace: [f for f in workspace.findings() if not f.is_proposal])
    assert [(f.rule, f.count, f.inspector, f.page_saved_at is not None) for f in own] == [
        ("B4", 3, WANG, True)
    ]


def hand_in(window: Window, name: str, desk: Desk) -> None:
    desk.will_choose("getSaveFileName", desk.result(name))
    press(bench_of(window), "Ctrl+E")
    settle(window, desk.qtbot)
    assert f"已导出{name}的结果包" in window.told()
    left = shown_dialog(SubjectDialog, desk.qtbot)
    assert left.table.model().rowCount() > 0
    left.reject()
    with Workspace.open_pack(desk.result(name)) as pack:
        assert (pack.kind, pack.origin.inspector) == (WorkspaceKind.RESULT_PACK, name)
        assert pack.evidence_without_bytes() == ()


def disagree_as_the_other(window: Window, portal: Subject, desk: Desk) -> None:
    """On one indicator that the first inspector passed, the other has a problem."""
    open_file(window, desk.task(LI), desk.qtbot)
    assert window.session.inspector == LI
    bench = bench_of(window)
    bench.subject_list.select(portal.id)
    bench.indicator_list.select(disputed_indicator(portal, desk))
    press(bench, "N")
    form = shown_dialog(FindingForm, desk.qtbot)
    form.place.setText(portal.home_url)
    form.note.setText("看到的不一样")
    form.take()
    settle(window, desk.qtbot)
    hand_in(window, LI, desk)


def disputed_indicator(portal: Subject, desk: Desk) -> str:
    verdicts, standard = in_file(
        desk.task(WANG), lambda workspace: (workspace.verdicts(portal.id), workspace.standard)
    )
    passed = {verdict.indicator for verdict in verdicts if verdict.outcome is Outcome.PASS}
    return next(
        indicator.code
        for indicator in standard.indicators
        if indicator.part is Part.DEDUCT and indicator.code in passed and not indicator.rules[0].distinct_by
    )


def merge_by_dropping(window: Window, portal: Subject, desk: Desk) -> None:
    before = in_file(desk.campaign, lambda workspace: workspace.versions())
    drop(window, desk.result(WANG), desk.result(LI))
    dialog = shown_dialog(MergeDialog, desk.qtbot)
    assert in_file(desk.campaign, lambda workspace: workspace.versions()) == before
    dialog.take()
    settle(window, desk.qtbot)
    assert "1 项争议待组长裁定" in window.told()
    code = disputed_indicator(portal, desk)
    page = window.page
    assert isinstance(page, MergingPage)
    assert [(row.subject.id, row.indicator.code, row.is_open) for row in page.model.rows] == [
        (portal.id, code, True)
    ]
    with Workspace.open(desk.campaign, device="beside") as campaign:
        (kept,) = campaign.evidence()
        assert campaign.evidence_content(kept) is not None
        assert {finding.inspector for finding in campaign.findings() if not finding.is_proposal} == {WANG, LI}
        assert campaign.captures(portal.id)


def settle_the_dispute(window: Window, portal: Subject, desk: Desk) -> None:
    page = window.page
    assert isinstance(page, MergingPage)
    page.settle(0)
    dialog = shown_dialog(SettleDialog, desk.qtbot)
    answers = page.model.rows[0].judgement.answers
    dialog.take_side(next(answer for answer in answers if answer.inspector == WANG))
    dialog.reason.setText("复看保存的网页，没有这个问题")
    dialog.take()
    settle(window, desk.qtbot)
    assert "已裁定" in window.told()
    assert [row.is_open for row in page.model.rows] == [False]
    (settlement,) = in_file(desk.campaign, lambda workspace: workspace.settlements(portal.id))
    assert (settlement.outcome, settlement.inspector) == (Outcome.PASS, LEAD)


def read_the_overview(window: Window, desk: Desk) -> None:
    window.go("overview")
    settle(window, desk.qtbot)
    shown = texts(window.page)
    assert "项争议待裁定" not in shown
    with Workspace.open(desk.campaign, device="beside") as campaign:
        for name in (WANG, LI):
            verdicts = sum(verdict.inspector == name for verdict in campaign.verdicts())
            decisions = sum(decision.inspector == name for decision in campaign.decisions())
            assert f"判定 {verdicts} 项 · 处理疑似问题 {decisions} 条 · 记录问题 1 个" in shown
        standings = [score_one(campaign, subject) for subject in campaign.subjects() if subject.is_inspected]
    waiting = sum(standing.score.open_proposals for standing in standings)
    assert f"条疑似问题待确认，涉及 {sum(s.score.open_proposals > 0 for s in standings)} 个对象" in shown
    assert f"\n{waiting}\n" in f"\n{shown}\n"


def write_the_table(window: Window, portal: Subject, desk: Desk) -> None:
    table = desk.folder / "排名表.xlsx"
    desk.will_choose("getSaveFileName", table, "排名表（Excel） (*.xlsx)")
    desk.monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    kinds: list[str] = []

    def choose(*args: object) -> tuple[str, str]:
        kinds.extend(str(args[3]).split(";;"))
        return str(table), next(kind for kind in kinds if "*.xlsx" in kind)

    desk.monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    press(window, "Ctrl+P")
    settle(window, desk.qtbot)
    assert f"已写出 {table}" in window.told()
    book = openpyxl.load_workbook(table)
    cells = [[str(cell) for cell in row] for sheet in book for row in sheet.iter_rows(values_only=True)]
    scored = in_file(desk.campaign, lambda workspace: score_one(workspace, portal).score)
    (line, *_more) = [row for row in cells if portal.name in row]
    assert scored.vetoes or shown_number(scored.number) in line
