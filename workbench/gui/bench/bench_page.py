"""检查: subjects at the left, the page in the middle, score and indicators at the right, results of the checks below."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_acts import BenchActs
from workbench.gui.bench.bench_desk import BenchDesk
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.bench_layout import lay_out_bench
from workbench.gui.bench.check_watch import CheckWatch
from workbench.gui.bench.evidence_desk import EvidenceDesk, EvidenceSurroundings
from workbench.gui.bench.evidence_rows import evidence_counts, evidence_in_hand
from workbench.gui.bench.evidence_strip import EvidenceStrip
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.indicator_list import IndicatorList
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.indicator_rows import first_to_do, indicator_rows, next_open, step_from
from workbench.gui.bench.key_hints import key_hints
from workbench.gui.bench.page_camera import PageCamera
from workbench.gui.bench.picture_drop import PictureDrop
from workbench.gui.bench.results_panel import ResultsPanel
from workbench.gui.bench.score_panel import ScorePanel
from workbench.gui.bench.subject_list import SubjectList
from workbench.gui.bench.subject_rows import subject_row
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.changes import Changes
from workbench.gui.destination import Destination
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState

# The browser engine takes its time: the window is painted first.
_ENGINE_PAUSE_MS = 60
# Walking quickly through findings does not load a page for each.
_FOLLOW_MS = 180
_ROOM_FOR_HINTS = 640


@page("bench", title="检查", icon="bench", order=3)
class BenchPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.hand = BenchHand(context.session)
        self._followed: UUID | None = None
        self._is_arriving = False
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._build()
        self._watch = CheckWatch(
            context.session, context.checks, in_hand=lambda: self.hand.subject_id, parent=self
        )
        self._connect()

    def refresh(self, changes: Changes) -> None:
        snapshot = self.hand.snapshot
        if snapshot is None:
            return
        self.subject_list.show_rows(
            tuple(subject_row(snapshot.standard, each) for each in snapshot.standings)
        )
        self._whole.setCurrentIndex(0 if snapshot.standings else 1)
        if self.hand.standing is None:
            self.hand.subject_id = None
            self.subject_list.step(0, None)
            return
        if changes.touches(self.hand.subject_id):
            self._show_standing()
        if self.hand.subject_id in changes.results or changes.is_register:
            self._show_results()

    def arrive(self, destination: Destination) -> None:
        if destination.shows:
            self.subject_list.show_filter(destination.shows)
        if destination.subject_id is not None:
            self._arrive_at(destination.subject_id)
        elif destination.shows and self.subject_list.shown:
            self.subject_list.select(self.subject_list.shown[0].subject.id)
        if destination.indicator:
            self.indicator_list.select(destination.indicator)

    def take_focus(self) -> None:
        self.indicator_list.setFocus()

    def close_down(self) -> None:
        self._watch.close_down()
        self.camera.close_down()
        self._follow.stop()
        self.web.close_down()

    def judge(self, outcome: Outcome) -> None:
        """What is settled by one key leads on to the next open indicator; a fail or a doubt wants more said."""
        if self.desk.judge(outcome) and outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
            self.go_to_open_indicator()

    def check_subject(self) -> None:
        snapshot, standing = self.hand.snapshot, self.hand.standing
        if snapshot is not None and standing is not None:
            self.context.checks.start(snapshot.path, subject_codes=(standing.subject.code,))

    def step_subject(self, by: int) -> None:
        self.subject_list.step(by, self.hand.subject_id)

    def step_indicator(self, by: int) -> None:
        self.indicator_list.select(step_from(self.indicator_list.rows, self.hand.indicator_code, by))

    def go_to_open_indicator(self) -> None:
        self.indicator_list.select(next_open(self.indicator_list.rows, self.hand.indicator_code))

    def open_place(self) -> None:
        held = self.indicator_panel.findings.current()
        if held is not None:
            self.open_address(held.place)

    def open_home(self) -> None:
        if self.hand.standing is not None:
            self.open_address(self.hand.standing.subject.home_url)

    def open_address(self, url: str) -> None:
        if "://" in url:
            self.web.open(url)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.height() >= _ROOM_FOR_HINTS)

    def _build(self) -> None:
        acts = self.commands
        self._hints = key_hints()
        self.subject_list = SubjectList(selected=self._select_subject)
        self.web = WebPanel(acts, opened=self.open_address)
        self.results = ResultsPanel(self.context.session, opened=self.open_address)
        self.score_panel = ScorePanel(why=acts["why-this-score"], the_rest=acts["pass-the-rest"])
        self.indicator_list = IndicatorList(selected=self._select_indicator)
        self._build_evidence()
        self.indicator_panel = IndicatorPanel(
            acts,
            evidence=self.evidence_strip,
            finding_selected=self._finding_selected,
            noted=self._write_note,
        )
        PictureDrop(self.indicator_panel, taken=self.evidence.take_in)
        self.desk = BenchDesk(
            self,
            self.hand,
            BenchActs(self.context.session, self),
            self.indicator_panel,
            shown_url=lambda: self.web.url,
        )
        bench = lay_out_bench(
            subjects=self.subject_list,
            hints=self._hints,
            web=self.web,
            results=self.results,
            score=self.score_panel,
            indicators=self.indicator_list,
            indicator=self.indicator_panel,
        )
        self._whole = QStackedWidget()
        self._whole.addWidget(bench)
        self._whole.addWidget(self._nothing())
        self.setLayout(column(self._whole))

    def _build_evidence(self) -> None:
        tell = self.context.tell
        self.camera = PageCamera(
            self.web,
            told=lambda text: tell(NoticeLine(text)),
            failed=lambda text: tell(NoticeLine(text, Tone.ERROR)),
            parent=self,
        )
        around = EvidenceSurroundings(
            hand=self.hand, finding=lambda: self.indicator_panel.findings.current(), tell=tell
        )
        self.evidence = EvidenceDesk(self, self.context.session, self.camera, around)
        self.evidence_strip = EvidenceStrip(
            self.commands,
            opened=self.evidence.open,
            removed=self.evidence.remove,
            wanted=self.evidence.fetch_thumbnail,
        )
        self.evidence.strip = self.evidence_strip

    def _nothing(self) -> EmptyState:
        take_in = push_button("导入台账…", meaning="import", kind="primary")
        take_in.clicked.connect(lambda: self.context.navigate(Destination(page="register", shows="import")))
        return EmptyState(
            "register", "台账还是空的", "先导入要检查的网站、频道和账号，再回到这里逐个检查。", take_in
        )

    def _connect(self) -> None:
        self._follow.timeout.connect(self.open_place)
        is_reduced = self.context.is_reduced
        QTimer.singleShot(_ENGINE_PAUSE_MS, self.web, lambda: self.web.start(is_reduced=is_reduced))

    def _write_note(self, text: str) -> None:
        self.desk.write_note(text)

    def _arrive_at(self, subject_id: UUID) -> None:
        if not self.subject_list.select(subject_id):
            self.subject_list.show_filter("all")
            self.subject_list.select(subject_id)

    def _select_subject(self, subject_id: UUID) -> None:
        self.hand.subject_id, before = subject_id, self.hand.subject_id
        standing, snapshot = self.hand.standing, self.hand.snapshot
        if subject_id == before or standing is None or snapshot is None:
            return
        self.hand.indicator_code = first_to_do(indicator_rows(snapshot.standard, standing))
        self._follow.stop()
        self.evidence_strip.forget_thumbnails()
        self.web.open_subject(standing.subject.home_url)
        self._is_arriving = True
        self._show_standing(is_new=True)
        self._is_arriving = False
        self._show_results()

    def _select_indicator(self, code: str) -> None:
        if code != self.hand.indicator_code:
            self.hand.indicator_code = code
            self._show_indicator(is_new=True)

    def _show_standing(self, *, is_new: bool = False) -> None:
        standing, snapshot = self.hand.standing, self.hand.snapshot
        if standing is None or snapshot is None:
            return
        self.score_panel.show_standing(standing)
        self.indicator_list.show_rows(indicator_rows(snapshot.standard, standing))
        self.indicator_list.select(self.hand.indicator_code)
        self._show_indicator(is_new=is_new)

    def _show_indicator(self, *, is_new: bool) -> None:
        standing, indicator, snapshot = self.hand.standing, self.hand.indicator, self.hand.snapshot
        if standing is not None and indicator is not None and snapshot is not None:
            self.indicator_panel.show_indicator(
                snapshot.standard,
                standing,
                indicator,
                inspector=self.hand.inspector,
                is_new=is_new,
                evidence=evidence_counts(self.hand.evidence),
            )
            self._show_evidence()

    def _show_evidence(self) -> None:
        standing, held = self.hand.standing, self.indicator_panel.findings.current()
        if standing is None:
            return
        self.evidence_strip.show_rows(
            evidence_in_hand(
                self.hand.evidence,
                indicator=self.hand.indicator_code,
                finding_id=held.finding.id if held is not None else None,
                known_findings={each.id for each in standing.findings},
                inspector=self.hand.inspector,
            )
        )

    def _show_results(self) -> None:
        snapshot, subject_id = self.hand.snapshot, self.hand.subject_id
        if snapshot is not None and subject_id is not None:
            self.results.show_subject(subject_id, snapshot.columns.get(subject_id, ()))

    def _finding_selected(self, found: FindingRow | None) -> None:
        """The page follows the finding in hand, except on arriving at a subject: there its home page comes first."""
        self._show_evidence()
        has_page = found is not None and "://" in found.place
        self.commands["open-place"].setEnabled(has_page)
        wanted = found.finding.id if found is not None else None
        if wanted == self._followed:
            return
        self._followed = wanted
        if has_page and not self._is_arriving:
            self._follow.start()
