"""What came back: the answer, or why there is none, with the way it took."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_request import FetchRequest


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: the address that sent us on, its status, and where to."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds since the start of the last exchange; 0 where there was no such step. `total_s` is over all hops."""

    dns_s: float = 0.0
    connect_s: float = 0.0
    tls_s: float = 0.0
    first_byte_s: float = 0.0
    total_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """`headers` are those of the last answer, names in lower case. `address` is the one really connected to."""

    request: FetchRequest
    at: datetime
    final_url: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    hops: tuple[Hop, ...] = ()
    error: FetchError | None = None
    timings: Timings = Timings()
    address: str = ""

    @property
    def fault(self) -> Fault | None:
        return self.error.fault if self.error else None

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
