"""The one fetcher: queues, redirects and the guard, over whichever engines carry the exchanges."""

import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Engine, Exchange, Reply
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.host_queues import HostQueues
from workbench.fetch.pause_asked import pause_asked_s
from workbench.fetch.redirect_trail import RedirectTrail, host_of

_LONGEST_WAIT_S = 0.5
# While both engines are at work neither can be waited for alone.
_SHARED_WAIT_S = 0.01


class ScheduledFetcher:
    """`second` carries the second looks; the limits of a host hold for both engines together."""

    def __init__(self, policy: FetchPolicy, *, guard: AddressGuard, bulk: Engine, second: Engine) -> None:
        self._policy = policy
        self._guard = guard
        self._bulk = bulk
        self._second = second
        self._queues: HostQueues[Exchange] = HostQueues(
            per_host=policy.per_host, total=policy.total_open, rate_per_host=policy.rate_per_host
        )
        self._trails: dict[Exchange, RedirectTrail] = {}
        self._ended: deque[Fetched] = deque()

    def submit(self, request: FetchRequest) -> None:
        trail = RedirectTrail(request, self._policy)
        ready_at = time.monotonic() + request.delay_s if request.delay_s > 0 else 0.0
        self._enqueue(trail.first(), trail, ready_at=ready_at)

    def completed(self) -> Iterator[Fetched]:
        while self._trails or self._ended:
            if self._ended:
                yield self._ended.popleft()
                continue
            self._start_ready()
            for exchange, reply in self._collect():
                self._heed(exchange, reply)
                self._queues.release(exchange.host)
                self._advance(exchange, reply)

    def leave(self, host: str) -> None:
        for exchange in self._queues.drain(host):
            trail = self._trails.pop(exchange)
            error = FetchError(Fault.WITHDRAWN, "the host was left")
            self._ended.append(trail.end(exchange, Reply(error=error)))

    def close(self) -> None:
        self._trails.clear()
        self._ended.clear()
        self._bulk.close()
        self._second.close()

    def _enqueue(
        self, exchange: Exchange, trail: RedirectTrail, *, ready_at: float = 0.0, first: bool = False
    ) -> None:
        refusal = self._guard.refusal(exchange.url)
        if refusal is not None:
            self._ended.append(trail.end(exchange, Reply(error=refusal)))
            return
        self._trails[exchange] = trail
        self._queues.put(exchange.host or host_of(exchange.url), exchange, ready_at=ready_at, first=first)

    def _start_ready(self) -> None:
        now = time.monotonic()
        while (exchange := self._queues.take(now)) is not None:
            engine = self._second if exchange.is_second_look else self._bulk
            engine.start(exchange)

    def _advance(self, exchange: Exchange, reply: Reply) -> None:
        trail = self._trails.pop(exchange)
        following = trail.follow(exchange, reply)
        if isinstance(following, Exchange):
            self._enqueue(following, trail, first=True)
        else:
            self._ended.append(following)

    def _heed(self, exchange: Exchange, reply: Reply) -> None:
        """Leave the whole host alone for as long as it asks, if that is bearable."""
        if reply.status not in (429, 503) or not self._policy.retries:
            return
        pause_s = pause_asked_s(reply.headers, at=datetime.now(UTC))
        if 0 < pause_s <= self._policy.max_retry_after_s:
            self._queues.rest(exchange.host, until=time.monotonic() + pause_s)

    def _collect(self) -> list[tuple[Exchange, Reply]]:
        wait_s = self._wait_s()
        if self._second is self._bulk or not self._second.open_count():
            return self._bulk.finished(wait_s)
        if not self._bulk.open_count():
            return self._second.finished(wait_s)
        return self._bulk.finished(min(wait_s, _SHARED_WAIT_S)) + self._second.finished(0)

    def _wait_s(self) -> float:
        due = self._queues.next_due()
        return _LONGEST_WAIT_S if due is None else min(_LONGEST_WAIT_S, max(0.0, due - time.monotonic()))
