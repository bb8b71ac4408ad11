"""How a subject is fetched: the options of this PC, and the internal address its own register entry names."""

from collections.abc import Iterable
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from workbench.domain.subject import Subject
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.operations.browser_command import browser_command
from workbench.settings.options import Options

_LOOPBACK = ("127.0.0.0/8", "::1/128")


def policy_from(options: Options) -> FetchPolicy:
    default = FetchPolicy()
    return FetchPolicy(
        per_host=options.per_host,
        rate_per_host=options.rate_per_host,
        total_open=options.total_open,
        obeys_robots=options.obeys_robots,
        brakes=options.brakes,
        witnesses=options.witnesses,
        timeout_s=float(options.timeout_s),
        retries=options.retries,
        retry_delay_s=options.retry_delay_s,
        user_agent=options.user_agent or default.user_agent,
        allowed_networks=options.allowed_networks,
        proxy=options.proxy,
        most_alike=max(1, options.most_alike),
        browser=browser_command() if options.reopens_in_browser else (),
    )


def networks_of(subject: Subject) -> tuple[str, ...]:
    """The internal address that the lead himself put into the register is allowed for this subject, and nothing beside it.

    A public site gets nothing: what it links to inside an office stays forbidden.
    """
    return networks_of_addresses((subject.home_url, *subject.url_prefixes))


def networks_of_addresses(addresses: Iterable[str]) -> tuple[str, ...]:
    """The internal addresses that somebody here wrote down himself."""
    networks: list[str] = []
    for address in addresses:
        networks += _networks_of_host(urlsplit(address).hostname or "")
    return tuple(dict.fromkeys(networks))


def _networks_of_host(host: str) -> tuple[str, ...]:
    if host == "localhost" or host.endswith(".localhost"):
        return _LOOPBACK
    try:
        address = ip_address(host)
    except ValueError:
        return ()
    return () if address.is_global else (str(ip_network(address)),)
