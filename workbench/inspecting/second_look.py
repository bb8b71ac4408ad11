"""Looks again at one link or at one page, with the same care as a whole inspection; stores nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from workbench.checks.catalogue import Check, checks
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.attempt_record import attempt_of
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.column_look import look_at_column
from workbench.inspecting.inspection_event import InspectionEvent, LinkFound
from workbench.inspecting.link_places import gone_from, place_again
from workbench.inspecting.link_survey import LinkSurvey
from workbench.inspecting.page_saving import PageSaving, keep_the_rest
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import LinkSettled, PageRead
from workbench.inspecting.survey_loop import run_survey
from workbench.inspecting.survey_plan import SurveyPlan
from workbench.inspecting.survey_scope import scope_of_subject
from workbench.views.column_view import ColumnView
from workbench.views.link_target import LinkTarget
from workbench.views.page_view import PageView

_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)

FindLink = Callable[[str], LinkResult | None]
FindLinksOn = Callable[[frozenset[str]], Sequence[LinkResult]]


def look_at_link(job: SubjectJob, known: LinkResult) -> Iterator[InspectionEvent]:
    """The link as it is now, in the places it was known to stand in, and what the checks of links say of it.

    The front page is asked for beside it: whether a link only leads back there is judged by where that is.
    """
    plan = replace(_plan(job), seeds=(known.url,), follows=False)
    reads = [event for event in _survey(plan) if isinstance(event, PageRead) and event.url == known.url]
    if not reads:
        reason = "这一次没有查到它，请稍后再试。"
        yield from CheckBench(job).skip(_that_see(LinkTarget), reason=reason, target=known.url)
        return
    fetched, verdict = reads[-1].fetched, reads[-1].verdict
    has_failed = verdict.outcome not in _OPENED
    link = replace(
        known,
        outcome=verdict.outcome,
        status=fetched.status,
        reason=verdict.reason,
        final_url="" if fetched.final_url == known.url else fetched.final_url,
        attempts=(*known.attempts, attempt_of(fetched, verdict)) if has_failed else (),
    )
    yield from _tell(CheckBench(job), [link], read=reads[-1])


def look_at_page(
    job: SubjectJob, url: str, *, find: FindLink, find_on: FindLinksOn
) -> Iterator[InspectionEvent]:
    """The page as it is now: every link on it, the column it is, and what the checks say of each.

    `find` gives a link by its address as it was known, `find_on` those that were known to stand on a page. Where the page
    cannot be read nothing is told of its links.
    """
    asked = as_asked(url)
    plan = replace(_plan(job), start=asked, max_depth=0)
    settled: dict[str, LinkResult] = {}
    read: PageRead | None = None
    for event in _survey(plan):
        if isinstance(event, LinkSettled):
            settled[event.link.url] = event.link
        elif event.is_start:
            read = event
    if read is None:
        return
    bench = CheckBench(job)
    saving = PageSaving(as_of=job.as_of)
    yield from _look_at_content(bench, job, read, saving)
    # Of a page that broke off on the way nobody knows what links it no longer has.
    if read.page is not None and read.verdict.outcome in _OPENED and not read.verdict.reason:
        pages = frozenset({asked, read.page.url})
        is_home = as_asked(job.subject.home_url) in pages
        links = [place_again(link, find(link.url), pages=pages, is_home=is_home) for link in settled.values()]
        links += [
            gone_from(link, pages=pages, is_home=is_home)
            for link in find_on(pages)
            if link.url not in settled
        ]
        yield from _tell(bench, links, read=read)
    with closing(open_fetcher(job.policy)) as fetcher:
        yield from keep_the_rest(saving, fetcher)


def _plan(job: SubjectJob) -> SurveyPlan:
    return SurveyPlan(
        start=as_asked(job.subject.home_url),
        scope=scope_of_subject(job.subject, left_to_children=job.left_to_children),
        as_of=job.as_of,
        policy=job.policy,
    )


def _survey(plan: SurveyPlan) -> Iterator[LinkSettled | PageRead]:
    with closing(open_fetcher(plan.policy)) as fetcher:
        for event in run_survey(LinkSurvey(plan), fetcher):
            if isinstance(event, LinkSettled | PageRead):
                yield event


def _that_see(view: type) -> list[Check]:
    return [check for check in checks if check.sees is view]


def _tell(bench: CheckBench, links: Sequence[LinkResult], *, read: PageRead) -> Iterator[InspectionEvent]:
    """Each link with the outcome of the checks on it alone; of one that could not be judged nothing follows."""
    at = read.fetched.at
    for link in links:
        yield LinkFound(link)
        for check in _that_see(LinkTarget):
            if link.occurrence_count and link.outcome is LinkOutcome.NOT_CHECKED:
                reason = link.reason or LINK_OUTCOME_WORDS[link.outcome]
                yield from bench.skip([check], reason=reason, target=link.url, at=at)
                continue
            if link.occurrence_count:
                yield from bench.look(check, LinkTarget(link), target=link.url, at=at)
            yield bench.end(check, target=link.url, at=at)


def _look_at_content(
    bench: CheckBench, job: SubjectJob, read: PageRead, saving: PageSaving
) -> Iterator[InspectionEvent]:
    columns = [column for column in job.columns if as_asked(column.url) == read.url]
    is_home = as_asked(job.subject.home_url) == read.url
    if columns or is_home:
        yield from saving.keep(read.url, read.fetched, read.page)
    for column in columns:
        yield from look_at_column(bench, job, column, read, chosen=_that_see(ColumnView))
    for check in _that_see(PageView) if read.page is not None else ():
        yield from bench.look(check, read.page, target=read.url, at=read.fetched.at)
        yield bench.end(check, target=read.url, at=read.fetched.at)
