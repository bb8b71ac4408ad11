"""Opens fetchers and loops with the best engines this PC has."""

import importlib.util
import sys
from dataclasses import replace

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Engine
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetcher import Fetcher
from workbench.fetch.host_slots import HostSlots
from workbench.fetch.late_engine import LateEngine
from workbench.fetch.scheduled_fetcher import ScheduledFetcher
from workbench.fetch.second_looks import SecondLooks
from workbench.fetch.transfer_loop import TransferLoop

ENGINES = ("pycurl", "requests")
# More sockets cannot be waited for there.
_MOST_ON_WINDOWS = 480


def has_pycurl() -> bool:
    return importlib.util.find_spec("pycurl") is not None


def open_fetcher(policy: FetchPolicy, *, engine: str = "") -> Fetcher:
    """A fetcher that asks with `engine` (by default the fastest there is) and takes second looks with `requests`."""
    return ScheduledFetcher(open_loop(policy, engine=engine), AddressGuard(policy.allowed_networks))


def open_loop(policy: FetchPolicy, *, engine: str = "", slots: HostSlots | None = None) -> TransferLoop:
    """A loop for many callers, each of whom brings a guard of his own: the policy's allowed networks say nothing here.

    With `slots` the limits of a host hold over all processes that share them.
    """
    if sys.platform == "win32":
        policy = replace(policy, total_open=min(policy.total_open, _MOST_ON_WINDOWS))
    second = LateEngine(lambda: _second_engine(policy))
    bulk: Engine = second
    if (engine or "pycurl") == "pycurl" and has_pycurl():
        # Imported here, since not every platform has a wheel of it.
        from workbench.fetch.pycurl_engine import PycurlEngine

        bulk = PycurlEngine(policy)
    return TransferLoop(policy, bulk=bulk, second=second, slots=slots)


def _second_engine(policy: FetchPolicy) -> Engine:
    from workbench.fetch.requests_engine import RequestsEngine

    plain = RequestsEngine(policy)
    if not policy.browser:
        return plain
    from workbench.fetch.browser_engine import BrowserEngine

    return SecondLooks(plain, BrowserEngine(policy))
