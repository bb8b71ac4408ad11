"""Has the home page's transport looked at beside the survey, in a thread, and shows it to the checks in the end."""

import importlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from workbench.checks.catalogue import Check
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.inspection_event import InspectionEvent
from workbench.inspecting.subject_job import SubjectJob
from workbench.views.transport_view import Told, TransportFact, TransportView
from workbench.views.visit_log import day_of

# An engine process is at many subjects; so many looks at once are enough.
_ROOM = threading.BoundedSemaphore(16)


class TransportLook:
    """Nothing is begun where no chosen check sees it, or where the subject lies inside the site of another."""

    def __init__(self, bench: CheckBench, job: SubjectJob, chosen: Iterable[Check]) -> None:
        self._bench = bench
        self._job = job
        self._chosen = list(chosen)
        self._view: TransportView | None = None
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        if self._chosen and not _is_inside_another(self._job):
            # Its libraries are large, and most that a survey does goes without them. Imported before the thread runs, or two
            # threads might import them at the same time.
            importlib.import_module("workbench.fetch.transport_probe")
            self._thread = threading.Thread(target=self._probe, name="transport", daemon=True)
            self._thread.start()

    def end(self, *, at: datetime | None) -> Iterator[InspectionEvent]:
        """`at` is when the site was last heard of: a certificate is judged by that day, not by the monitoring day.

        The look has had the whole survey's time: a host that still says nothing is not waited for much longer.
        """
        if self._thread is None:
            return
        from workbench.fetch.transport_probe import LONGEST_WAIT_S

        self._thread.join(LONGEST_WAIT_S)
        view = self._view or _unknown(self._job)
        view = view if at is None else replace(view, seen_on=day_of(at))
        for check in self._chosen:
            yield from self._bench.look(check, view, at=at)

    def _probe(self) -> None:
        from workbench.fetch.transport_probe import TransportProbe

        job = self._job
        with _ROOM:
            self._view = TransportProbe(job.policy).look(job.subject.home_url, seen_on=job.as_of)


def _is_inside_another(job: SubjectJob) -> bool:
    return bool(job.subject.parent_code) and urlsplit(job.subject.home_url).path not in ("", "/")


def _unknown(job: SubjectJob) -> TransportView:
    fact = TransportFact(Told.UNKNOWN, "服务器迟迟没有应答，无法核对传输安全")
    return TransportView(
        home_url=job.subject.home_url, seen_on=job.as_of, https=fact, redirects=fact, ipv6=fact
    )
