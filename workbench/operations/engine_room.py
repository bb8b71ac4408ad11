"""Where engine processes work: their folder beside the workspace, the processes, and who of the subjects goes to which."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from workbench.domain.subject import Subject
from workbench.fetch.host_slots import SharedSlots
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.site_of import host_key
from workbench.operations.engine_job import prepare_engine

MOST_ENGINES = 4


@contextmanager
def engine_room(workspace_file: Path, run: int) -> Iterator[Path]:
    """A folder beside the workspace for the spools. Those of this run stay until it is finished: killed engines go on there."""
    folder = _room_of(workspace_file)
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if not file.name.startswith(f"{run}-"):
            file.unlink(missing_ok=True)
    yield folder


def leave_room(workspace_file: Path) -> None:
    """Nobody goes on from what is there any more."""
    shutil.rmtree(_room_of(workspace_file), ignore_errors=True)


def spool_file_of(folder: Path, run: int, subject: Subject) -> Path:
    return folder / f"{run}-{subject.id}.spool"


def share_out(subjects: Sequence[Subject], *, wanted: int | None) -> list[list[Subject]]:
    """The subjects of each engine process: one process per core, at most four, or as many as are wanted.

    Subjects of one host go to one process, where they use the same connections.
    """
    count = min(wanted or min(os.cpu_count() or 1, MOST_ENGINES), len(subjects))
    by_host: defaultdict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        by_host[host_key(as_asked(subject.home_url)) or str(subject.id)].append(subject)
    shares: list[list[Subject]] = [[] for _ in range(count)]
    for together in by_host.values():
        min(shares, key=len).extend(together)
    return [share for share in shares if share]


@contextmanager
def engines(count: int) -> Iterator[Executor]:
    """`spawn`, since forking a process with threads or Qt is not safe. Several share the limits of every host."""
    context = get_context("spawn")
    slots = SharedSlots(context) if count > 1 else None
    executor = ProcessPoolExecutor(
        max(count, 1), mp_context=context, initializer=prepare_engine, initargs=(slots,)
    )
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _room_of(workspace_file: Path) -> Path:
    return workspace_file.with_name(f"{workspace_file.name}.checking")
