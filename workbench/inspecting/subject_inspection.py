"""Inspects one subject: one survey brings links and pages, and every check sees the views it asks for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from workbench.checks.catalogue import Check, checks
from workbench.domain.capture import Capture
from workbench.domain.column import Column
from workbench.domain.link import LINK_OUTCOME_WORDS
from workbench.domain.subject import SubjectKind
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.column_look import look_at_column
from workbench.inspecting.gathering import Gathering, gatherings
from workbench.inspecting.inspection_event import InspectionEvent, LinkFound, PageCaptured, Progress, Resting
from workbench.inspecting.inspection_state import InspectionState, decode_states, encode_state
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.recorded_visits import visit_log_of
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import AnswerTaken, LinkSettled, PageRead
from workbench.inspecting.survey_loop import run_survey
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_subject
from workbench.views.column_view import ColumnView
from workbench.views.link_target import LinkTarget
from workbench.views.page_view import PageView
from workbench.views.register_view import RegisterView
from workbench.views.visit_log import VisitLog

_PROGRESS_EVERY = 25


def inspect_subject(job: SubjectJob, *, kept: Sequence[bytes] = ()) -> Iterator[InspectionEvent]:
    """Everything that becomes known about the subject, in small steps; closing the iterator stops the inspection.

    With the states `kept` from one that was killed it goes on where that was, and tells only what is new.
    """
    for event in resumable_inspection(job, kept=kept):
        if not isinstance(event, Resting):
            yield event


def resumable_inspection(
    job: SubjectJob, *, kept: Sequence[bytes] = ()
) -> Iterator[InspectionEvent | Resting]:
    """The same, with the points in between at which it may be broken off."""
    inspection = _Inspection(job, decode_states(kept))
    refusal = _why_not(job)
    if refusal:
        yield from inspection.skip_all(refusal)
        return
    yield from inspection.judge_visits()
    if not inspection.has_to_ask:
        return
    fetcher = open_fetcher(job.policy)
    try:
        for event in run_survey(inspection.survey, fetcher):
            if isinstance(event, AnswerTaken):
                yield Resting(inspection.take_state)
            else:
                yield from inspection.take(event)
        yield from inspection.finish()
    finally:
        fetcher.close()


def _why_not(job: SubjectJob) -> str:
    if job.subject.kind is SubjectKind.ACCOUNT:
        return "新媒体账号不能自动检查，请人工查看。"
    return "" if job.subject.home_url else "台账里没有首页网址，请补上后再查。"


class _Inspection:
    def __init__(self, job: SubjectJob, kept: Sequence[InspectionState] = ()) -> None:
        self._job = job
        self._bench = CheckBench(job)
        self._chosen = [
            check
            for check in checks
            if check.sees is not RegisterView and (not job.only or check.id in job.only)
        ]
        self._columns: dict[str, list[Column]] = defaultdict(list)
        for column in job.columns:
            self._columns[as_asked(column.url)].append(column)
        self._gathered = self._gatherings()
        self._steps = 0
        self._last_at: datetime | None = None
        self.survey = LinkSurvey(self._plan(), is_kept=True, pieces=[state.piece for state in kept])
        if kept:
            self._bench.take_up(kept[-1].tallies)
            for view, gathering in self._gathered.items():
                name = view.__name__
                gathering.take_up([state.gathered[name] for state in kept if name in state.gathered])
            self._last_at = kept[-1].last_at

    def take_state(self) -> bytes:
        state = InspectionState(
            piece=self.survey.take_piece(),
            tallies=self._bench.tallies(),
            last_at=self._last_at,
            gathered={view.__name__: gathering.take_piece() for view, gathering in self._gathered.items()},
        )
        return encode_state(state)

    def skip_all(self, reason: str) -> Iterator[InspectionEvent]:
        yield from self._bench.skip(self._chosen, reason=reason)

    @property
    def has_to_ask(self) -> bool:
        """Whether any check sees what has to be fetched."""
        return any(check.sees is not VisitLog for check in self._chosen)

    def judge_visits(self) -> Iterator[InspectionEvent]:
        """First, for it needs no answer: a site that cannot be reached today is judged by its log all the same."""
        at = max((visit.at for visit in self._job.visits), default=None)
        for check in self._that_see(VisitLog):
            yield from self._bench.look(check, visit_log_of(self._job, check=check.id), at=at)
            yield self._bench.end(check, at=at)

    def take(self, event: LinkSettled | PageRead) -> Iterator[InspectionEvent]:
        if isinstance(event, LinkSettled):
            yield from self._take_link(event)
        else:
            yield from self._take_page(event)
        self._steps += 1
        if self._steps % _PROGRESS_EVERY == 1:
            yield Progress(self.survey.done, self.survey.known)

    def finish(self) -> Iterator[InspectionEvent]:
        verdict = self.survey.start_verdict
        whole = [check for check in self._chosen if check.sees not in (VisitLog, ColumnView)]
        if self.survey.pages_read or verdict is None:
            yield from self._look_at_the_whole()
            for check in whole:
                yield self._bench.end(check, at=self._last_at)
        else:
            reason = f"首页打不开，没有检查：{_words(verdict)}。"
            yield from self._bench.skip(whole, reason=reason, at=self._last_at)
        yield Progress(self.survey.done, self.survey.known)

    def _plan(self) -> SurveyPlan:
        job = self._job
        return SurveyPlan(
            start=as_asked(job.subject.home_url),
            scope=scope_of_subject(job.subject, left_to_children=job.left_to_children),
            as_of=job.as_of,
            policy=job.policy,
            seeds=tuple(self._columns) if self._gathered or self._that_see(ColumnView) else (),
            max_depth=job.max_depth,
            max_pages=job.max_pages,
            follows=bool(self._gathered or self._that_see(LinkTarget)),
        )

    def _gatherings(self) -> dict[type, Gathering]:
        """By the view they gather, those some chosen check asks for."""
        return {view: made(self._job) for view, made in gatherings if self._that_see(view)}

    def _look_at_the_whole(self) -> Iterator[InspectionEvent]:
        for view, gathering in self._gathered.items():
            for check in self._that_see(view):
                yield from self._bench.look(check, gathering.view_for(check.id), at=self._last_at)

    def _that_see(self, view: type) -> list[Check]:
        return [check for check in self._chosen if check.sees is view]

    def _take_link(self, event: LinkSettled) -> Iterator[InspectionEvent]:
        yield LinkFound(event.link)
        if event.is_new:
            for check in self._that_see(LinkTarget):
                yield from self._bench.look(check, LinkTarget(event.link), at=self._last_at)

    def _take_page(self, event: PageRead) -> Iterator[InspectionEvent]:
        self._last_at = event.fetched.at
        columns = self._columns.get(event.url, [])
        if columns or event.is_start:
            yield from _capture(event.url, event.fetched)
        for gathering in self._gathered.values():
            gathering.take_page(event, is_column=bool(columns))
        if event.page is not None:
            for check in self._that_see(PageView):
                yield from self._bench.look(check, event.page, at=event.fetched.at)
        for column in columns:
            chosen = self._that_see(ColumnView)
            yield from look_at_column(self._bench, self._job, column, event, chosen=chosen)


def _capture(url: str, fetched: Fetched) -> Iterator[PageCaptured]:
    if fetched.status is not None and fetched.body:
        capture = Capture(
            url=url,
            final_url=fetched.final_url,
            status=fetched.status,
            headers=tuple(fetched.headers.items()),
            body=fetched.body,
            at=fetched.at,
        )
        yield PageCaptured(capture)


def _words(verdict: LinkVerdict) -> str:
    return verdict.reason or LINK_OUTCOME_WORDS[verdict.outcome]
