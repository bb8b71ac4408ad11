"""The proxy of the browser engine, spoken to as a browser does."""

import socket
from collections.abc import Iterator

import pytest
import requests

from trap_server import TrapRequest, TrapServer, page, redirect
from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.guarded_proxy import GuardedProxy


def echo(request: TrapRequest) -> None:
    size = int(request.headers.get("Content-Length", "0"))
    said = " ".join(sorted(name.lower() for name in request.headers))
    request.send_page(f"{request.rfile.read(size).decode()} {said}")


@pytest.fixture
def server() -> Iterator[TrapServer]:
    with TrapServer({"/ok": page("fine"), "/echo": echo}) as running:
        yield running


@pytest.fixture
def proxy() -> Iterator[GuardedProxy]:
    running = GuardedProxy(AddressGuard(["127.0.0.1/32"]), timeout_s=5.0)
    yield running
    running.close()


def through(proxy: GuardedProxy) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.proxies = {"http": f"http://127.0.0.1:{proxy.port}", "https": f"http://127.0.0.1:{proxy.port}"}
    return session


def test_a_page_comes_through(proxy: GuardedProxy, server: TrapServer) -> None:
    with through(proxy) as session:
        for _ in range(3):
            answer = session.get(server.url("/ok"), timeout=5)
            assert (answer.status_code, answer.text) == (200, "fine")
        answer = session.get(server.url("/echo"), timeout=5, headers={"Proxy-Connection": "keep-alive"})
        assert "proxy-connection" not in answer.text
    assert server.asked["GET", "/ok"] == 3


def test_what_is_out_of_bounds_is_not_connected_to_on_any_hop(
    proxy: GuardedProxy, server: TrapServer
) -> None:
    with TrapServer({"/": page("secret")}, host="127.0.0.2") as forbidden:
        server.routes["/on"] = redirect(forbidden.home)
        with through(proxy) as session:
            for url in (forbidden.home, server.url("/on"), forbidden.home.replace("http:", "https:")):
                with pytest.raises(requests.RequestException):
                    session.get(url, timeout=5)
        assert forbidden.connections == 0


def test_a_tunnel_carries_whatever_is_said_in_it(proxy: GuardedProxy, server: TrapServer) -> None:
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line:
        line.sendall(f"CONNECT 127.0.0.1:{server.port} HTTP/1.1\r\n\r\n".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 200")
        line.sendall(b"GET /ok HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        said = b""
        while chunk := line.recv(4096):
            said += chunk
    assert said.endswith(b"fine")


def test_what_is_no_request_is_hung_up_on(proxy: GuardedProxy) -> None:
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line:
        line.sendall(b"hello\r\n\r\n")
        assert line.recv(100) == b""
