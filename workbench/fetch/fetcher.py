"""The seam between the inspection and the network."""

from collections.abc import Iterator
from typing import Protocol

from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched


class Fetcher(Protocol):
    """One loop over many hosts; it keeps the policy's limits by itself."""

    def submit(self, request: FetchRequest) -> None:
        """Queue a request; nothing is sent before `completed` is iterated."""
        ...

    def completed(self) -> Iterator[Fetched]:
        """Yield each answer as it comes until nothing is open; more may be submitted meanwhile."""
        ...

    def leave(self, host: str) -> None:
        """Ask nothing more of what waits for this host (with its port, if unusual); it ends as withdrawn."""
        ...

    def slow_down(self, host: str, *, rest_s: float, gap_s: float) -> None:
        """Let the host rest, and then ask it one at a time, with so much time in between."""
        ...

    def close(self) -> None:
        """Drop what is open and free every connection."""
        ...
