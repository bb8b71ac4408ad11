"""Opens the fetcher with the best engines this PC has."""

import importlib.util

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.exchange import Engine
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetcher import Fetcher
from workbench.fetch.requests_engine import RequestsEngine
from workbench.fetch.scheduled_fetcher import ScheduledFetcher

ENGINES = ("pycurl", "requests")


def has_pycurl() -> bool:
    return importlib.util.find_spec("pycurl") is not None


def open_fetcher(policy: FetchPolicy, *, engine: str = "") -> Fetcher:
    """A fetcher that asks with `engine` (by default the fastest there is) and takes second looks with `requests`."""
    guard = AddressGuard(policy.allowed_networks)
    second = RequestsEngine(policy, guard)
    bulk: Engine = second
    if (engine or "pycurl") == "pycurl" and has_pycurl():
        # Imported here, since not every platform has a wheel of it.
        from workbench.fetch.pycurl_engine import PycurlEngine

        bulk = PycurlEngine(policy, guard)
    return ScheduledFetcher(policy, guard=guard, bulk=bulk, second=second)
