"""What an engine process is given to do: plain data in, a spool file for each subject out.

Top-level functions of small plain arguments, so that any `concurrent.futures.Executor` can run them. Those who send the job
need not know how it is done: that is imported where it is done.
"""

import os
import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from uuid import UUID

from workbench.fetch.host_slots import HostSlots
from workbench.inspecting.subject_job import SubjectJob
from workbench.operations.file_limit import raise_file_limit
from workbench.operations.rare_collecting import collect_rarely

_slots: list[HostSlots] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineTask:
    """`mark` is told when this subject is over, so that nobody takes the word of an engine before this one for it."""

    job: SubjectJob
    spool_file: Path
    mark: str


def run_engine_tasks(tasks: Sequence[EngineTask], stop_file: Path, *, engines: int = 1) -> dict[UUID, str]:
    """Inspect the subjects until all are over or the stop file appears; what went wrong in the program, by subject.

    `engines` is how many such jobs share the connections of this PC.
    """
    from workbench.operations.engine_crew import inspect_all

    return inspect_all(tasks, stop_file, engines=engines, slots=_slots[0] if _slots else None)


def prepare_engine(slots: HostSlots | None = None) -> None:
    """Make this engine process leave Ctrl+C to its parent, and end when the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise_file_limit()
    collect_rarely()
    _slots[:] = [slots] if slots is not None else []
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="leave-with-parent", daemon=True).start()
