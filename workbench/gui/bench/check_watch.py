"""Keeps the bench up to date while checks run, and says when they have come to their end."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from workbench.gui.check_events import CheckState
from workbench.gui.check_process import CheckProcess
from workbench.gui.session import Session

# While checks run, the subject on screen is read anew this often.
_LOOK_AGAIN_MS = 2000


class CheckWatch(QObject):
    """`in_hand` tells the subject on screen."""

    def __init__(
        self,
        session: Session,
        checks: CheckProcess,
        *,
        in_hand: Callable[[], UUID | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._in_hand = in_hand
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        checks.did_change.connect(self._checks_changed)

    def close_down(self) -> None:
        self._again.stop()

    def _checks_changed(self, state: CheckState) -> None:
        snapshot = self._session.snapshot
        if state.ended_subject and snapshot is not None:
            ended = [s.subject.id for s in snapshot.standings if s.subject.code == state.ended_subject]
            self._session.note_results(ended)
        if state.is_running and not self._again.isActive():
            self._again.start()
        if not state.is_running and self._again.isActive():
            self._again.stop()
            self._look_again()

    def _look_again(self) -> None:
        subject_id = self._in_hand()
        if subject_id is not None:
            self._session.note_results([subject_id])
