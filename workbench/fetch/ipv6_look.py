"""Looks whether a host can be reached over IPv6, from a PC that has it."""

import socket

from workbench.fetch.address_guard import AddressGuard
from workbench.views.transport_view import Told, TransportFact

# A public resolver; nothing is sent to it: the system is only asked whether it knows a way.
_SOMEWHERE = "2400:3200::1"
_NO_IPV6 = TransportFact(Told.UNKNOWN, "本机没有IPv6网络，无法核对")


def look_over_ipv6(host: str, port: int, *, guard: AddressGuard, timeout_s: float) -> TransportFact:
    """Never raises. A name that has no IPv6 address says something only where IPv6 names can be asked for at all."""
    if guard.is_address(host) and ":" not in host:
        return TransportFact(Told.UNKNOWN, "网址是IPv4地址，不是域名，无法核对")
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, socket.AF_INET6, socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return _without_address(host)
    allowed = [target for *_, target in found if guard.may_connect(str(target[0]))]
    if not allowed:
        return TransportFact(Told.UNKNOWN, "域名解析到内部的IPv6地址，不能核对")
    if not _has_way_to(str(allowed[0][0])):
        return _NO_IPV6
    address = str(allowed[0][0])
    try:
        with socket.create_connection((address, port), timeout=timeout_s):
            return TransportFact(Told.YES, f"通过IPv6地址 {address} 可以访问")
    except OSError:
        return TransportFact(Told.NO, f"域名有IPv6地址 {address}，但连接不上")


def _without_address(host: str) -> TransportFact:
    if not _has_way_to(_SOMEWHERE):
        return _NO_IPV6
    try:
        socket.getaddrinfo(host.strip("[]"), None, socket.AF_INET)
    except (OSError, UnicodeError):
        return TransportFact(Told.UNKNOWN, "域名解析失败，无法核对")
    return TransportFact(Told.NO, "域名没有IPv6地址（AAAA记录）")


def _has_way_to(address: str) -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as way:
            way.connect((address, 53))
            return not str(way.getsockname()[0]).startswith("fe80")
    except OSError:
        return False
