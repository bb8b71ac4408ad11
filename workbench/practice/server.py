"""Serves the practice city on 127.0.0.1, one port per site."""

import selectors
import socket
import threading
from types import TracebackType

from workbench.errors import EnvironmentFaultError, fault_in_words
from workbench.practice.city import City
from workbench.practice.city_addresses import CityAddresses
from workbench.practice.host_server import LOOPBACK, HostServer


class CityServer:
    """Serves every site of `city` while it is open.

    Ports are chosen by the system, or counted up from `first_port` where pages must keep their addresses.
    """

    def __init__(self, city: City, *, first_port: int = 0) -> None:
        self.city = city
        self.first_port = first_port
        self._servers: dict[str, HostServer] = {}
        self._closed: list[socket.socket] = []
        self._wake: tuple[socket.socket, socket.socket] | None = None
        self._thread: threading.Thread | None = None
        self.addresses = CityAddresses({})

    def __enter__(self) -> "CityServer":
        if self._thread is None:
            self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> dict[str, str]:
        """Begin to serve; the home page of each subject with pages by its code.

        Raises:
            EnvironmentFaultError: a fixed port is taken.
        """
        try:
            self._bind()
        except OSError as error:
            self.close()
            raise EnvironmentFaultError(
                f"练习城市的端口打不开（{fault_in_words(error)}），请关闭占用端口的程序后重试。"
            ) from error
        for host in self.city.hosts:
            self._servers[host.name].show(host, self.addresses)
        self._wake = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, name="practice-city", daemon=True)
        self._thread.start()
        return {site.plan.code: self.url(site.plan.code, site.plan.home) for site in self.city.sites}

    def url(self, code: str, place: str) -> str:
        """The address of a place of the truth file, for the subject `code`."""
        return self.addresses.url(self.city.site(code).plan.host, place)

    def close(self) -> None:
        """Stop at once; no thread and no port is left. Closing twice does nothing."""
        if self._wake is not None:
            self._wake[1].close()
        if self._thread is not None:
            self._thread.join()
        for server in self._servers.values():
            server.server_close()
        for silent in self._closed:
            silent.close()
        if self._wake is not None:
            self._wake[0].close()
        self._servers, self._closed, self._wake, self._thread = {}, [], None, None

    def _bind(self) -> None:
        ports = {}
        for number, host in enumerate(self.city.hosts):
            server = HostServer(self.first_port + number if self.first_port else 0)
            self._servers[host.name] = server
            ports[host.name] = int(server.server_address[1])
        for number, host_name in enumerate(self.city.closed, start=len(self.city.hosts)):
            # Bound but not listening: the port is ours, and every connection to it is refused.
            silent = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            self._closed.append(silent)
            silent.bind((LOOPBACK, self.first_port + number if self.first_port else 0))
            ports[host_name] = int(silent.getsockname()[1])
        self.addresses = CityAddresses(ports)

    def _accept(self) -> None:
        """One thread takes the connections of all sites, until the other end of the wake is closed."""
        assert self._wake is not None
        with selectors.DefaultSelector() as ready:
            ready.register(self._wake[0], selectors.EVENT_READ)
            for server in self._servers.values():
                ready.register(server, selectors.EVENT_READ, server)
            while True:
                for key, _ in ready.select():
                    if key.data is None:
                        return
                    key.data.handle_request()
