"""How we behave on the network: limits, manners and what may be asked at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

BROWSER_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """One policy holds for every request of a fetcher.

    `allowed_networks` are the office's own ranges (CIDR) that may be asked although they are not public. `rate_per_host`
    is requests a second, 0 for no cap. `timeout_s` is the wait until the answer begins, looking up and connecting
    included; `total_timeout_s` bounds the whole transfer of one hop, and one slower than `slow_bytes_per_s` over `slow_s` is
    given up.
    `authorities` is a PEM file of certificate authorities to trust instead of the shipped ones.
    `retries`, `retry_delay_s` and `max_retry_after_s` are for the caller, who retries; a host that asks for a pause of up
    to `max_retry_after_s` is left alone that long, unless nothing is retried at all.
    `obeys_robots`, `brakes` and `witnesses` are for the caller too: whether robots.txt is kept to, whether a host that
    suddenly turns us away is left alone for this run (`brakes_loopback`: this PC too), and addresses that prove, when many
    links fail, that our own network is up. A host that turns us away rests for `brake_rest_s` and is then asked one at a time,
    `brake_gap_s` apart, before it is left alone. `browser` is the command that starts the browser engine in a process of its own,
    empty for none; at most `max_reopened` links of a site are opened in it once more. Of pages that only lead to more like
    themselves about `most_alike` of a kind are followed.
    """

    per_host: int = 4
    total_open: int = 800
    rate_per_host: float = 0.0
    timeout_s: float = 15.0
    total_timeout_s: float = 60.0
    slow_bytes_per_s: int = 200
    slow_s: float = 15.0
    retries: int = 2
    obeys_robots: bool = False
    brakes: bool = True
    brakes_loopback: bool = False
    witnesses: tuple[str, ...] = ()
    retry_delay_s: float = 2.0
    max_retry_after_s: float = 30.0
    max_bytes: int = 5_000_000
    max_header_bytes: int = 64_000
    max_redirects: int = 10
    user_agent: str = BROWSER_AGENT
    allowed_networks: tuple[str, ...] = ()
    proxy: str = ""
    authorities: str = ""
    browser: tuple[str, ...] = ()
    brake_rest_s: float = 30.0
    brake_gap_s: float = 2.0
    max_reopened: int = 100
    most_alike: int = 500

    @property
    def agent_on_wire(self) -> str:
        """The user agent as a header can carry it."""
        return " ".join(self.user_agent.encode("ascii", "replace").decode().split())

    def allowing(self, networks: Iterable[str]) -> "FetchPolicy":
        return replace(self, allowed_networks=(*self.allowed_networks, *networks))
