"""Who may be asked next: one queue per host, so that no host is asked too often and none keeps the others waiting."""

import heapq
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Generic, TypeVar

from workbench.fetch.host_slots import HostSlots

Item = TypeVar("Item")


# A slow host whose one request is under way.
_LOOK_AGAIN_S = 0.05


@dataclass(slots=True)
class _Host(Generic[Item]):
    waiting: deque[Item] = field(default_factory=deque)
    open: int = 0
    free_at: float = 0.0
    is_listed: bool = False


class HostQueues(Generic[Item]):
    """Knows no clock: every call is told the time in seconds, in whatever scale the caller keeps.

    With `slots` the limits of a host hold over all processes that share them.
    """

    def __init__(
        self,
        *,
        per_host: int,
        total: int,
        rate_per_host: float = 0.0,
        jitter: Callable[[], float] = random.random,
        slots: HostSlots | None = None,
    ) -> None:
        self._per_host = max(1, per_host)
        self._total = max(1, total)
        self._gap_s = 1 / rate_per_host if rate_per_host > 0 else 0.0
        self._jitter = jitter
        self._slots = slots
        self._hosts: dict[str, _Host[Item]] = {}
        self._turns: deque[str] = deque()
        self._later: list[tuple[float, int, str, Item | None]] = []
        self._slow: dict[str, float] = {}
        self._serial = count()
        self._open = 0
        self._size = 0

    def __len__(self) -> int:
        """How many wait, delayed ones included."""
        return self._size

    def put(self, host: str, item: Item, *, ready_at: float = 0.0, first: bool = False) -> None:
        """Queue `item`; `first` puts it before what waits already, for the next hop of a redirect."""
        self._size += 1
        if ready_at:
            heapq.heappush(self._later, (ready_at, next(self._serial), host, item))
        else:
            self._enter(host, item, first=first)

    def take(self, now: float) -> Item | None:
        """The next item that may start now; its host must be told by `release` when it has ended."""
        self._wake(now)
        while self._turns and self._open < self._total:
            name = self._turns.popleft()
            host = self._hosts[name]
            wait_until = self._why_wait(name, host, now)
            if wait_until:
                # It stays listed: it rests among the delayed ones and takes its turn again when it is due.
                heapq.heappush(self._later, (wait_until, next(self._serial), name, None))
                continue
            host.is_listed = False
            item = host.waiting.popleft()
            host.open += 1
            self._open += 1
            self._size -= 1
            self._list(name, host)
            return item
        return None

    def _why_wait(self, name: str, host: _Host[Item], now: float) -> float:
        """Until when nothing of this host may start; 0 where one may now, and then counts."""
        if host.free_at > now:
            return host.free_at
        least_gap_s = self._slow.get(name)
        if least_gap_s is not None and host.open:
            return now + max(least_gap_s, _LOOK_AGAIN_S)
        gap = partial(self._gap, max(self._gap_s, least_gap_s or 0.0))
        if self._slots is not None:
            limit = self._per_host if least_gap_s is None else 1
            return self._slots.take(name, limit=limit, now=now, gap_s=gap)
        if self._gap_s or least_gap_s:
            host.free_at = now + gap()
        return 0.0

    def _gap(self, gap_s: float) -> float:
        return gap_s * (0.75 + 0.5 * self._jitter()) if gap_s else 0.0

    def release(self, name: str) -> None:
        host = self._hosts[name]
        host.open -= 1
        self._open -= 1
        if self._slots is not None:
            self._slots.give_back(name)
        if host.waiting:
            self._list(name, host)
        elif not host.open and not host.free_at:
            del self._hosts[name]

    def rest(self, name: str, *, until: float) -> None:
        """Start nothing more of this host before `until`: it has asked for that."""
        host = self._hosts.get(name)
        if host is not None:
            host.free_at = max(host.free_at, until)
        if self._slots is not None:
            self._slots.rest(name, until=until)

    def slow(self, name: str, *, gap_s: float) -> None:
        """From now on ask this host one at a time, with about so much time between the starts."""
        self._slow[name] = gap_s

    def drain(self, name: str, *, only: Callable[[Item], bool] = lambda _: True) -> list[Item]:
        """What still waits for this host, taken out of the queues."""
        host = self._hosts.get(name)
        waiting = [item for item in host.waiting if only(item)] if host is not None else []
        delayed = [each for each in self._later if each[2] == name and each[3] is not None and only(each[3])]
        gone = {each[1] for each in delayed}
        if host is not None and waiting:
            host.waiting = deque(item for item in host.waiting if not only(item))
        if host is not None and not host.waiting:
            self._unlist(name, host)
        self._later = [each for each in self._later if each[1] not in gone]
        heapq.heapify(self._later)
        waiting += [each[3] for each in delayed if each[3] is not None]
        self._size -= len(waiting)
        return waiting

    def _unlist(self, name: str, host: _Host[Item]) -> None:
        """There is nothing to take any more of a host that may be in line for its turn, or resting until then."""
        host.is_listed = False
        if name in self._turns:
            self._turns.remove(name)
        self._later = [each for each in self._later if each[2] != name or each[3] is not None]

    def next_due(self) -> float | None:
        """When the earliest delayed item or resting host is due."""
        return self._later[0][0] if self._later else None

    def _enter(self, name: str, item: Item, *, first: bool = False) -> None:
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host()
        if first:
            host.waiting.appendleft(item)
        else:
            host.waiting.append(item)
        self._list(name, host)

    def _list(self, name: str, host: _Host[Item]) -> None:
        if host.waiting and host.open < self._per_host and not host.is_listed:
            host.is_listed = True
            self._turns.append(name)

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, _, name, item = heapq.heappop(self._later)
            if item is None:
                self._turns.append(name)
            else:
                self._enter(name, item)
