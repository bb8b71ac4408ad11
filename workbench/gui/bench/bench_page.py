"""检查: subjects at the left, the page in the middle, score and indicators at the right, results of the checks below."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from workbench.gui.bench.bench_acts import BenchActs
from workbench.gui.bench.bench_desk import BenchDesk
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.bench_hints import ALL_DECIDED
from workbench.gui.bench.bench_layout import lay_out_bench, no_subjects
from workbench.gui.bench.bench_screen import BenchScreen
from workbench.gui.bench.bench_steps import BenchSteps
from workbench.gui.bench.bench_tools import tools_of
from workbench.gui.bench.check_watch import CheckWatch
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.foreseeing_panel import ForeseeingPanel
from workbench.gui.bench.indicator_list import IndicatorList
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.indicator_rows import first_to_do, indicator_rows, topic_of
from workbench.gui.bench.judging_ground import JudgingGround
from workbench.gui.bench.key_hints import key_hints
from workbench.gui.bench.link_ways import LinkWays
from workbench.gui.bench.picture_drop import PictureDrop
from workbench.gui.bench.place_follower import PlaceFollower
from workbench.gui.bench.results_panel import ResultsPanel
from workbench.gui.bench.saved_page_shelf import SavedPageShelf
from workbench.gui.bench.score_panel import ScorePanel
from workbench.gui.bench.subject_list import SubjectList
from workbench.gui.bench.subject_rows import SubjectRows
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column

# The browser engine takes its time: the window is painted first.
_ENGINE_PAUSE_MS = 60
_ROOM_FOR_HINTS = 640


@page("bench", title="检查", icon="bench", order=3)
class BenchPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.hand = BenchHand(context.session)
        self._subject_rows = SubjectRows()
        self._follower = PlaceFollower(opened=lambda found: self.ways.follow(found), parent=self)
        self._build()
        self.steps = BenchSteps(self)
        self._watch = CheckWatch(
            context.session,
            context.checks,
            in_hand=lambda: self.hand.subject_id,
            tell=context.tell,
            parent=self,
        )
        is_reduced = context.is_reduced
        QTimer.singleShot(_ENGINE_PAUSE_MS, self.web, lambda: self.web.start(is_reduced=is_reduced))

    def refresh(self, changes: Changes) -> None:
        snapshot = self.hand.snapshot
        if snapshot is None:
            return
        self.subject_list.show_rows(self._subject_rows.of(snapshot))
        self.tools.line.refresh()
        self._whole.setCurrentIndex(0 if snapshot.standings else 1)
        if self.hand.standing is None:
            self.hand.subject_id = None
            self.subject_list.begin()
            return
        if changes.touches(self.hand.subject_id):
            self.panels.show_standing()
        if self.hand.subject_id in changes.results or changes.is_register:
            self._show_results()
        elif changes.touches(self.hand.subject_id):
            self.results.show_problems(self.hand.standing)

    def arrive(self, destination: Destination) -> None:
        if destination.shows:
            self.subject_list.show_filter(destination.shows)
        if destination.subject_id is not None:
            self.go_to(destination.subject_id)
        elif destination.shows and self.subject_list.shown:
            self.subject_list.select(self.subject_list.shown[0].subject.id)
        if destination.indicator:
            self.indicator_list.select(destination.indicator)

    def take_focus(self) -> None:
        self.indicator_list.setFocus()

    def close_down(self) -> None:
        self._watch.close_down()
        self.tools.close_down()
        self.results.desk.close()
        self._follower.stop()
        self.web.close_down()

    def check_subject(self) -> None:
        snapshot, standing = self.hand.snapshot, self.hand.standing
        if snapshot is not None and standing is not None:
            self.context.checks.start(snapshot.path, subject_codes=(standing.subject.code,))

    def mark_topic_not_applicable(self) -> None:
        self.desk.mark_topic_not_applicable(topic_of(self.indicator_list.rows, self.hand.indicator_code))

    def show_finding(self, finding_id: UUID) -> bool:
        """Take up a finding wherever it stands, without leaving the page on screen; False where it is not listed."""
        code = self.hand.indicator_of(finding_id)
        with self._follower.still():
            return self.indicator_list.select(code) and self.indicator_panel.take_up(finding_id)

    def open_owed(self) -> bool:
        """The page of the finding that has been in hand since arriving here; False where it has been seen already."""
        return self._follower.open_owed()

    def open_place(self) -> None:
        self._follower.stop()
        link = self.results.link_in_hand()
        if link is not None:
            self.ways.turn_link(link)
        else:
            self.ways.turn(self.indicator_panel.findings.current())

    def open_home(self) -> None:
        if self.hand.standing is not None:
            self.open_address(self.hand.standing.subject.home_url)

    def open_address(self, url: str) -> None:
        if "://" in url:
            self.web.open(url)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tools.marks.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tools.marks.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.height() >= _ROOM_FOR_HINTS)

    def _build(self) -> None:
        acts = self.commands
        self._hints = key_hints()
        self.subject_list = SubjectList(selected=self._select_subject)
        shelf = SavedPageShelf(self.context.session, self, subject=lambda: self.hand.subject_id)
        self.web = ForeseeingPanel(acts, shelf, opened=self.open_address)
        self.results = ResultsPanel(
            self.context.session,
            opened=self.open_address,
            stands=lambda link: self.ways.show_page(link),
            leads=lambda link: self.ways.show_target(link),
            tell=self.context.tell,
        )
        self.score_panel = ScorePanel(why=acts["why-this-score"], the_rest=acts["pass-the-rest"])
        self.indicator_list = IndicatorList(selected=self._select_indicator)
        self.tools = tools_of(self)
        self.ways = LinkWays(self.web, point=self.tools.marks.point_at, tell=self.context.tell)
        self.indicator_panel = IndicatorPanel(
            acts,
            evidence=self.tools.strip,
            finding_selected=self._finding_selected,
            noted=lambda text: self.desk.write_note(text),
            all_decided=lambda: self.context.tell(ALL_DECIDED),
        )
        PictureDrop(self.indicator_panel, taken=self.tools.evidence.take_in)
        self._ground = JudgingGround()
        self.panels = BenchScreen(
            self.hand,
            score=self.score_panel,
            indicators=self.indicator_list,
            indicator=self.indicator_panel,
            tools=self.tools,
            ground=self._ground,
        )
        self.desk = BenchDesk(
            self,
            self.hand,
            BenchActs(self.context.session, self, saved_at=lambda: self.web.page_saved_at),
            self.indicator_panel,
            shown_place=lambda: self.web.place,
            tell=self.context.tell,
        )
        bench = lay_out_bench(
            subjects=self.subject_list,
            hints=self._hints,
            line=self.tools.line_bar,
            web=self.web,
            results=self.results,
            score=self.score_panel,
            indicators=self.indicator_list,
            indicator=self.indicator_panel,
            deciding=self.indicator_panel.deciding,
            ground=self._ground,
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(bench)
        self._whole.addWidget(no_subjects(take_in=self._ask_import))
        self.setLayout(column(self._whole))

    def _ask_import(self) -> None:
        self.context.navigate(Destination(page="register", shows="import"))

    def go_to(self, subject_id: UUID) -> None:
        if not self.subject_list.select(subject_id):
            self.subject_list.show_filter("all")
            self.subject_list.select(subject_id)

    def _select_subject(self, subject_id: UUID) -> None:
        self.hand.subject_id, before = subject_id, self.hand.subject_id
        standing, snapshot = self.hand.standing, self.hand.snapshot
        if subject_id == before or standing is None or snapshot is None:
            return
        rows = indicator_rows(snapshot.standard, standing)
        self.hand.indicator_code = self.tools.line.kept_among(rows) or first_to_do(rows)
        self._follower.stop()
        self.tools.strip.forget_thumbnails()
        self.web.open_subject(standing.subject.home_url)
        with self._follower.still():
            self.panels.show_standing(is_new=True)
        self._show_results()

    def _select_indicator(self, code: str) -> None:
        if code != self.hand.indicator_code:
            self.tools.line.take_up(code)
            self.hand.indicator_code = code
            self.panels.show_indicator(is_new=True)

    def _show_results(self) -> None:
        snapshot, standing = self.hand.snapshot, self.hand.standing
        if snapshot is not None and standing is not None:
            self.results.show_subject(standing, snapshot.columns.get(standing.subject.id, ()))
            if not self.context.checks.state.is_running:
                self.tools.marks.mark_anew()

    def _finding_selected(self, found: FindingRow | None) -> None:
        """The page follows the finding in hand, except on arriving at a subject: there its home page comes first."""
        self.tools.show_evidence()
        self._follower.take_up(found)
