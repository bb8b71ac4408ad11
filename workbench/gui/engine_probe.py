"""Finds out in a child process whether the browser engine works here: where it does not, it takes its process along."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, QProcess, QTimer

from workbench import __version__
from workbench.operations.program_command import program_command
from workbench.paths import user_cache_dir

PROBE_OPTION = "--probe-engine"
_LIMIT_MS = 20_000


class EngineProbe(QObject):
    """Asks once; a good answer is kept for this version of program and engine, a bad one is asked again next time."""

    def __init__(self, parent: QObject | None, *, answered: Callable[[bool], None]) -> None:
        super().__init__(parent)
        self._answered = answered
        self._process: QProcess | None = None
        self._limit = QTimer(self, singleShot=True, interval=_LIMIT_MS)
        self._limit.timeout.connect(self._give_up)

    def ask(self) -> None:
        if _kept_answer().is_file():
            self._answered(True)
            return
        process = QProcess(self)
        self._process = process
        process.finished.connect(
            lambda status, how: self._take(status == 0 and how == QProcess.ExitStatus.NormalExit)
        )
        process.errorOccurred.connect(self._did_not_start)
        program, arguments = program_command("window", PROBE_OPTION)
        process.start(program, arguments)
        self._limit.start()

    def close_down(self) -> None:
        process, self._process = self._process, None
        self._limit.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()

    def _take(self, is_good: bool) -> None:
        if self._process is None:
            return
        self._process.deleteLater()
        self._process = None
        self._limit.stop()
        if is_good:
            _keep_answer()
        self._answered(is_good)

    def _did_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._take(False)

    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()


def probe_here() -> int:
    """The child's part: load a page in a hidden view; the exit status is the answer."""
    from workbench.gui.application import make_application

    app = make_application()
    try:
        from workbench.gui.web_engine import load_something
    except ImportError:
        return 1
    view = load_something(lambda is_good: app.exit(0 if is_good else 1))
    QTimer.singleShot(_LIMIT_MS // 2, lambda: app.exit(1))
    status = app.exec()
    view.page().deleteLater()
    return status


def _kept_answer() -> Path:
    return user_cache_dir() / f"engine-{__version__}-{qt_version}.ok"


def _keep_answer() -> None:
    target = _kept_answer()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    except OSError:
        return
