"""Which site an address belongs to: by host and port, and by registered domain."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import tldextract

_USUAL_PORTS = {"http": 80, "https": 443}
_HOME_NAMES = frozenset({"index", "default", "main", "home", "welcome"})


def host_key(url: str) -> str:
    """Host, and port where it is not the usual one: what tells two sites on one machine apart."""
    end = url.find("/", 8)
    return _key_of_origin(url[:end] if end > 0 else url)


@lru_cache(maxsize=2_048)
def _key_of_origin(origin: str) -> str:
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host if port in (None, _USUAL_PORTS.get(parts.scheme)) else f"{host}:{port}"


def is_same_site(one: str, other: str) -> bool:
    """Whether both addresses are of one registered domain; what has none (an IP address) is told apart by host and port."""
    first, second = host_key(one), host_key(other)
    return first == second or _site_key(first) == _site_key(second)


def is_root(url: str) -> bool:
    """Whether this is the front door of a host: `/`, or an index file in it."""
    parts = urlsplit(url)
    name = parts.path.strip("/").lower()
    stem, _, suffix = name.partition(".")
    return not parts.query and (not name or (stem in _HOME_NAMES and "/" not in suffix and "/" not in name))


@lru_cache(maxsize=10_000)
def _site_key(host: str) -> str:
    name = host.partition(":")[0]
    return _suffix_list()(name).top_domain_under_public_suffix or host


@cache
def _suffix_list() -> "tldextract.TLDExtract":
    """The list that comes with the package: nothing is asked for on the network."""
    # Imported late: it is large, and most inspections never meet a redirect to another host.
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
