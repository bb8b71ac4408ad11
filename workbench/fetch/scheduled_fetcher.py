"""The fetcher of one caller: a loop of its own with one line into it."""

from collections.abc import Iterator

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.transfer_loop import TransferLoop


class ScheduledFetcher:
    """See `Fetcher`."""

    def __init__(self, loop: TransferLoop, guard: AddressGuard) -> None:
        self._loop = loop
        self._line = loop.open_line(guard)

    def submit(self, request: FetchRequest) -> None:
        self._line.submit(request)

    def completed(self) -> Iterator[Fetched]:
        while not self._loop.is_idle:
            for _, fetched in self._loop.turn():
                yield fetched

    def leave(self, host: str) -> None:
        self._line.leave(host)

    def slow_down(self, host: str, *, rest_s: float, gap_s: float) -> None:
        self._line.slow_down(host, rest_s=rest_s, gap_s=gap_s)

    def close(self) -> None:
        self._loop.close()
