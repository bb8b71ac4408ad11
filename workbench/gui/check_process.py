"""Runs the checks as a child process of the same program and reads its progress; the child writes the results itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from workbench.gui.check_events import CheckState, advance
from workbench.operations.program_command import program_command
from workbench.operations.unfinished_check import UnfinishedCheck

# A child that does not stop when asked is ended: what it has stored is safe, the next run resumes.
GRACE_MS = 8000
# Exit statuses that are no fault: fine, "something was found", and "stopped as asked".
_FINE = (0, 1, 130)


@dataclass(frozen=True, slots=True)
class _AskedFor:
    workspace: Path
    codes: tuple[str, ...]
    only: tuple[str, ...]

    def words(self) -> list[str]:
        chosen = [part for code in self.codes for part in ("--subject", code)]
        chosen += ["--only", ",".join(self.only)] if self.only else []
        return ["check", str(self.workspace), "--events", *chosen]


class CheckProcess(QObject):
    """One run at a time. One that was paused is gone on with by `resume`; `leave` forgets it."""

    did_change = Signal(CheckState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = CheckState()
        self._process: QProcess | None = None
        self._asked_for: _AskedFor | None = None
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._end_by_force)

    def start(self, workspace: Path, *, subject_codes: Sequence[str] = (), only: Sequence[str] = ()) -> None:
        """`only` names the checks to run, empty for all."""
        if self._process is not None:
            return
        self._asked_for = asked_for = _AskedFor(workspace, tuple(subject_codes), tuple(only))
        program, arguments = program_command(*asked_for.words())
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._did_not_start)
        self._process = process
        self._show(CheckState(is_running=True))
        process.start(program, arguments)

    def find_paused(self, workspace: Path, found: UnfinishedCheck) -> None:
        """A run that was broken off earlier, perhaps by a power cut: it shows as paused."""
        if self._process is None:
            self._asked_for = _AskedFor(workspace, found.codes, found.only)
            self._show(CheckState(ending="stopped", finished=found.done, subjects=found.subjects))

    def resume(self) -> None:
        held = self._asked_for
        if self.state.is_paused and held is not None:
            self.start(held.workspace, subject_codes=held.codes, only=held.only)

    def leave(self) -> None:
        """Nobody goes on with what was paused."""
        if self.state.is_paused:
            self._asked_for = None
            self._show(CheckState())

    def pause(self) -> None:
        """What has been found stays, and the run is gone on with from there."""
        if self._process is None or self.state.is_stopping:
            return
        self._show(replace(self.state, is_stopping=True, ended_subject=""))
        self._process.terminate()
        self._grace.start()

    def close(self) -> None:
        """Stop and wait: the window is going away."""
        process = self._process
        if process is None:
            return
        process.blockSignals(True)
        process.terminate()
        if not process.waitForFinished(GRACE_MS):
            process.kill()
            process.waitForFinished()
        self._forget()
        self.state = replace(self.state, is_running=False)

    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = bytes(process.readLine().data()).decode("utf-8", "replace")
            advanced = advance(self.state, line)
            if advanced != self.state:
                self._show(advanced)

    def _ended(self, status: int, _how: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        self._read()
        words = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        is_fault = status not in _FINE and not self.state.is_stopping
        ending = self.state.ending or ("stopped" if self.state.is_stopping else "finished")
        last = replace(
            self.state,
            is_running=False,
            is_stopping=False,
            ended_subject="",
            ending="" if is_fault else ending,
            problem=_last_line(words) if is_fault else "",
        )
        self._forget()
        self._show(last)

    def _did_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._forget()
            self._show(CheckState(problem="检查程序启动不了，请重新安装本程序后再试。"))

    def _end_by_force(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _forget(self) -> None:
        self._grace.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None

    def _show(self, state: CheckState) -> None:
        self.state = state
        self.did_change.emit(state)


def _last_line(words: str) -> str:
    lines = [line for line in words.splitlines() if line.strip()]
    return lines[-1] if lines else "检查意外中断，已查到的结果都在，再次运行会接着做。"
