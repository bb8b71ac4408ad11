"""Ends the checks for good: at once where they are paused, else as soon as they have stopped."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workbench.gui.check_events import CheckState
from workbench.gui.check_process import CheckProcess
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.session import Session
from workbench.operations.unfinished_check import end_unfinished_check

_ENDED = NoticeLine("检查已结束，已查到的结果都在；再按 F5 从头查起。", Tone.DONE)


class CheckEnding(QObject):
    def __init__(
        self, parent: QObject, session: Session, checks: CheckProcess, *, tell: Callable[[NoticeLine], None]
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._checks = checks
        self._tell = tell
        self._is_wanted = False
        checks.did_change.connect(self._see)

    def ask(self) -> None:
        self._is_wanted = True
        if self._checks.state.is_running:
            self._checks.pause()
        else:
            self._see(self._checks.state)

    def _see(self, state: CheckState) -> None:
        if not self._is_wanted or state.is_running:
            return
        self._is_wanted = False
        if state.is_paused:
            self._session.act(self, end_unfinished_check, subjects=(), done=lambda _none: self._ended())

    def _ended(self) -> None:
        self._checks.leave()
        self._tell(_ENDED)
