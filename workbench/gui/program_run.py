"""Runs one verb of this program as a child, for work that must not hold up the file or the window; tells how it ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess

from workbench.operations.program_command import program_command

_FINE = (0, 1)
_NOT_STARTED = "程序启动不了，请重新安装本程序后再试。"


class ProgramRun(QObject):
    """`done` is handed what the verb said, `failed` the sentence it complained with; one of the two is called once.

    `heard` is handed each line as it is said.
    """

    def __init__(
        self,
        parent: QObject,
        *arguments: str,
        done: Callable[[str], None],
        failed: Callable[[str], None],
        heard: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._heard = heard
        self._is_over = False
        self._said: list[str] = []
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)
        program, rest = program_command(*arguments)
        self._process.start(program, rest)

    def close(self) -> None:
        """Nobody waits for it any more."""
        self._is_over = True
        self._process.kill()
        self._process.waitForFinished()

    def _read(self) -> None:
        while self._process.canReadLine() and not self._is_over:
            self._take(bytes(self._process.readLine().data()))

    def _take(self, line: bytes) -> None:
        said = line.decode("utf-8", "replace").rstrip("\r\n")
        self._said.append(said)
        if self._heard is not None:
            self._heard(said)

    def _ended(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._is_over:
            return
        self._read()
        rest = bytes(self._process.readAllStandardOutput().data())
        if rest:
            self._take(rest)
        self._is_over = True
        said = "\n".join(self._said).strip()
        complaint = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self.deleteLater()
        if how is QProcess.ExitStatus.NormalExit and status in _FINE:
            self._done(said)
        else:
            lines = complaint.splitlines()
            self._failed(lines[-1] if lines else "没有做完，请稍后再试。")

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._is_over:
            self._is_over = True
            self.deleteLater()
            self._failed(_NOT_STARTED)
