"""Inspects one subject: one survey brings links and pages, and every check sees the views it asks for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from workbench.checks.catalogue import Check, chosen_checks
from workbench.domain.column import Column
from workbench.domain.link import LINK_OUTCOME_WORDS
from workbench.domain.subject import SubjectKind
from workbench.fetch.fetched import Fetched
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.attachment_look import AttachmentLook
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.column_look import by_recipe, look_at_column
from workbench.inspecting.gathering import Gathering, gatherings
from workbench.inspecting.inspection_event import InspectionEvent, LinkFound, Progress, ProposalFound
from workbench.inspecting.inspection_state import InspectionState, decode_pieces, encode_state
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.inspecting.page_saving import PageSaving
from workbench.inspecting.recording import Recording, recordings
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import DocumentRead, LinkSettled, PageRead, SheetRead, SurveyEvent
from workbench.inspecting.survey_loop import Asked, SurveyDrive
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_subject
from workbench.inspecting.transport_look import TransportLook
from workbench.views.attachment_view import AttachmentView
from workbench.views.column_view import ColumnView
from workbench.views.link_target import LinkTarget
from workbench.views.page_view import PageView
from workbench.views.register_view import RegisterView
from workbench.views.styled_site import StyledSite
from workbench.views.transport_view import TransportView

_PROGRESS_EVERY = 25
# Views that every page of a site may bring.
_ALL_OVER_THE_SITE = (LinkTarget, PageView, AttachmentView)
# Questions of one subject waiting in the loop; many subjects are under way at the same time.
MOST_OPEN = 400


class SubjectInspection:
    """The inspection of one subject, step by step: who drives it brings the answers to the questions it puts to `asked`.

    Call `begin`, `take` with every answer, and `end` once nothing is open; each tells what has become known by it. With the
    states `kept` from one that was killed it goes on where that was, and tells only what is new.
    """

    def __init__(self, job: SubjectJob, asked: Asked, *, kept: Iterable[bytes] = ()) -> None:
        self._job = job
        self._bench = CheckBench(job)
        self._counts_places = job.standard.counts_places
        self._chosen = [check for check in chosen_checks(job.only) if check.sees is not RegisterView]
        self._columns: dict[str, list[Column]] = defaultdict(list)
        for column in job.columns:
            self._columns[as_asked(column.url)].append(column)
        self._recorded: dict[type, Recording] = dict(recordings)
        self._gathered = self._gatherings()
        self._attachments = AttachmentLook(self._bench, job, self._that_see(AttachmentView))
        self._transport = TransportLook(self._bench, job, self._that_see(TransportView))
        self._steps = 0
        self._last_at: datetime | None = None
        self._is_asking = False
        self._is_told = False
        self._asked = asked
        self._saving = PageSaving(as_of=job.as_of)
        states: list[InspectionState] = []
        pieces = decode_pieces(kept, states=states)
        self._survey = LinkSurvey(self._plan(), is_kept=True, pieces=pieces)
        self._drive = SurveyDrive(self._survey, asked, most_open=MOST_OPEN)
        if states:
            self._take_up(states)

    def _take_up(self, kept: Sequence[InspectionState]) -> None:
        self._bench.take_up(kept[-1].tallies)
        self._bench.spread.take_up(note for state in kept for note in state.spread)
        for view, gathering in self._gathered.items():
            name = view.__name__
            gathering.take_up([state.gathered[name] for state in kept if name in state.gathered])
        self._last_at = kept[-1].last_at
        self._is_told = kept[-1].is_told
        self._saving.take_up(state.saving for state in kept if state.saving)

    def begin(self) -> Iterator[InspectionEvent]:
        refusal = _why_not(self._job)
        if refusal:
            yield from self._bench.skip(self._chosen, reason=refusal)
            return
        yield from self._judge_records()
        self._is_asking = any(check.sees not in self._recorded for check in self._chosen)
        if self._is_asking:
            self._transport.begin()
            if not self._is_told:
                self._drive.ask()
            self._keep_if_told()

    def take(self, fetched: Fetched) -> Iterator[InspectionEvent]:
        if self._saving.is_own(fetched):
            yield from self._saving.take(fetched)
        else:
            for event in self._drive.take(fetched):
                yield from self._noted(self._take(event))
            if self._drive.is_over:
                yield from self._tell_the_whole()
        self._keep_if_told()

    def end(self) -> Iterator[InspectionEvent]:
        if self._is_asking:
            yield from self._tell_the_whole()

    def _tell_the_whole(self) -> Iterator[InspectionEvent]:
        if self._is_told:
            return
        for event in self._survey.finish():
            yield from self._noted(self._take(event))
        yield from self._noted(self._finish())
        self._is_told = True

    def _noted(self, events: Iterator[InspectionEvent]) -> Iterator[InspectionEvent]:
        """The same; the pages that what is found stands on are kept later."""
        for event in events:
            if isinstance(event, ProposalFound):
                self._saving.note(event.finding)
            yield event

    def _keep_if_told(self) -> None:
        """Ask for the next pages and parts to be kept: after the survey, and only what it may ask for."""
        if self._is_told and self._drive.is_over:
            survey = self._survey
            for request in self._saving.questions(may_reread=survey.has_read, may_ask=survey.may_ask):
                self._asked.submit(request)

    def take_state(self) -> bytes:
        """What it came to know since this was asked last; to be asked between answers."""
        state = InspectionState(
            piece=self._survey.take_piece(),
            tallies=self._bench.tallies(),
            last_at=self._last_at,
            gathered={view.__name__: gathering.take_piece() for view, gathering in self._gathered.items()},
            spread=self._bench.spread.take_piece(),
            saving=self._saving.take_piece(),
            is_told=self._is_told,
        )
        return encode_state(state)

    def _judge_records(self) -> Iterator[InspectionEvent]:
        """First, for it needs no answer: a site that cannot be reached today is judged by its records all the same."""
        for view, made in self._recorded.items():
            for check in self._that_see(view):
                shown = made(self._job, check.id)
                yield from self._bench.look(check, shown.view, at=shown.at)
                yield self._bench.end(check, at=shown.at)

    def _take(self, event: SurveyEvent) -> Iterator[InspectionEvent]:
        if isinstance(event, LinkSettled):
            yield from self._take_link(event)
        elif isinstance(event, PageRead):
            yield from self._take_page(event)
        elif isinstance(event, DocumentRead):
            yield from self._attachments.take(event)
        else:
            self._take_sheet(event)
        self._steps += 1
        if self._steps % _PROGRESS_EVERY == 1:
            yield Progress(self._survey.done, self._survey.known)

    def _finish(self) -> Iterator[InspectionEvent]:
        verdict = self._survey.start_verdict
        whole = [check for check in self._chosen if check.sees not in (*self._recorded, ColumnView)]
        if self._survey.pages_read or verdict is None:
            yield from self._attachments.leave(self._survey.documents_left)
            yield from self._look_at_the_whole()
            yield from self._transport.end(at=self._last_at)
            for check in whole:
                yield from self._bench.retell(check)
                yield self._bench.end(check, at=self._last_at)
        else:
            reason = f"首页打不开，没有检查：{_words(verdict)}。"
            yield from self._bench.skip(whole, reason=reason, at=self._last_at)
        yield Progress(self._survey.done, self._survey.known)

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
            follows=bool(self._gathered or any(map(self._that_see, _ALL_OVER_THE_SITE))),
            reads_sheets=bool(self._that_see(StyledSite)),
            reads_attachments=bool(self._that_see(AttachmentView)),
        )

    def _gatherings(self) -> dict[type, Gathering]:
        """By the view they gather, those some chosen check asks for."""
        return {view: made(self._job) for view, made in gatherings if self._that_see(view)}

    def _look_at_the_whole(self) -> Iterator[InspectionEvent]:
        for view, gathering in self._gathered.items():
            for check in self._that_see(view):
                yield from self._bench.look(check, gathering.view_for(check.id), at=self._last_at)

    def _that_see(self, view: type) -> list[Check]:
        return [check for check in self._chosen if check.knows(view)]

    def _take_link(self, event: LinkSettled) -> Iterator[InspectionEvent]:
        yield LinkFound(event.link)
        if not event.is_new and not self._counts_places:
            return
        show = self._bench.look if event.is_new else self._bench.recount
        for check in self._that_see(LinkTarget):
            yield from show(check, LinkTarget(event.link), at=self._last_at)

    def _take_sheet(self, event: SheetRead) -> None:
        for gathering in self._gathered.values():
            gathering.take_sheet(event)

    def _take_page(self, event: PageRead) -> Iterator[InspectionEvent]:
        self._last_at = event.fetched.at
        columns = self._columns.get(event.url, [])
        if columns or event.is_start:
            yield from self._saving.keep(event.url, event.fetched, event.page)
        for gathering in self._gathered.values():
            gathering.take_page(by_recipe(event, columns), is_column=bool(columns))
        if event.page is not None:
            for check in self._that_see(PageView):
                yield from self._bench.look(check, event.page, at=event.fetched.at)
        for column in columns:
            chosen = self._that_see(ColumnView)
            yield from look_at_column(self._bench, self._job, column, event, chosen=chosen)
        if event.page is not None and self._saving.wants(event.url, event.fetched.final_url):
            yield from self._saving.keep(event.url, event.fetched, event.page)


def _why_not(job: SubjectJob) -> str:
    if job.subject.kind is SubjectKind.ACCOUNT:
        return "新媒体账号不能自动检查，请人工查看。"
    return "" if job.subject.home_url else "台账里没有首页网址，请补上后再查。"


def _words(verdict: LinkVerdict) -> str:
    return verdict.reason or LINK_OUTCOME_WORDS[verdict.outcome]
