"""检查: subjects at the left, the page in the middle, score and indicators at the right, results of the checks below."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout

from workbench.domain.decision import DecisionOutcome
from workbench.domain.standard import Indicator, Standard
from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_acts import BenchActs
from workbench.gui.bench.finding_form import FindingDraft, FindingForm
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.indicator_list import IndicatorList
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.indicator_rows import first_to_do, indicator_rows, next_open, step_from
from workbench.gui.bench.key_hints import key_hints
from workbench.gui.bench.reason_form import DISMISSALS, ReasonForm
from workbench.gui.bench.results_panel import ResultsPanel
from workbench.gui.bench.score_panel import ScorePanel
from workbench.gui.bench.subject_list import SubjectList
from workbench.gui.bench.subject_rows import subject_row
from workbench.gui.bench.trace_dialog import TraceDialog
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.changes import Changes
from workbench.gui.check_events import CheckState
from workbench.gui.destination import Destination
from workbench.gui.page_catalogue import Page, PageContext, page
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.split_view import split_view
from workbench.operations.score_campaign import SubjectStanding

_WIDTHS = (264, 716, 384)
_HEIGHTS = (560, 240)
# While checks run, the subject on screen is read anew this often.
_LOOK_AGAIN_MS = 2000
_ENGINE_PAUSE_MS = 60
# Walking quickly through findings does not load a page for each.
_FOLLOW_MS = 180


@page("bench", title="检查", icon="bench", order=3)
class BenchPage(Page):
    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._subject: UUID | None = None
        self._indicator = ""
        self._acts = BenchActs(context.session, self)
        self._followed: UUID | None = None
        self._is_arriving = False
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._build()
        self._connect()

    # What is in hand.

    @property
    def standing(self) -> SubjectStanding | None:
        snapshot = self.context.session.snapshot
        return snapshot.standing(self._subject) if snapshot else None

    @property
    def indicator(self) -> Indicator | None:
        snapshot = self.context.session.snapshot
        return snapshot.standard.indicator(self._indicator) if snapshot else None

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is None:
            return
        self.subject_list.show_rows(
            tuple(subject_row(snapshot.standard, each) for each in snapshot.standings)
        )
        if self.standing is None:
            self._subject = None
            self.subject_list.step(0, None)
            if self._subject is None:
                self._whole.setCurrentIndex(1)
            return
        if changes.touches(self._subject):
            self._show_standing()
        if self._subject in changes.results or changes.is_register:
            self._show_results()

    def arrive(self, destination: Destination) -> None:
        if destination.shows:
            self.subject_list.show_filter(destination.shows)
        if destination.subject_id is not None:
            if not self.subject_list.select(destination.subject_id):
                self.subject_list.show_filter("all")
                self.subject_list.select(destination.subject_id)
        elif destination.shows and self.subject_list.shown:
            self.subject_list.select(self.subject_list.shown[0].subject.id)
        if destination.indicator:
            self.indicator_list.select(destination.indicator)

    def close_down(self) -> None:
        self._again.stop()
        self._follow.stop()
        self.web.close_down()

    # Acts, each by one command.

    def judge(self, outcome: Outcome) -> None:
        """Answer the indicator in hand; what is settled by one key leads on to the next."""
        standing, indicator = self.standing, self.indicator
        if standing is None or indicator is None:
            return
        note = self.indicator_panel.note.text().strip()
        self._acts.judge(standing.subject, indicator.code, outcome, note=note)
        self._show_standing()
        if outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
            self.step_indicator(1)

    def write_note(self, text: str) -> None:
        standing, indicator = self.standing, self.indicator
        if standing is None or indicator is None:
            return
        who = self.context.session.inspector
        own = [v for v in standing.verdicts if v.indicator == indicator.code and v.inspector == who]
        outcome = own[0].outcome if own else Outcome.NOT_CHECKED
        self._acts.judge(standing.subject, indicator.code, outcome, note=text)

    def pass_the_rest(self) -> None:
        if self.standing is not None:
            self._acts.pass_the_rest(self.standing.subject)

    def confirm_findings(self) -> None:
        chosen = [each.finding for each in self.indicator_panel.findings.chosen() if each.finding.is_proposal]
        if chosen:
            self._acts.decide(chosen, DecisionOutcome.CONFIRMED)

    def ask_dismissal(self) -> None:
        chosen = [each for each in self.indicator_panel.findings.chosen() if each.finding.is_proposal]
        if not chosen:
            return
        findings = [each.finding for each in chosen]
        told = chosen[0].place or chosen[0].title if len(chosen) == 1 else f"选中的 {len(chosen)} 条"
        ReasonForm(
            self,
            title="不成立",
            text=told,
            accept="判为不成立",
            usual=DISMISSALS,
            taken=lambda reason: self._acts.decide(findings, DecisionOutcome.DISMISSED, reason=reason),
        ).open()

    def ask_change(self) -> None:
        held, indicator = self.indicator_panel.findings.current(), self.indicator
        if held is None or indicator is None or not held.finding.is_proposal:
            return
        finding = held.finding
        draft = FindingDraft(rule=held.rule.code if held.rule else "", count=held.count, place=held.place)
        FindingForm(
            self,
            indicator=indicator,
            draft=draft,
            is_change=True,
            taken=lambda filled: self._acts.change(finding, filled),
        ).open()

    def ask_finding(self) -> None:
        standing, indicator = self.standing, self.indicator
        if standing is None or indicator is None:
            return
        subject = standing.subject
        FindingForm(
            self,
            indicator=indicator,
            draft=FindingDraft(place=self.web.url),
            taken=lambda filled: self._acts.add(subject, filled),
        ).open()

    def withdraw_findings(self) -> None:
        own = [each.finding for each in self.indicator_panel.findings.chosen() if each.is_own]
        if own:
            self._acts.withdraw(own)

    def explain(self) -> None:
        if self.standing is not None:
            TraceDialog(self, self.standing).open()

    def check_subject(self) -> None:
        snapshot, standing = self.context.session.snapshot, self.standing
        if snapshot is not None and standing is not None:
            self.context.checks.start(snapshot.path, subject_codes=(standing.subject.code,))

    # Moving about.

    def step_subject(self, by: int) -> None:
        self.subject_list.step(by, self._subject)

    def step_indicator(self, by: int) -> None:
        self.indicator_list.select(step_from(self.indicator_list.rows, self._indicator, by))

    def go_to_open_indicator(self) -> None:
        self.indicator_list.select(next_open(self.indicator_list.rows, self._indicator))

    def open_place(self) -> None:
        held = self.indicator_panel.findings.current()
        if held is not None and "://" in held.place:
            self.web.open(held.place)

    def open_home(self) -> None:
        if self.standing is not None:
            self.web.open(self.standing.subject.home_url)

    # Building and showing.

    def _build(self) -> None:
        acts = self.commands
        import_button = push_button("导入台账…", meaning="import", kind="primary")
        import_button.clicked.connect(
            lambda: self.context.navigate(Destination(page="register", shows="import"))
        )
        nothing = EmptyState(
            "register", "台账还是空的", "先导入要检查的网站、频道和账号，再回到这里逐个检查。", import_button
        )
        self.subject_list = SubjectList(
            selected=self._select_subject, empty=EmptyState("register", "台账还是空的", "")
        )
        self.web = WebPanel(acts, opened=self._open_address)
        self.results = ResultsPanel(self.context.session, opened=self._open_address)
        self.score_panel = ScorePanel(why=acts["why-this-score"], the_rest=acts["pass-the-rest"])
        self.indicator_list = IndicatorList(selected=self._select_indicator)
        self.indicator_panel = IndicatorPanel(
            acts, finding_selected=self._finding_selected, noted=self.write_note
        )
        left_layout = column(self.subject_list, key_hints(), gap=0)
        left_layout.setStretch(0, 1)
        left = framed(left_layout, kind="surface")
        middle = split_view(Qt.Orientation.Vertical, (self.web, self.results), sizes=_HEIGHTS)
        lists = split_view(
            Qt.Orientation.Vertical, (self.indicator_list, self.indicator_panel), sizes=(290, 410)
        )
        right_layout = column(self.score_panel, lists, gap=0)
        right_layout.setStretch(1, 1)
        right = framed(right_layout, kind="surface")
        for part, width in ((left, 180), (middle, 220), (right, 320)):
            part.setMinimumWidth(width)
        bench = split_view(Qt.Orientation.Horizontal, (left, middle, right), sizes=_WIDTHS)
        bench.setStretchFactor(1, 1)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(bench)
        self._whole.addWidget(nothing)

    def _connect(self) -> None:
        self._again.timeout.connect(self._look_again)
        self._follow.timeout.connect(self.open_place)
        self.context.checks.did_change.connect(self._checks_changed)
        # The browser engine takes its time: the window is painted first.
        QTimer.singleShot(_ENGINE_PAUSE_MS, self.web.start)

    def _select_subject(self, subject_id: UUID) -> None:
        if subject_id == self._subject:
            return
        self._subject = subject_id
        standing = self.standing
        if standing is None:
            return
        self._whole.setCurrentIndex(0)
        rows = indicator_rows(self._standard, standing)
        self._indicator = first_to_do(rows)
        self._follow.stop()
        self.web.open_subject(standing.subject.home_url)
        self._is_arriving = True
        self._show_standing(is_new=True)
        self._is_arriving = False
        self._show_results()

    @property
    def _standard(self) -> Standard:
        snapshot = self.context.session.snapshot
        assert snapshot is not None, "nothing is shown without an open file"
        return snapshot.standard

    def _select_indicator(self, code: str) -> None:
        if code != self._indicator:
            self._indicator = code
            self._show_indicator(is_new=True)

    def _show_standing(self, *, is_new: bool = False) -> None:
        standing = self.standing
        if standing is None:
            return
        self.score_panel.show_standing(standing)
        self.indicator_list.show_rows(indicator_rows(self._standard, standing))
        self.indicator_list.select(self._indicator)
        self._show_indicator(is_new=is_new)

    def _show_indicator(self, *, is_new: bool) -> None:
        standing, indicator = self.standing, self.indicator
        if standing is not None and indicator is not None:
            who = self.context.session.inspector
            self.indicator_panel.show_indicator(
                self._standard, standing, indicator, inspector=who, is_new=is_new
            )

    def _show_results(self) -> None:
        snapshot = self.context.session.snapshot
        if snapshot is not None and self._subject is not None:
            self.results.show_subject(self._subject, snapshot.columns.get(self._subject, ()))

    def _finding_selected(self, found: FindingRow | None) -> None:
        """The page follows the finding in hand, except on arriving at a subject: there its home page comes first."""
        has_page = found is not None and "://" in found.place
        self.commands["open-place"].setEnabled(has_page)
        wanted = found.finding.id if found is not None else None
        if wanted == self._followed:
            return
        self._followed = wanted
        if has_page and not self._is_arriving:
            self._follow.start()

    def _open_address(self, url: str) -> None:
        if "://" in url:
            self.web.open(url)

    def _checks_changed(self, state: CheckState) -> None:
        session = self.context.session
        if state.ended_subject and session.snapshot is not None:
            ended = [
                s.subject.id for s in session.snapshot.standings if s.subject.code == state.ended_subject
            ]
            session.note_results(ended)
        if state.is_running and not self._again.isActive():
            self._again.start()
        if not state.is_running and self._again.isActive():
            self._again.stop()
            self._look_again()

    def _look_again(self) -> None:
        if self._subject is not None:
            self.context.session.note_results([self._subject])
