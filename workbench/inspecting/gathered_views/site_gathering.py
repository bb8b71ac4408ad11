"""Gathers a whole site: facts of every page read that the subject answers for."""

from collections.abc import Sequence

import msgspec

from workbench.domain.link import LinkOutcome
from workbench.domain.place import is_below
from workbench.inspecting.gathering import Gathering, gathers, windows_for
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import PageRead
from workbench.views.page_facts import PageFacts, page_facts
from workbench.views.site_view import SiteView
from workbench.views.visit_log import day_of

# What a page leaves behind is some kilobytes; of larger sites the pages nearest to the home page stand for the rest.
MOST_PAGES = 5_000
_OPENED = (LinkOutcome.OK, LinkOutcome.REDIRECT)


@gathers(SiteView)
class SiteGathering(Gathering):
    def __init__(self, job: SubjectJob) -> None:
        super().__init__(job)
        self._pages: list[PageFacts] = []
        self._told = 0

    def take_page(self, read: PageRead, *, is_column: bool) -> None:
        is_ours = read.is_start or not any(is_below(read.url, left) for left in self.job.left_to_children)
        is_read = read.page is not None and read.verdict.outcome in _OPENED
        if read.page is None or not (is_read and is_ours) or len(self._pages) >= MOST_PAGES:
            return
        at = read.fetched.at
        seen_on = day_of(at) if at is not None else self.job.as_of
        facts = page_facts(
            read.page, url=read.url, seen_on=seen_on, is_start=read.is_start, is_column=is_column
        )
        self._pages.append(facts)

    def view_for(self, check_id: str) -> SiteView:
        job = self.job
        windows = windows_for(check_id, standard=job.standard, subject=job.subject)
        return SiteView(
            subject=job.subject,
            pages=tuple(self._pages),
            as_of=job.as_of,
            windows=windows,
            columns=job.columns,
            reprints=job.reprints,
        )

    def take_piece(self) -> bytes:
        new, self._told = self._pages[self._told :], len(self._pages)
        return msgspec.msgpack.encode(new)

    def take_up(self, pieces: Sequence[bytes]) -> None:
        self._pages = [
            page for piece in pieces for page in msgspec.msgpack.decode(piece, type=list[PageFacts])
        ]
        self._told = len(self._pages)
