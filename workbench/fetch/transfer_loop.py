"""One transfer loop for many callers: queues, redirects and the guard, over whichever engines carry the exchanges."""

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
from workbench.fetch.host_slots import HostSlots
from workbench.fetch.pause_asked import pause_asked_s
from workbench.fetch.redirect_trail import RedirectTrail, host_of

_LONGEST_WAIT_S = 0.5
# While both engines are at work neither can be waited for alone.
_SHARED_WAIT_S = 0.01


class FetchLine:
    """One caller's line into a loop. Its guard holds for its requests alone; the limits of a host hold for all lines."""

    def __init__(self, loop: "TransferLoop", guard: AddressGuard) -> None:
        """Use `TransferLoop.open_line`."""
        self._loop = loop
        self.guard = guard
        self.open = 0
        self.is_closed = False

    def submit(self, request: FetchRequest) -> None:
        """Queue a request; its answer comes out of the loop, beside this line."""
        self._loop.enter(self, request)

    def leave(self, host: str) -> None:
        """Ask nothing more of what waits on this line for this host; it ends as withdrawn."""
        self._loop.leave(self, host)

    def slow_down(self, host: str, *, rest_s: float, gap_s: float) -> None:
        """Let the host rest, and then ask it one at a time, with so much time in between; it holds for all lines."""
        self._loop.slow_down(host, rest_s=rest_s, gap_s=gap_s)

    def close(self) -> None:
        """Hear nothing more: what waits is not asked, what is under way ends unheard."""
        self.is_closed = True
        self._loop.forget(self)


class TransferLoop:
    """`second` carries the second looks; the limits of a host hold for both engines together."""

    def __init__(
        self, policy: FetchPolicy, *, bulk: Engine, second: Engine, slots: HostSlots | None = None
    ) -> None:
        self._policy = policy
        self._bulk = bulk
        self._second = second
        self._queues: HostQueues[Exchange] = HostQueues(
            per_host=policy.per_host,
            total=policy.total_open,
            rate_per_host=policy.rate_per_host,
            slots=slots,
        )
        self._trails: dict[Exchange, tuple[RedirectTrail, FetchLine]] = {}
        self._ended: deque[tuple[FetchLine, Fetched]] = deque()

    def open_line(self, guard: AddressGuard) -> FetchLine:
        return FetchLine(self, guard)

    def enter(self, line: FetchLine, request: FetchRequest) -> None:
        trail = RedirectTrail(request, self._policy)
        ready_at = time.monotonic() + request.delay_s if request.delay_s > 0 else 0.0
        line.open += 1
        self._enqueue(trail.first(), trail, line, ready_at=ready_at)

    @property
    def is_idle(self) -> bool:
        return not self._trails and not self._ended

    def turn(self) -> Iterator[tuple[FetchLine, Fetched]]:
        """The answers that have come, each with its line; after a short wait there may be none."""
        if not self._ended:
            self._turn()
        # One by one, so that each page can be freed before the next is read.
        for _ in range(len(self._ended)):
            line, fetched = self._ended.popleft()
            line.open -= 1
            if not line.is_closed:
                yield line, fetched

    def leave(self, line: FetchLine, host: str) -> None:
        error = FetchError(Fault.WITHDRAWN, "the host was left")
        for exchange in self._queues.drain(host, only=lambda each: self._trails[each][1] is line):
            trail, _ = self._trails.pop(exchange)
            self._ended.append((line, trail.end(exchange, Reply(error=error))))

    def slow_down(self, host: str, *, rest_s: float, gap_s: float) -> None:
        self._queues.slow(host, gap_s=gap_s)
        if rest_s:
            self._queues.rest(host, until=time.monotonic() + rest_s)

    def forget(self, line: FetchLine) -> None:
        for host in {exchange.host for exchange, (_, owner) in self._trails.items() if owner is line}:
            for exchange in self._queues.drain(host, only=lambda each: self._trails[each][1] is line):
                del self._trails[exchange]
                line.open -= 1

    def close(self) -> None:
        """Drop what is open and free every connection."""
        self._trails.clear()
        self._ended.clear()
        self._bulk.close()
        self._second.close()

    def _enqueue(
        self,
        exchange: Exchange,
        trail: RedirectTrail,
        line: FetchLine,
        *,
        ready_at: float = 0.0,
        first: bool = False,
    ) -> None:
        refusal = line.guard.refusal(exchange.url)
        if refusal is not None:
            self._ended.append((line, trail.end(exchange, Reply(error=refusal))))
            return
        self._trails[exchange] = trail, line
        self._queues.put(exchange.host or host_of(exchange.url), exchange, ready_at=ready_at, first=first)

    def _turn(self) -> None:
        now = time.monotonic()
        while (exchange := self._queues.take(now)) is not None:
            engine = self._second if exchange.is_second_look else self._bulk
            engine.start(exchange, self._trails[exchange][1].guard)
        for exchange, reply in self._collect():
            self._heed(exchange, reply)
            self._queues.release(exchange.host)
            self._advance(exchange, reply)

    def _advance(self, exchange: Exchange, reply: Reply) -> None:
        trail, line = self._trails.pop(exchange)
        following = trail.follow(exchange, reply)
        if isinstance(following, Exchange) and not line.is_closed:
            self._enqueue(following, trail, line, first=True)
        elif isinstance(following, Fetched):
            self._ended.append((line, following))
        else:
            line.open -= 1

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
