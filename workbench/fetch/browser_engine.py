"""The engine of last resort: what no program could open is opened in the browser engine, in a process of its own."""

import queue
import threading
from contextlib import suppress

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.browser_child import BrowserChild
from workbench.fetch.exchange import Exchange, Reply
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Timings
from workbench.fetch.reopened_page import ReopenedPage, ReopenOrder

_Networks = tuple[str, ...]
_Work = tuple[ReopenOrder, _Networks]


class BrowserEngine:
    """A thread speaks with the child, which is started with the first exchange.

    A child is let near the internal addresses of one guard alone: for a guard that allows others it is started afresh.
    """

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._open: dict[int, Exchange] = {}
        self._number = 0
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[ReopenedPage] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._child: BrowserChild | None = None
        self._networks: _Networks = ()
        self._is_closing = False

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        self._number += 1
        self._open[self._number] = exchange
        self._work.put((ReopenOrder(number=self._number, url=exchange.url), guard.allowed_networks))
        if self._thread is None:
            self._thread = threading.Thread(target=self._carry, name="browser-engine", daemon=True)
            self._thread.start()

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        pages: list[ReopenedPage] = []
        with suppress(queue.Empty):
            pages.append(self._results.get(timeout=wait_s) if wait_s else self._results.get_nowait())
            while True:
                pages.append(self._results.get_nowait())
        return [(self._open.pop(page.number), _reply(page)) for page in pages]

    def open_count(self) -> int:
        return len(self._open)

    def close(self) -> None:
        self._is_closing = True
        self._work.put(None)
        if self._child is not None:
            self._child.break_off()
        if self._thread is not None:
            self._thread.join(timeout=10.0)
        self._open.clear()

    def _carry(self) -> None:
        left: _Work | None = None
        while not self._is_closing:
            first = left or self._work.get()
            if first is None:
                break
            orders, left = self._gathered(first)
            for page in self._child_near(first[1]).reopen(orders):
                self._results.put(page)
        if self._child is not None:
            self._child.close()

    def _gathered(self, first: _Work) -> tuple[list[ReopenOrder], _Work | None]:
        """What may be opened side by side, and the first that may not."""
        orders = [first[0]]
        with suppress(queue.Empty):
            while (work := self._work.get_nowait()) is not None:
                if work[1] != first[1]:
                    return orders, work
                orders.append(work[0])
            self._is_closing = True
        return orders, None

    def _child_near(self, networks: _Networks) -> BrowserChild:
        if self._child is None or self._networks != networks:
            if self._child is not None:
                self._child.close()
            self._child, self._networks = BrowserChild(self._policy, networks=networks), networks
        return self._child


def _reply(page: ReopenedPage) -> Reply:
    timings = Timings(total_s=page.took_s)
    if page.status is None:
        fault = Fault.NO_BROWSER if page.is_skipped else Fault.BROWSER
        return Reply(error=FetchError(fault, page.problem), timings=timings)
    kind = f"{page.media_type}; charset=utf-8" if page.html else page.media_type
    return Reply(
        status=page.status,
        headers={"content-type": kind},
        body=page.html.encode("utf-8", "replace"),
        timings=timings,
        final_url=page.url.partition("#")[0],
    )
