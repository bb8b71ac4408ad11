"""The open workspace, who sits here, and the one announcement that something changed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from workbench.gui.changes import Changes
from workbench.gui.jobs import Lane
from workbench.gui.snapshot import Snapshot, read_snapshot, refresh_snapshot
from workbench.storage.workspace import Workspace

# After this long without a change the file is brought into one piece: a copy of an open file would otherwise lack the newest.
IDLE_MS = 2000

Value = TypeVar("Value")
Report = Callable[[Exception], None]


class Session(QObject):
    """The workspace lives in the lane and never leaves it; what is on screen comes from the frozen `snapshot`.

    `changed` is emitted once per change, after the snapshot has been brought up to date.
    """

    changed = Signal(Changes)

    def __init__(self, lane: Lane, *, inspector: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._workspace: Workspace | None = None
        self._in_lane: Snapshot | None = None
        self._report: Report = _raise
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._gather)
        self.inspector = inspector
        self.snapshot: Snapshot | None = None

    @property
    def is_open(self) -> bool:
        return self.snapshot is not None

    @property
    def is_lead(self) -> bool:
        return self.snapshot is not None and self.snapshot.campaign.lead == self.inspector

    @property
    def is_busy(self) -> bool:
        return self._lane.is_busy

    def report_to(self, report: Report) -> None:
        """Who is told of what goes wrong where the asker does not say otherwise."""
        self._report = report

    def open_made(self, make: Callable[[], Workspace], *, done: Callable[[], None] | None = None) -> None:
        """Open what `make` opens or creates; the workspace that was open is closed when the new one has been read."""
        before = self._workspace

        def work() -> tuple[Workspace, Snapshot]:
            made = make()
            try:
                snapshot = read_snapshot(made)
            except Exception:
                made.close()
                raise
            if before is not None:
                before.close()
            self._in_lane = snapshot
            return made, snapshot

        def home(opened: tuple[Workspace, Snapshot]) -> None:
            self._workspace, self.snapshot = opened
            self.changed.emit(Changes(is_other_file=True, is_register=True))
            if done is not None:
                done()

        self._lane.submit(self, work, done=home, failed=self._fail)

    def close(self) -> None:
        """Close the file and the lane; nothing is announced any more."""
        self._idle.stop()
        workspace, self._workspace, self.snapshot = self._workspace, None, None
        if workspace is not None:
            self._lane.submit(self, workspace.close, done=_ignore, failed=self._fail)
        self._lane.close()

    def read(
        self,
        owner: QObject,
        work: Callable[[Workspace], Value],
        *,
        done: Callable[[Value], None],
        failed: Report | None = None,
    ) -> None:
        """Read something the snapshot does not hold."""
        workspace = self._workspace
        if workspace is not None:
            self._lane.submit(owner, lambda: work(workspace), done=done, failed=failed or self._fail)

    def act(
        self,
        owner: QObject,
        work: Callable[[Workspace], Value],
        *,
        subjects: Iterable[UUID] | None,
        done: Callable[[Value], None] | None = None,
        failed: Report | None = None,
    ) -> None:
        """Do something that is stored, score these subjects anew (None: read everything again) and announce it."""
        workspace, touched = self._workspace, None if subjects is None else frozenset(subjects)
        if workspace is None:
            return

        def whole() -> tuple[Value, Snapshot]:
            value = work(workspace)
            return value, self._read_again(workspace, touched)

        def home(answer: tuple[Value, Snapshot]) -> None:
            if self._workspace is not workspace:
                return
            value, self.snapshot = answer
            self._idle.start()
            self.changed.emit(Changes(is_register=touched is None, subjects=touched or frozenset()))
            if done is not None and shiboken6.isValid(owner):
                done(value)

        self._lane.submit(self, whole, done=home, failed=failed or self._fail)

    def note_results(self, subjects: Iterable[UUID]) -> None:
        """The checks have written new results of these subjects into the file."""
        workspace, touched = self._workspace, frozenset(subjects)
        if workspace is None:
            return

        def home(snapshot: Snapshot) -> None:
            if self._workspace is not workspace:
                return
            self.snapshot = snapshot
            self._idle.start()
            self.changed.emit(Changes(subjects=touched, results=touched))

        self._lane.submit(
            self, lambda: self._read_again(workspace, touched, is_saved=False), done=home, failed=self._fail
        )

    def _read_again(
        self, workspace: Workspace, touched: frozenset[UUID] | None, *, is_saved: bool = True
    ) -> Snapshot:
        """Runs in the lane, from the snapshot of the lane: the one on screen may be several jobs behind."""
        saved_at = datetime.now().astimezone() if is_saved else None
        old = self._in_lane
        if touched is None or old is None:
            fresh = read_snapshot(workspace, saved_at=saved_at)
        else:
            fresh = refresh_snapshot(workspace, old, touched, saved_at=saved_at)
        self._in_lane = fresh
        return fresh

    def _gather(self) -> None:
        workspace = self._workspace
        if workspace is not None and not self._lane.is_busy:
            self._lane.submit(self, workspace.checkpoint, done=_ignore, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._report(error)


def _raise(error: Exception) -> None:
    raise error


def _ignore(_value: object) -> None:
    """Nothing is to be done with the answer."""
