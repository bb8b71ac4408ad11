"""The practice city's servers answer like real ones and leave nothing behind."""

import http.client
import socket
import struct
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from workbench.errors import EnvironmentFaultError
from workbench.practice.city import City
from workbench.practice.server import CityServer

SLOW = ("9901000005", "/query/jigou.html")


def open_connection(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)


def test_head_says_what_get_says_without_the_body(served: CityServer, visit: Callable[..., Any]) -> None:
    url = served.url("9901000001", "/")
    got, headed = visit(url), visit(url, method="HEAD")
    assert got.status == headed.status == 200
    assert headed.headers["content-length"] == got.headers["content-length"] == str(len(got.body))
    assert headed.body == b""


def test_pages_name_the_real_ports(served: CityServer, visit: Callable[..., Any]) -> None:
    body = visit(served.url("9901000001", "/")).body.decode()
    assert ".example" not in body
    assert served.url("9901000002", "/") in body


def test_the_server_is_silent_about_the_charset_where_it_should(
    served: CityServer, visit: Callable[..., Any]
) -> None:
    said = {
        code: visit(served.url(code, "/")).headers["content-type"]
        for code in ("9901000001", "9901000002", "9901000007")
    }
    assert said == {
        "9901000001": "text/html; charset=utf-8",
        "9901000002": "text/html",
        "9901000007": "text/html; charset=GBK",
    }


def test_what_is_not_there_is_404(served: CityServer, visit: Callable[..., Any]) -> None:
    assert visit(served.url("9901210001", "/no/such/page.html")).status == 404
    assert visit(served.url("9901000006", "/list.aspx?cid=404")).status == 404


def test_a_page_may_refuse_head(served: CityServer, visit: Callable[..., Any]) -> None:
    url = served.url("9901000006", "/down.aspx?id=77")
    assert visit(url, method="HEAD").status == 405
    assert visit(url).status == 200


def test_redirects_lead_home_and_to_the_new_column(served: CityServer, visit: Callable[..., Any]) -> None:
    home = visit(served.url("9901000006", "/zt/2019/anquan.html"))
    moved = visit(served.url("9901000006", "/jtgk.html"))
    assert (home.status, home.headers["location"]) == (302, "/")
    assert (moved.status, moved.headers["location"]) == (301, "/list.aspx?cid=23")


def test_a_soft_404_says_in_words_what_it_denies_in_its_status(
    served: CityServer, visit: Callable[..., Any]
) -> None:
    answer = visit(served.url("9901000006", "/show.aspx?cid=12&id=1208"))
    assert answer.status == 200
    assert "页面不存在" in answer.body.decode()


def test_the_closed_port_refuses(served: CityServer, visit: Callable[..., Any]) -> None:
    with pytest.raises(ConnectionRefusedError):
        visit(served.url("9901000005", "http://closed.jichuan.example/yygh/"))


def test_one_connection_serves_many_requests(served: CityServer) -> None:
    connection = open_connection(served.url("9901210001", "/"))
    for path in ("/", "/assets/style.css", "/xqgk/"):
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200
        answer.read()
    connection.close()


def test_closing_leaves_no_thread_and_no_port(city: City) -> None:
    before = set(threading.enumerate())
    server = CityServer(city)
    homes = server.start()
    idle = open_connection(homes["9901000001"])
    idle.request("GET", "/")
    idle.getresponse().read()
    server.close()
    server.close()
    assert not set(threading.enumerate()) - before
    idle.close()
    with pytest.raises(ConnectionRefusedError):
        open_connection(homes["9901000001"]).connect()


def test_closing_breaks_off_a_slow_answer(city: City) -> None:
    server = CityServer(city)
    server.start()
    slow = open_connection(server.url(*SLOW))
    slow.request("GET", SLOW[1])
    quick = open_connection(server.url(SLOW[0], "/"))
    quick.request("GET", "/")
    quick.getresponse().read()
    server.close()
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        slow.getresponse()
    slow.close()
    quick.close()


def test_fixed_ports_are_counted_up_and_a_taken_one_is_told(city: City) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with pytest.raises(EnvironmentFaultError, match="端口"):
            CityServer(city, first_port=port).start()


def test_nothing_is_written_to_the_terminal(
    served: CityServer, visit: Callable[..., Any], capfd: pytest.CaptureFixture[str]
) -> None:
    visit(served.url("9901000001", "/"))
    visit(served.url("9901000001", "/missing"))
    assert capfd.readouterr() == ("", "")


def test_a_client_that_hangs_up_is_no_event(city: City, capfd: pytest.CaptureFixture[str]) -> None:
    with CityServer(city) as server:
        parts = urlsplit(server.url("9901000001", "/"))
        rude = socket.create_connection((parts.hostname or "", parts.port or 0))
        rude.sendall(b"GET / HT")
        # Closing without lingering resets the connection instead of ending it.
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        rude.close()
        polite = open_connection(server.url("9901000001", "/"))
        polite.request("GET", "/")
        assert polite.getresponse().read()
        polite.close()
    assert capfd.readouterr() == ("", "")
