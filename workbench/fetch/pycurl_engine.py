"""The bulk engine: one multi handle, one loop, any number of hosts."""

import selectors
import time
from collections import deque

import certifi
import pycurl

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.curl_transfer import CurlTransfer
from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_policy import FetchPolicy

_SWEEP_S = 0.2
_MOST_IDLE = 512


class PycurlEngine:
    """libcurl tells which sockets to watch; a selector watches them, so that a thousand open ones cost no more than ten."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._authorities = policy.authorities or certifi.where()
        self._selector = selectors.DefaultSelector()
        self._watched: set[int] = set()
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAXCONNECTS, max(16, policy.total_open))
        self._idle: list[CurlTransfer] = []
        self._open: dict[pycurl.Curl, CurlTransfer] = {}
        self._finished: deque[tuple[Exchange, Reply]] = deque()
        self._timer_at: float | None = None
        self._interrupt: KeyboardInterrupt | None = None
        self._sweep_at = 0.0

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        transfer = self._idle.pop() if self._idle else self._new_transfer()
        refusal = transfer.begin(exchange, guard)
        if refusal is not None:
            self._idle.append(transfer)
            self._finished.append((exchange, refusal))
            return
        self._open[transfer.handle] = transfer
        self._multi.add_handle(transfer.handle)

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        if not self._finished:
            self._turn(wait_s)
        if self._interrupt is not None:
            raise self._interrupt
        self._reap()
        self._sweep()
        done = list(self._finished)
        self._finished.clear()
        return done

    def open_count(self) -> int:
        return len(self._open) + len(self._finished)

    def close(self) -> None:
        for handle, transfer in self._open.items():
            self._multi.remove_handle(handle)
            transfer.close()
        for transfer in self._idle:
            transfer.close()
        self._open.clear()
        self._idle.clear()
        self._multi.close()
        self._selector.close()

    def _new_transfer(self) -> CurlTransfer:
        return CurlTransfer(self._policy, authorities=self._authorities)

    def _turn(self, wait_s: float) -> None:
        """Wait for sockets or libcurl's timer, and let it work."""
        now = time.monotonic()
        if self._timer_at is not None:
            wait_s = min(wait_s, max(0.0, self._timer_at - now))
        if self._open:
            wait_s = min(wait_s, _SWEEP_S)
        for key, mask in self._select(wait_s):
            flags = pycurl.CSELECT_IN if mask & selectors.EVENT_READ else 0
            flags |= pycurl.CSELECT_OUT if mask & selectors.EVENT_WRITE else 0
            self._multi.socket_action(key.fd, flags)
        if self._timer_at is not None and self._timer_at <= time.monotonic():
            self._timer_at = None
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)

    def _select(self, wait_s: float) -> list[tuple[selectors.SelectorKey, int]]:
        if not self._watched:
            # Windows refuses to wait for nothing.
            time.sleep(wait_s)
            return []
        return self._selector.select(wait_s)

    def _reap(self) -> None:
        left = 1
        while left:
            left, succeeded, failed = self._multi.info_read()
            for handle in succeeded:
                self._end(handle, code=0, message="")
            for handle, code, message in failed:
                self._end(handle, code=code, message=message)

    def _sweep(self) -> None:
        now = time.monotonic()
        if now < self._sweep_at:
            return
        self._sweep_at = now + _SWEEP_S
        for handle, transfer in list(self._open.items()):
            overdue = transfer.overdue(now)
            if overdue is not None:
                transfer.error = overdue
                self._end(handle, code=0, message="")

    def _end(self, handle: pycurl.Curl, *, code: int, message: str) -> None:
        transfer = self._open.pop(handle)
        self._multi.remove_handle(handle)
        exchange, reply = transfer.end(code=code, message=message)
        self._finished.append((exchange, reply))
        if len(self._idle) < _MOST_IDLE:
            self._idle.append(transfer)
        else:
            transfer.close()

    def _watch(self, event: int, socket_fd: int, _multi: pycurl.CurlMulti, _assigned: object) -> None:
        try:
            self._watch_socket(event, socket_fd)
        except KeyboardInterrupt as interrupt:
            # Raised once libcurl is left: it would print an exception of its callbacks and go on.
            self._interrupt = interrupt

    def _watch_socket(self, event: int, socket_fd: int) -> None:
        known = socket_fd in self._watched
        if event == pycurl.POLL_REMOVE:
            if known:
                self._watched.discard(socket_fd)
                self._selector.unregister(socket_fd)
            return
        wanted = selectors.EVENT_READ if event in (pycurl.POLL_IN, pycurl.POLL_INOUT) else 0
        wanted |= selectors.EVENT_WRITE if event in (pycurl.POLL_OUT, pycurl.POLL_INOUT) else 0
        if known:
            self._selector.modify(socket_fd, wanted)
        else:
            self._watched.add(socket_fd)
            self._selector.register(socket_fd, wanted)

    def _set_timer(self, timeout_ms: int) -> None:
        self._timer_at = None if timeout_ms < 0 else time.monotonic() + timeout_ms / 1000
