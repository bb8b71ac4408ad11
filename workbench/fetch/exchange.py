"""One question and one answer on the wire, without redirects: what an engine has to be able to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetch_fault import FetchError
from workbench.fetch.fetched import Timings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exchange:
    """`host` is the queue it waits in: the browser engine's own for what is opened `by_browser`. `cookies` is what earlier hops
    of the same request were given.
    """

    url: str
    host: str
    method: str
    max_bytes: int
    body_types: tuple[str, ...] = ()
    cookies: str = ""
    is_second_look: bool = False
    by_browser: bool = False

    def wants_body(self, content_type: str) -> bool:
        if not self.body_types:
            return True
        media_type = content_type.partition(";")[0].strip().lower()
        return not media_type or media_type in self.body_types


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """`final_url` is set where the engine followed redirects by itself."""

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    error: FetchError | None = None
    timings: Timings = Timings()
    address: str = ""
    final_url: str = ""


class Engine(Protocol):
    """Carries exchanges out, all at once and without judging."""

    def start(self, exchange: Exchange, guard: AddressGuard) -> None:
        """Carry it out; `guard` is asked for the address about to be used."""
        ...

    def finished(self, wait_s: float) -> list[tuple[Exchange, Reply]]:
        """Those that ended, waiting for the first at most `wait_s`."""
        ...

    def open_count(self) -> int: ...

    def close(self) -> None: ...
