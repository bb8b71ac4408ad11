"""Keeps the bench up to date while checks run, and says when they have come to their end."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from workbench.gui.check_events import CheckState
from workbench.gui.check_process import CheckProcess
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.session import Session

# While checks run, the subject on screen is read anew this often.
_LOOK_AGAIN_MS = 2000


class CheckWatch(QObject):
    """`in_hand` tells the subject on screen, `tell` where the closing sentence goes."""

    def __init__(
        self,
        session: Session,
        checks: CheckProcess,
        *,
        in_hand: Callable[[], UUID | None],
        tell: Callable[[NoticeLine], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._in_hand = in_hand
        self._tell = tell
        self._was_running = False
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
        if self._was_running and not state.is_running:
            self._again.stop()
            self._look_at_all()
            # After what was just asked for has come home, so that the figure is the file's.
            self._session.read(self, lambda _workspace: state, done=self._say_the_end)
        self._was_running = state.is_running

    def _say_the_end(self, state: CheckState) -> None:
        snapshot = self._session.snapshot
        if state.problem or snapshot is None:
            return
        waiting = sum(each.score.open_proposals for each in snapshot.standings)
        self._tell(closing_sentence(state, waiting=waiting))

    def _look_again(self) -> None:
        subject_id = self._in_hand()
        if subject_id is not None:
            self._session.note_results([subject_id])

    def _look_at_all(self) -> None:
        """What is judged without a visit, accounts and the register, ends without a word of its own."""
        snapshot = self._session.snapshot
        if snapshot is not None:
            self._session.note_results([standing.subject.id for standing in snapshot.standings])


def closing_sentence(state: CheckState, *, waiting: int) -> NoticeLine:
    """How far the checks came, and what waits for a person now."""
    rest = f"共有 {waiting} 条疑似问题待确认。" if waiting else "没有待确认的问题。"
    if state.ending == "stopped":
        how_far = f"{state.finished}/{state.subjects}"
        return NoticeLine(f"检查已暂停，完成 {how_far} 个对象，按 F5 接着查；{rest}")
    subjects = max(state.finished, state.subjects)
    if state.missed:
        why = state.reason.rstrip("。")
        how_many = f"检查结束，{subjects} 个对象里有 {state.missed} 个没有查成"
        return NoticeLine(f"{how_many}（{why}），请核对网络和网址后再查；{rest}", Tone.ERROR)
    return NoticeLine(f"检查结束，{subjects} 个对象都已查完；{rest}", Tone.DONE)
