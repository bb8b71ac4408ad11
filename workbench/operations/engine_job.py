"""One subject's inspection as an engine process runs it: plain data in, a spool file out.

A top-level function of small plain arguments, so that any `concurrent.futures.Executor` can run it.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import parent_process
from pathlib import Path

from workbench.inspecting.inspection_event import InspectionEvent, PageCaptured, Resting
from workbench.inspecting.subject_inspection import resumable_inspection
from workbench.inspecting.subject_job import SubjectJob
from workbench.operations.event_batch import encode_batch
from workbench.storage.spool import Spool

MOST_EVENTS = 200
MOST_AT_ONCE = 500
MOST_BYTES = 1_000_000
# What a kill may cost: an inspection goes on from its last batch.
MOST_SECONDS = 0.1


def run_engine_job(job: SubjectJob, spool_file: Path, stop_file: Path) -> bool:
    """Whether the inspection came to its end; False when the stop file appeared on the way.

    What a killed engine has left in the spool is gone on from.
    """
    with _open_spool(spool_file) as spool:
        spool.claim()
        for batch, state in _batches(resumable_inspection(job, kept=spool.states()), stop_file):
            spool.append(encode_batch(batch), state=state)
    return not stop_file.exists()


def _open_spool(spool_file: Path) -> Spool:
    return Spool.open(spool_file) if spool_file.exists() else Spool.create(spool_file)


def prepare_engine() -> None:
    """Make this engine process leave Ctrl+C to its parent, and end when the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="leave-with-parent", daemon=True).start()


def _batches(
    events: Iterator[InspectionEvent | Resting], stop_file: Path
) -> Iterator[tuple[list[InspectionEvent], bytes | None]]:
    """Events in batches that are small in number, bytes and age, each with how far the inspection had come after it."""
    batch: list[InspectionEvent] = []
    size = 0
    since = time.monotonic()
    for event in events:
        if not isinstance(event, Resting):
            batch.append(event)
            size += len(event.capture.body) if isinstance(event, PageCaptured) else 0
            if len(batch) >= MOST_AT_ONCE:
                # Told once more after a kill, since no state says that it has been told: that does no harm.
                yield batch, None
                batch, size = [], 0
        elif len(batch) >= MOST_EVENTS or size >= MOST_BYTES or time.monotonic() - since >= MOST_SECONDS:
            yield batch, event.take_state()
            batch, size, since = [], 0, time.monotonic()
            if stop_file.exists():
                return
    if batch:
        yield batch, None
