"""The inspection of one subject by itself, with a fetcher of its own."""

from collections.abc import Callable, Iterator, Sequence

from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.inspection_event import InspectionEvent
from workbench.inspecting.subject_inspection import SubjectInspection
from workbench.inspecting.subject_job import SubjectJob


def inspect_subject(
    job: SubjectJob,
    *,
    kept: Sequence[bytes] = (),
    rest: Callable[[SubjectInspection], None] = lambda _: None,
) -> Iterator[InspectionEvent]:
    """Everything that becomes known about the subject; `rest` is called wherever it may be broken off."""
    fetcher = open_fetcher(job.policy)
    try:
        inspection = SubjectInspection(job, fetcher, kept=kept)
        yield from inspection.begin()
        for fetched in fetcher.completed():
            yield from inspection.take(fetched)
            rest(inspection)
        yield from inspection.end()
    finally:
        fetcher.close()
