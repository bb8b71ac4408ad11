"""The second engine: `requests` in a few threads. Slower, but another client; and the only one where pycurl is missing."""

import queue
import threading
import time
from collections import deque

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.guarded_adapter import GuardedAdapter
from workbench.fetch.requests_transfer import RequestsTransfer, open_session

_SWEEP_S = 0.2


class RequestsEngine:
    """Threads are started as they are needed and only while the engine is open."""

    def __init__(self, policy: FetchPolicy, *, threads: int = 16) -> None:
        self._policy = policy
        self._most_threads = min(threads, policy.total_open)
        self._session = open_session(policy, GuardedAdapter(is_proxied=bool(policy.proxy), size=threads))
        self._work: queue.SimpleQueue[RequestsTransfer | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[tuple[RequestsTransfer, Reply]] = queue.SimpleQueue()
        self._open: set[RequestsTransfer] = set()
        self._threads: list[threading.Thread] = []
        self._sweep_at = 0.0

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        transfer = RequestsTransfer(exchange, self._policy, guard)
        self._open.add(transfer)
        self._work.put(transfer)
        if len(self._threads) < min(self._most_threads, len(self._open)):
            thread = threading.Thread(target=self._carry, name="fetch", daemon=True)
            self._threads.append(thread)
            thread.start()

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        done: deque[tuple[Exchange, Reply]] = deque()
        deadline = time.monotonic() + wait_s
        while self._open and not done:
            self._gather(done, wait_s=max(0.0, min(_SWEEP_S, deadline - time.monotonic())))
            self._sweep()
            if time.monotonic() >= deadline:
                break
        if not self._open and not done and wait_s:
            time.sleep(wait_s)
        return list(done)

    def open_count(self) -> int:
        return len(self._open)

    def close(self) -> None:
        """A thread that still looks a name up is left to end by itself; it holds nothing of ours."""
        for transfer in self._open:
            transfer.give_up()
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads:
            thread.join(timeout=1.0)
        self._threads.clear()
        self._open.clear()
        self._session.close()

    def _gather(self, done: deque[tuple[Exchange, Reply]], *, wait_s: float) -> None:
        try:
            transfer, reply = self._results.get(timeout=wait_s) if wait_s else self._results.get_nowait()
            while True:
                self._open.discard(transfer)
                done.append((transfer.exchange, reply))
                transfer, reply = self._results.get_nowait()
        except queue.Empty:
            return

    def _sweep(self) -> None:
        now = time.monotonic()
        if now < self._sweep_at:
            return
        self._sweep_at = now + _SWEEP_S
        for transfer in self._open:
            transfer.give_up_if_overdue(now)

    def _carry(self) -> None:
        while (transfer := self._work.get()) is not None:
            self._results.put((transfer, transfer.run(self._session)))
