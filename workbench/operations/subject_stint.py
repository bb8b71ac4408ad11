"""One subject while an engine process is at it: answers in; batches of events, and how far it has come, out to its spool."""

from collections.abc import Iterator
from pathlib import Path

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetched import Fetched
from workbench.fetch.transfer_loop import FetchLine, TransferLoop
from workbench.inspecting.inspection_event import AssetCaptured, InspectionEvent, PageCaptured
from workbench.inspecting.subject_inspection import SubjectInspection
from workbench.operations.engine_job import EngineTask
from workbench.operations.event_batch import SubjectOver, encode_batch
from workbench.storage.spool import Spool

MOST_EVENTS = 200
MOST_AT_ONCE = 500
MOST_BYTES = 1_000_000


class SubjectStint:
    """What a killed engine has left in the spool is gone on from."""

    def __init__(self, task: EngineTask, loop: TransferLoop) -> None:
        self._mark = task.mark
        self._spool = _open_spool(task.spool_file)
        self._spool.claim()
        self.line: FetchLine = loop.open_line(AddressGuard(task.job.policy.allowed_networks))
        self._inspection = SubjectInspection(task.job, self.line, kept=self._spool.states())
        self._batch: list[InspectionEvent | SubjectOver] = []
        self._bytes = 0
        self._has_news = False

    def begin(self) -> None:
        self._note(self._inspection.begin())

    def take(self, fetched: Fetched) -> None:
        self._note(self._inspection.take(fetched))
        self._has_news = True
        if len(self._batch) >= MOST_EVENTS or self._bytes >= MOST_BYTES:
            self.save()

    def save(self) -> None:
        """Leave what is new, and how far the inspection has come with it; nothing where nothing has come in."""
        if self._has_news:
            self._append(state=self._inspection.take_state())

    def end(self) -> None:
        self._note(self._inspection.end())
        self._batch.append(SubjectOver(self._mark))
        self._append(state=None)

    def close(self) -> None:
        self.line.close()
        self._spool.close()

    def _note(self, events: Iterator[InspectionEvent]) -> None:
        for event in events:
            self._batch.append(event)
            self._bytes += len(event.capture.body) if isinstance(event, PageCaptured | AssetCaptured) else 0
            if len(self._batch) >= MOST_AT_ONCE:
                # Told once more after a kill, since no state says that it has been told: that does no harm.
                self._append(state=None)

    def _append(self, *, state: bytes | None) -> None:
        self._spool.append(encode_batch(self._batch), state=state)
        self._batch, self._bytes = [], 0
        self._has_news = self._has_news and state is None


def _open_spool(spool_file: Path) -> Spool:
    return Spool.open(spool_file) if spool_file.exists() else Spool.create(spool_file)
