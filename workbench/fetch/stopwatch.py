"""Tells when a transfer has taken too long: no answer, no end, or a drip."""

from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy


class Stopwatch:
    """The engine tells it what happens; both engines are held to the same limits by it."""

    __slots__ = ("_answered_s", "_bytes", "_lap_bytes", "_lap_s", "_started_s")

    def __init__(self, now_s: float) -> None:
        self._started_s = now_s
        self._answered_s = 0.0
        self._bytes = 0
        self._lap_s = 0.0
        self._lap_bytes = 0

    def elapsed_s(self, now_s: float) -> float:
        return now_s - self._started_s

    def did_answer(self, now_s: float) -> None:
        if not self._answered_s:
            self._answered_s = self._lap_s = now_s

    def did_receive(self, count: int) -> None:
        self._bytes += count

    def overdue(self, policy: FetchPolicy, now_s: float) -> FetchError | None:
        """Why the transfer is to be given up now, if it is."""
        elapsed_s = now_s - self._started_s
        if elapsed_s > policy.total_timeout_s:
            return FetchError(
                Fault.SLOW if self._answered_s else Fault.TIMEOUT, f"not done after {elapsed_s:.0f} s"
            )
        if not self._answered_s and elapsed_s > policy.timeout_s:
            return FetchError(Fault.TIMEOUT, f"no answer after {elapsed_s:.0f} s")
        return self._drip(policy, now_s)

    def _drip(self, policy: FetchPolicy, now_s: float) -> FetchError | None:
        if not self._answered_s or now_s - self._lap_s < policy.slow_s:
            return None
        got = self._bytes - self._lap_bytes
        if got < policy.slow_bytes_per_s * policy.slow_s:
            return FetchError(Fault.SLOW, f"{got} bytes in {policy.slow_s:.0f} s")
        self._lap_s, self._lap_bytes = now_s, self._bytes
        return None
