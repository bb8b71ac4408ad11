"""The browser engine as the inspection sees it: a child process that opens addresses, one JSON line each way."""

import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import IO

import msgspec

from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.reopened_page import READY_LINE, ReopenedPage, ReopenOrder

NO_BROWSER = "本机没有可用的浏览器内核，没有复核"
BROKEN_BROWSER = "浏览器内核中断，没有复核"
PAGES_AT_ONCE = 3
_START_LIMIT_S = 30.0
# The child keeps the time limit by itself; one that has not spoken for longer hangs.
_PATIENCE_S = 15.0
_Line = bytes | None


class BrowserChild:
    """Started with the first order. Where it breaks down, what it had open is skipped and it is started once more.

    The engine takes its process along where it cannot work, so that its own start is the probe.
    """

    def __init__(self, policy: FetchPolicy, *, networks: Sequence[str] = ()) -> None:
        """`networks` are the internal addresses (CIDR) that it may ask."""
        self._policy = policy
        self._networks = networks
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[_Line] = queue.SimpleQueue()
        self._starts_left = 2
        self._why_not = NO_BROWSER

    def reopen(self, orders: Iterable[ReopenOrder]) -> Iterator[ReopenedPage]:
        """An answer for every order, in the order in which they come."""
        waiting = deque(orders)
        under_way: dict[int, ReopenOrder] = {}
        while waiting or under_way:
            if not under_way and not self._is_running():
                yield from (_skipped(order, self._why_not) for order in waiting)
                return
            while waiting and len(under_way) < PAGES_AT_ONCE and self._send(waiting[0]):
                order = waiting.popleft()
                under_way[order.number] = order
            answer = self._next_answer()
            if answer is None:
                self._why_not = BROKEN_BROWSER
                self.close()
                yield from (_skipped(order, BROKEN_BROWSER) for order in under_way.values())
                under_way.clear()
            elif under_way.pop(answer.number, None) is not None:
                yield answer

    def close(self) -> None:
        """Its input ends, and so does it; one that does not is ended."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            _pipe(process.stdin).close()
        try:
            process.wait(timeout=5.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _pipe(process.stdout).close()

    def break_off(self) -> None:
        """End it at once; whoever waits for its answers is told that there are none. For another thread than theirs."""
        self._starts_left = 0
        process = self._process
        if process is not None:
            process.kill()

    def _is_running(self) -> bool:
        if self._process is not None:
            return True
        if not self._starts_left:
            return False
        self._starts_left -= 1
        if not self._start():
            # What does not start at all will not do so the next time.
            self._starts_left = 0
            self.close()
        return self._process is not None

    def _start(self) -> bool:
        try:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Ctrl+C is for us, and we end it in order.
                start_new_session=sys.platform != "win32",
            )
        except OSError:
            return False
        self._lines = queue.SimpleQueue()
        threading.Thread(
            target=_read_lines, args=(_pipe(self._process.stdout), self._lines), name="browser", daemon=True
        ).start()
        return self._next_line(_START_LIMIT_S) == READY_LINE

    def _command(self) -> list[str]:
        policy = self._policy
        allowed = [word for network in self._networks for word in ("--allow", network)]
        limits = ["--timeout", str(policy.timeout_s), "--at-once", str(PAGES_AT_ONCE)]
        return [*policy.browser, *limits, *allowed, *(["--proxy", policy.proxy] if policy.proxy else [])]

    def _send(self, order: ReopenOrder) -> bool:
        if self._process is None:
            return False
        with suppress(OSError):
            stdin = _pipe(self._process.stdin)
            stdin.write(msgspec.json.encode(order) + b"\n")
            stdin.flush()
        # One that has just gone is noticed by its silence.
        return True

    def _next_answer(self) -> ReopenedPage | None:
        line = self._next_line(self._policy.timeout_s + _PATIENCE_S)
        try:
            return msgspec.json.decode(line, type=ReopenedPage) if line else None
        except msgspec.DecodeError:
            return None

    def _next_line(self, limit_s: float) -> _Line:
        try:
            return self._lines.get(timeout=limit_s)
        except queue.Empty:
            return None


def _skipped(order: ReopenOrder, why: str) -> ReopenedPage:
    return replace(ReopenedPage(number=order.number), url=order.url, problem=why, is_skipped=True)


def _read_lines(pipe: IO[bytes], lines: "queue.SimpleQueue[_Line]") -> None:
    with suppress(ValueError):
        for line in pipe:
            lines.put(line)
    lines.put(None)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
