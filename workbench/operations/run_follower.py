"""Follows the engine processes of a run: writes what they spool, and tells how far each subject is."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workbench.operations.subject_run import SubjectRun
from workbench.storage.workspace import Workspace

Announce = Callable[[Mapping[str, object]], None]
LOOK_EVERY_S = 0.1
# With many subjects under way each is written a little later, and more of it at once.
_MANY, _LOOK_AT_MANY_EVERY_S = 8, 0.5
# Of many that move on, some tell it now and the others the next time.
_MOST_TOLD = 8
STOP_PATIENCE_S = 20.0


class RunFollower:
    def __init__(
        self, workspace: Workspace, under_way: Sequence[SubjectRun], *, subjects: int, announce: Announce
    ) -> None:
        """`subjects` counts those that were through before, too."""
        self._workspace = workspace
        self._under_way = under_way
        self._left = list(under_way)
        self._subjects = subjects
        self._announce = announce
        self._started = time.monotonic()
        self._told: dict[str, tuple[int, int]] = {}

    def follow(self, should_stop: Callable[[], bool], stop_file: Path) -> bool:
        """Write what the engines spool until all are through; True unless stopped."""
        stop_at: float | None = None
        while self._left:
            if stop_at is None and should_stop():
                stop_file.touch()
                for each in self._left:
                    each.future.cancel()
                stop_at = time.monotonic() + STOP_PATIENCE_S
            self._look()
            if stop_at is not None and time.monotonic() > stop_at:
                break
            if self._left:
                time.sleep(LOOK_EVERY_S if self._busy_count() <= _MANY else _LOOK_AT_MANY_EVERY_S)
        for each in self._left:
            each.close()
        return stop_at is None and not any(each.problem for each in self._under_way)

    def _look(self) -> None:
        for each in list(self._left):
            each.write_news(self._workspace)
            if each.has_ended:
                each.finish(self._workspace)
                self._left.remove(each)
                if each.is_through or each.problem:
                    self._announce(self._done_event(each))
        self._tell_progress()

    def _busy_count(self) -> int:
        return sum(each.is_busy for each in self._left)

    @property
    def _finished(self) -> int:
        return self._subjects - len(self._left)

    def _tell_progress(self) -> None:
        """Of each subject that has moved on; of one that is being waited for, that it is the one."""
        busy = [each for each in self._left if each.is_busy]
        moved = [each for each in busy if self._told.get(each.subject.code) != (each.done, each.known)]
        rate = sum(each.done for each in self._under_way) / max(time.monotonic() - self._started, 0.001)
        for each in (moved or busy[:1])[:_MOST_TOLD]:
            # Told last, it comes last the next time: the others have their turn before.
            self._left.remove(each)
            self._left.append(each)
            self._told[each.subject.code] = each.done, each.known
            self._announce(
                {
                    "event": "progress",
                    "subject": each.subject.code,
                    "name": each.subject.name,
                    "done": each.done,
                    "known": each.known,
                    "finished": self._finished,
                    "subjects": self._subjects,
                    "rate": round(rate, 1),
                }
            )

    def _done_event(self, each: SubjectRun) -> dict[str, object]:
        return {
            "event": "subject-done",
            "subject": each.subject.code,
            "name": each.subject.name,
            "finished": self._finished,
            "found": each.found,
            "problem": each.problem or each.remark,
        }
