"""The server of one site of the practice city."""

import os
import socket
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from http.server import ThreadingHTTPServer
from typing import TypeAlias

from workbench.practice.city import CityHost
from workbench.practice.city_addresses import CityAddresses
from workbench.practice.city_request import CityRequest
from workbench.practice.served_page import ServedPage

LOOPBACK = "127.0.0.1"

_Request: TypeAlias = socket.socket | tuple[bytes, socket.socket]


class HostServer(ThreadingHTTPServer):
    """One site's server. Its threads end with it: an open connection is shut, a slow answer is broken off."""

    daemon_threads = False
    request_queue_size = 128
    # On Windows the flag would let two servers share a port.
    allow_reuse_address = os.name != "nt"
    # How long an announced connection may still fail to show up.
    timeout = 0.5

    def __init__(self, port: int) -> None:
        self._pages: Mapping[str, ServedPage] = {}
        self._missing = ServedPage(body=b"", content_type="text/plain", status=404)
        self._open: set[_Request] = set()
        self._guard = threading.Lock()
        self._is_closing = threading.Event()
        # Last: where the port is taken, the base class closes the server from within.
        super().__init__((LOOPBACK, port), CityRequest)

    def show(self, host: CityHost, addresses: CityAddresses) -> None:
        """Answer with the pages of `host`, their links led to the real ports."""
        self._missing = host.missing
        self._pages = {
            path: replace(page, body=addresses.localise_body(page.body)) for path, page in host.pages.items()
        }

    def answer(self, path: str) -> ServedPage:
        """The page at `path`; one that knows no query answers whatever the query."""
        return self._pages.get(path) or self._pages.get(path.partition("?")[0], self._missing)

    def sleep(self, seconds: float) -> bool:
        """Whether the time passed undisturbed; False as soon as the server closes."""
        return not self._is_closing.wait(seconds)

    def process_request(self, request: _Request, client_address: object) -> None:
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: _Request) -> None:
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: _Request, client_address: object) -> None:
        """A client that hangs up in the middle is no event of the practice city; anything else is a bug."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        self._is_closing.set()
        with self._guard:
            for connection in self._open:
                with suppress(OSError):
                    assert isinstance(connection, socket.socket)
                    connection.shutdown(socket.SHUT_RDWR)
        super().server_close()
