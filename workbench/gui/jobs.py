"""The one lane for work off the window's thread: in order, values only, and one way home."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Job:
    owner: QObject
    work: Callable[[], object]
    done: Callable[[object], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    value: object = None
    error: Exception | None = None


class Lane(QObject):
    """One worker thread that does one job after another.

    `work` runs there and must hand back plain values; `done` and `failed` run in the window's thread, unless the owner
    has been deleted meanwhile: then the answer is dropped.
    """

    _came_home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._open_jobs = 0
        self._came_home.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        # A program that ends without closing the lane must not wait for it for ever; what is half written is rolled back.
        self._thread = threading.Thread(target=self._run, name="workspace-lane", daemon=True)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        return self._open_jobs > 0

    def submit(
        self,
        owner: QObject,
        work: Callable[[], Value],
        *,
        done: Callable[[Value], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._open_jobs += 1
        self._waiting.put(_Job(owner, work, done, failed))  # type: ignore[arg-type]  # the pair's type is held by the signature

    def close(self) -> None:
        """Finish what is waiting and end the thread; answers that are still on their way are dropped."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            try:
                answer = _Answer(job, value=job.work())
            except Exception as error:  # noqa: BLE001 - every failure goes home to whoever asked
                answer = _Answer(job, error=error)
            self._came_home.emit(answer)

    def _hand_over(self, answer: _Answer) -> None:
        self._open_jobs -= 1
        if not shiboken6.isValid(answer.job.owner):
            return
        if answer.error is not None:
            answer.job.failed(answer.error)
        else:
            answer.job.done(answer.value)
