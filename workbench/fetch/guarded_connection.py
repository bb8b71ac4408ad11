"""urllib3's connections, made to ask the guard for each address before they connect to it."""

import socket
import threading
import time
from contextlib import suppress
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.final_response import FinalResponse


class ForbiddenAddressError(OSError):
    """Every address the name stands for is out of bounds."""


class Line:
    """What the current exchange of a thread uses: its socket, the address, and how long it took to get there."""

    __slots__ = (
        "address",
        "connect_s",
        "dns_s",
        "first_byte_s",
        "guard",
        "is_cut",
        "is_reused",
        "socket",
        "started_s",
        "target",
        "tls_s",
    )

    def __init__(self, guard: AddressGuard | None = None, *, target: str = "") -> None:
        """`target` is what to ask for, as written: urllib3 would tidy it."""
        self.guard = guard or AddressGuard()
        self.target = target
        self.started_s = time.monotonic()
        self.socket: socket.socket | None = None
        self.address = ""
        self.is_reused = False
        self.is_cut = False
        self.dns_s = self.connect_s = self.tls_s = self.first_byte_s = 0.0

    def elapsed_s(self) -> float:
        return time.monotonic() - self.started_s

    def use(self, used: socket.socket) -> None:
        """Name the socket in use, so that it can be cut; one that was cut before there was a socket ends here."""
        self.socket = used
        if self.is_cut:
            raise TimeoutError("given up")

    def reuse(self, kept: socket.socket) -> None:
        self.is_reused = True
        with suppress(OSError):
            self.address = str(kept.getpeername()[0])
        if self.address and not self.guard.may_connect(self.address):
            # Kept from the request of a caller who may go there.
            raise ForbiddenAddressError(f"{self.address} is out of bounds")
        self.use(kept)

    def cut(self) -> None:
        """End whatever this exchange waits for; called from another thread."""
        self.is_cut = True
        if self.socket is not None:
            # Not the TLS socket's own method: that would pull the session from under the reading thread.
            with suppress(OSError):
                socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


class _CurrentLine(threading.local):
    def __init__(self) -> None:
        self.line = Line()

    def begin(self, guard: AddressGuard, *, target: str = "") -> Line:
        self.line = Line(guard, target=target)
        return self.line


current_line = _CurrentLine()


def connect_guarded(host: str, port: int, *, timeout_s: float | None, guard: AddressGuard) -> socket.socket:
    """Connect to the first allowed address of `host` that answers.

    Raises:
        ForbiddenAddressError: no address of it is allowed.
        OSError: none of the allowed ones could be connected to; the error of the last.
    """
    line = current_line.line
    found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    line.dns_s = line.elapsed_s()
    trouble: OSError = ForbiddenAddressError(f"{host} is out of bounds")
    for family, kind, protocol, _, target in found:
        if not guard.may_connect(str(target[0])):
            continue
        line.address = str(target[0])
        fresh = socket.socket(family, kind, protocol)
        try:
            line.use(fresh)
            fresh.settimeout(timeout_s)
            fresh.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            fresh.connect(target)
        except OSError as error:
            fresh.close()
            trouble = error
            continue
        line.connect_s = line.elapsed_s()
        return fresh
    raise trouble


class GuardedHTTPConnection(HTTPConnection):
    """Asks the guard of the exchange that the thread is at."""

    response_class = FinalResponse

    def _new_conn(self) -> socket.socket:
        return connect_guarded(
            self._dns_host, self.port or 80, timeout_s=_seconds(self.timeout), guard=current_line.line.guard
        )

    def request(self, method: str, url: str, *arguments: Any, **settings: Any) -> None:
        line = current_line.line
        if self.sock is not None and line.socket is None:
            line.reuse(self.sock)
        super().request(method, line.target or url, *arguments, **settings)


class GuardedHTTPSConnection(HTTPSConnection):
    """See `GuardedHTTPConnection`."""

    response_class = FinalResponse

    def _new_conn(self) -> socket.socket:
        return connect_guarded(
            self._dns_host, self.port or 443, timeout_s=_seconds(self.timeout), guard=current_line.line.guard
        )

    def connect(self) -> None:
        super().connect()
        line = current_line.line
        line.tls_s = line.elapsed_s()
        # TLS has taken the plain socket over.
        if isinstance(self.sock, socket.socket):
            line.use(self.sock)

    def request(self, method: str, url: str, *arguments: Any, **settings: Any) -> None:
        line = current_line.line
        if self.sock is not None and line.socket is None:
            line.reuse(self.sock)
        super().request(method, line.target or url, *arguments, **settings)


def _seconds(timeout: object) -> float | None:
    return float(timeout) if isinstance(timeout, int | float) else None
