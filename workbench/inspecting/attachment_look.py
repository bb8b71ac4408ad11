"""Shows the attachments of a site to the checks that see them, as they are fetched."""

import atexit
from collections.abc import Iterable, Iterator
from functools import cache

from workbench.checks.catalogue import Check
from workbench.domain.link import LinkResult
from workbench.fetch.fetch_fault import Fault
from workbench.inspecting.attachment_reader import READ_SECONDS, AttachmentReader
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.inspection_event import InspectionEvent
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import DocumentRead
from workbench.views.attachment_text import AttachmentText
from workbench.views.attachment_view import AttachmentView
from workbench.views.url_parts import split_url

# Files that take all the time there is, before the rest of this site is left unread: other sites are waiting.
_MOST_SLOW = 2


class AttachmentLook:
    def __init__(self, bench: CheckBench, job: SubjectJob, chosen: Iterable[Check]) -> None:
        self._bench = bench
        self._job = job
        self._chosen = list(chosen)
        self._slow = 0

    def take(self, event: DocumentRead) -> Iterator[InspectionEvent]:
        text = self._read(event)
        view = AttachmentView(
            url=event.link.url,
            name=_name_of(event.link),
            page=event.link.occurrences[0].page if event.link.occurrences else self._job.subject.home_url,
            as_of=self._job.as_of,
            lines=text.lines,
            why_not=text.why_not,
            is_cut=text.is_cut,
        )
        for check in self._chosen:
            yield from self._bench.look(check, view, at=event.fetched.at)

    def leave(self, count: int) -> Iterator[InspectionEvent]:
        """So many attachments were not even asked for: that is not to pass in silence."""
        home = self._job.subject.home_url
        words = "附件太多，其余没有读，请人工抽查"
        view = AttachmentView(
            url=home, name=f"另外{count}个附件", page=home, as_of=self._job.as_of, why_not=words
        )
        for check in self._chosen if count else ():
            yield from self._bench.look(check, view)

    def _read(self, event: DocumentRead) -> AttachmentText:
        if event.fetched.fault is Fault.TOO_LARGE:
            return AttachmentText(why_not="文件太大")
        if self._slow >= _MOST_SLOW:
            return AttachmentText(why_not="前面的附件读得太慢，其余不再读")
        text = reader_of_this_process().read(event.fetched.body)
        self._slow += text.took_s >= READ_SECONDS
        return text


@cache
def reader_of_this_process() -> AttachmentReader:
    """One for all the sites an engine process is at; it ends with the process."""
    reader = AttachmentReader()
    atexit.register(reader.close)
    return reader


def _name_of(link: LinkResult) -> str:
    shown = next((place.text for place in link.occurrences if place.text), "")
    return shown or split_url(link.url).path.rpartition("/")[2] or link.url
