"""The subjects that one engine process inspects at the same time, on one transfer loop."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.host_slots import HostSlots
from workbench.fetch.open_fetcher import open_loop
from workbench.fetch.transfer_loop import FetchLine, TransferLoop
from workbench.operations.engine_job import EngineTask
from workbench.operations.subject_stint import SubjectStint

# What a kill may cost: an inspection goes on from what it saved last. With many at work each saves a little less often.
SAVE_EVERY_S = 0.1
SAVE_MANY_EVERY_S = 0.2
_MANY = 8
# More at once would only wait for connections; each holds its links and an open file.
_MOST_STINTS = 128


def inspect_all(
    tasks: Sequence[EngineTask], stop_file: Path, *, engines: int, slots: HostSlots | None
) -> dict[UUID, str]:
    """Inspect the subjects until all are over or the stop file appears; what went wrong in the program, by subject."""
    policy = tasks[0].job.policy
    policy = replace(policy, total_open=max(1, -(-policy.total_open // engines)))
    loop = open_loop(policy, slots=slots)
    try:
        return EngineCrew(loop, policy, tasks).work(stop_file)
    finally:
        loop.close()


class EngineCrew:
    """The subjects under way on one loop, and those that wait for their turn."""

    def __init__(self, loop: TransferLoop, policy: FetchPolicy, tasks: Sequence[EngineTask]) -> None:
        self._loop = loop
        self._waiting = deque(tasks)
        self._most = min(_MOST_STINTS, max(4, policy.total_open * 3 // (2 * policy.per_host)))
        self._stints: dict[FetchLine, tuple[UUID, SubjectStint]] = {}
        self._problems: dict[UUID, str] = {}
        self._saved_at = 0.0

    def work(self, stop_file: Path) -> dict[UUID, str]:
        try:
            while self._waiting or self._stints:
                self._begin_more()
                for line, fetched in self._loop.turn():
                    self._with(line, partial(SubjectStint.take, fetched=fetched))
                    self._end_if_over(line)
                if self._is_time_to_save() and self._save(stop_file):
                    break
        finally:
            for line in list(self._stints):
                self._drop(line)
        return self._problems

    def _begin_more(self) -> None:
        while self._waiting and len(self._stints) < self._most:
            task = self._waiting.popleft()
            subject = task.job.subject.id
            try:
                stint = SubjectStint(task, self._loop)
            except Exception as error:  # noqa: BLE001  whatever ails one subject must not end the others
                self._problems[subject] = _words(error)
                continue
            self._stints[stint.line] = subject, stint
            self._with(stint.line, SubjectStint.begin)
            self._end_if_over(stint.line)

    def _end_if_over(self, line: FetchLine) -> None:
        if line in self._stints and not line.open:
            self._with(line, SubjectStint.end)
            self._drop(line)

    def _is_time_to_save(self) -> bool:
        every_s = SAVE_EVERY_S if len(self._stints) <= _MANY else SAVE_MANY_EVERY_S
        return time.monotonic() - self._saved_at >= every_s

    def _save(self, stop_file: Path) -> bool:
        """Whether it is time to stop, too."""
        for line in list(self._stints):
            self._with(line, SubjectStint.save)
        self._saved_at = time.monotonic()
        return stop_file.exists()

    def _with(self, line: FetchLine, act: Callable[[SubjectStint], None]) -> None:
        subject, stint = self._stints.get(line, (None, None))
        if subject is None or stint is None:
            return
        try:
            act(stint)
        except Exception as error:  # noqa: BLE001  whatever ails one subject must not end the others
            self._problems[subject] = _words(error)
            self._drop(line)

    def _drop(self, line: FetchLine) -> None:
        found = self._stints.pop(line, None)
        if found is not None:
            found[1].close()


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
