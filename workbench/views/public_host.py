"""The host of an address as the world sees it: no internal address, no name that stands for nothing."""

from ipaddress import ip_address

from workbench.views.url_parts import split_url

# Names that the standards of the Internet set aside for trials; they belong to nobody.
_RESERVED = (
    ".example",
    ".test",
    ".invalid",
    ".localhost",
    ".local",
    ".example.com",
    ".example.org",
    ".example.net",
)


def public_host(url: str) -> str:
    """Lower case, without a dot at its end; empty for internal addresses and reserved names."""
    host = (split_url(url).hostname or "").rstrip(".").lower()
    if not host or f".{host}".endswith(_RESERVED) or "." not in host and ":" not in host:
        return ""
    try:
        return host if ip_address(host).is_global else ""
    except ValueError:
        return host


def is_numeric_host(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def same_host(one: str, other: str) -> bool:
    """A www and a port do not make a site another."""
    return _bare(one) == _bare(other)


def _bare(host: str) -> str:
    return host.strip().lower().partition(":")[0].rstrip(".").removeprefix("www.")
