"""Keeps requests away from addresses that are not public, unless the office has allowed its own range."""

import ipaddress
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

from workbench.fetch.fetch_fault import Fault, FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LOOPBACK = ("127.0.0.0/8", "::1/128")
_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
_NOT_ON_THE_WIRE = re.compile(r"[^\x21-\x7f]")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressGuard:
    """Asked before a request for the address as written, and by the engine for the address it is about to connect to."""

    def __init__(self, allowed_networks: Iterable[str] = ()) -> None:
        """Raises ValueError where one is no network."""
        self._allowed: tuple[Network, ...] = tuple(
            ipaddress.ip_network(text, strict=False) for text in allowed_networks
        )
        self._known: dict[str, bool] = {}
        self._refusals: dict[str, FetchError | None] = {}

    @property
    def allowed_networks(self) -> tuple[str, ...]:
        return tuple(str(network) for network in self._allowed)

    def may_connect(self, address: str) -> bool:
        """Whether this literal address may be connected to; what is no address may not."""
        known = self._known.get(address)
        if known is None:
            if len(self._known) > 10_000:
                self._known.clear()
            known = self._known[address] = self._judge(address)
        return known

    @staticmethod
    def is_address(host: str) -> bool:
        """Whether the host is written as an address and not as a name."""
        return _as_address(host) is not None

    def refusal(self, url: str) -> FetchError | None:
        """Why `url` must not be asked at all, as far as its text tells."""
        end = url.find("/", 8)
        origin = url[:end] if end > 0 else url
        if origin not in self._refusals:
            if len(self._refusals) > 10_000:
                self._refusals.clear()
            self._refusals[origin] = self._origin_refusal(origin)
        refusal = self._refusals[origin]
        if refusal is None and _NOT_ON_THE_WIRE.search(url):
            return FetchError(Fault.BAD_URL, "not an address on the wire")
        return refusal

    def _origin_refusal(self, origin: str) -> FetchError | None:
        try:
            parts = urlsplit(origin)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            return FetchError(Fault.BAD_URL, str(error))
        if parts.scheme not in ("http", "https"):
            return FetchError(Fault.BAD_SCHEME, parts.scheme)
        if not host or port == 0 or _NOT_ON_THE_WIRE.search(origin):
            return FetchError(Fault.BAD_URL, "no host" if not host else "not an address on the wire")
        return self._host_refusal(host.rstrip("."))

    def _host_refusal(self, host: str) -> FetchError | None:
        if host.endswith(".invalid"):
            return FetchError(Fault.DNS, "reserved name that never exists")
        if host == "localhost" or host.endswith(".localhost"):
            host = "127.0.0.1"
        if _as_address(host) is not None and not self.may_connect(host):
            return FetchError(Fault.FORBIDDEN_ADDRESS, host)
        return None

    def _judge(self, text: str) -> bool:
        address = _as_address(text)
        if address is None:
            return False
        if any(address.version == network.version and address in network for network in self._allowed):
            return True
        inner = _inner_address(address)
        if inner is not None:
            return self._judge(str(inner))
        return address.is_global and not address.is_multicast and not address.is_reserved


def networks_around(host: str) -> tuple[str, ...]:
    """The ranges of the same sort as the address `host` stands for: loopback, private, or none for a public one.

    Link-local addresses open no range: nothing an office publishes lies there, and cloud machines keep secrets there.
    """
    address = _as_address(host) or _looked_up(host)
    if address is None:
        return ()
    address = _inner_address(address) or address
    for networks in (_LOOPBACK, _PRIVATE):
        ranges = [ipaddress.ip_network(text) for text in networks]
        if any(address.version == network.version and address in network for network in ranges):
            return networks
    return ()


def _looked_up(host: str) -> Address | None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    return _as_address(str(found[0][4][0]))


def _as_address(text: str) -> Address | None:
    """The address a literal stands for, in the odd spellings too that the system would connect to (`127.1`, `0x7f.1`)."""
    text = text.strip("[]").partition("%")[0]
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(text)) if text[:1].isdigit() else None
    except (OSError, UnicodeError):
        return None


def _inner_address(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 one only wraps."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
