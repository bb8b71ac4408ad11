"""Ctrl+C as a request: what is under way comes to an orderly end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPED_STATUS = 130


@contextmanager
def stop_signals() -> Iterator[list[int]]:
    """Fills the list at the first Ctrl+C or SIGTERM; a second Ctrl+C breaks off at once."""
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if received and number == signal.SIGINT:
            raise KeyboardInterrupt
        received.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
