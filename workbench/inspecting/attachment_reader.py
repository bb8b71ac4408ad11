"""Reads attachments in a process of their own, bounded in time and memory: a hostile file ends that process and nothing else."""

import multiprocessing
import os
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

import msgspec

from workbench.views.attachment_text import AttachmentText, attachment_text

READ_SECONDS = 5.0
# A new process has to start and to load a library first.
START_SECONDS = 30.0
MEMORY_BYTES = 1_500_000_000
_ENDED = "文件读不了：读取时出错或太慢"


class AttachmentReader:
    """The process is started with the first file and again after each that it did not survive."""

    def __init__(self, *, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._process: SpawnProcess | None = None
        self._line: Connection[bytes, bytes] | None = None

    def read(self, body: bytes) -> AttachmentText:
        """Never raises, and comes back within the time there is for one file."""
        line = self._line or self._start()
        if line is None:
            return AttachmentText(why_not=_ENDED)
        started = time.monotonic()
        try:
            line.send_bytes(body)
            if line.poll(self._read_seconds):
                return msgspec.msgpack.decode(line.recv_bytes(), type=AttachmentText)
        except (EOFError, OSError, msgspec.DecodeError):
            pass
        self.close()
        return AttachmentText(why_not=_ENDED, took_s=time.monotonic() - started)

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._line = self._process = None

    def _start(self) -> "Connection[bytes, bytes] | None":
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=answer_with_words, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._line = here
        try:
            if here.poll(START_SECONDS) and here.recv_bytes() == b"ready":
                return here
        except (EOFError, OSError):
            pass
        self.close()
        return None


def answer_with_words(there: "Connection[bytes, bytes]") -> None:
    """The reading process: bytes in, words out, until nobody is there to ask."""
    _bind_process()
    # Loaded before the clock of the first file runs.
    import docx  # noqa: F401
    import openpyxl  # noqa: F401
    import pypdfium2  # noqa: F401

    there.send_bytes(b"ready")
    try:
        while True:
            there.send_bytes(msgspec.msgpack.encode(attachment_text(there.recv_bytes())))
    except (EOFError, OSError):
        return


def _bind_process() -> None:
    """Bound the memory where the system can, and keep the libraries' notes off the user's terminal."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
