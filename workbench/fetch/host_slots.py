"""Counts what is open at a host over several engine processes, so that the limit of a host holds for all of them together."""

import ctypes
from collections.abc import Callable
from multiprocessing.context import BaseContext
from typing import Protocol
from zlib import crc32

# Two hosts that fall on one place share its limit: among a thousand hosts that happens to a few.
_PLACES = 65_536
_ASK_AGAIN_S = 0.02


class HostSlots(Protocol):
    """Shared by the engine processes of one run. Times are those of the monotonic clock, which all processes share."""

    def take(self, host: str, *, limit: int, now: float, gap_s: Callable[[], float]) -> float:
        """0 where a request may start now: it counts until `give_back`. Else when to ask again.

        `gap_s` is how long the host rests after it, asked for only if it starts.
        """
        ...

    def give_back(self, host: str) -> None: ...

    def rest(self, host: str, *, until: float) -> None:
        """Nothing more is started of this host before `until`."""
        ...


class SharedSlots:
    """Slots in shared memory: made by the parent, handed to each engine process when that is started."""

    def __init__(self, context: BaseContext) -> None:
        self._open = context.Array(ctypes.c_uint16, _PLACES)
        self._free_at = context.Array(ctypes.c_double, _PLACES, lock=False)

    def take(self, host: str, *, limit: int, now: float, gap_s: Callable[[], float]) -> float:
        place = _place_of(host)
        with self._open.get_lock():
            free_at = self._free_at[place]
            if free_at > now:
                return float(free_at)
            if self._open[place] >= limit:
                return now + _ASK_AGAIN_S
            self._open[place] += 1
            gap = gap_s()
            if gap:
                self._free_at[place] = now + gap
            return 0.0

    def give_back(self, host: str) -> None:
        with self._open.get_lock():
            self._open[_place_of(host)] -= 1

    def rest(self, host: str, *, until: float) -> None:
        place = _place_of(host)
        with self._open.get_lock():
            self._free_at[place] = max(self._free_at[place], until)


def _place_of(host: str) -> int:
    return crc32(host.encode()) % _PLACES
