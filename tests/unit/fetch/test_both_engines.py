"""The contract of a fetcher, held against both engines over a real server."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which

import pytest

from trap_server import TrapRequest, TrapServer, page
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import ENGINES, has_pycurl, open_fetcher

LOCAL = ("127.0.0.0/8", "::1/128")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "pycurl" and not has_pycurl():
        pytest.skip("pycurl has no wheel here")
    return str(request.param)


@pytest.fixture(scope="module")
def server() -> Iterator[TrapServer]:
    with TrapServer() as running:
        yield running


def policy(**changes: object) -> FetchPolicy:
    settings: dict[str, object] = {
        "allowed_networks": LOCAL,
        "timeout_s": 5.0,
        "total_timeout_s": 10.0,
    } | changes
    return FetchPolicy(**settings)  # type: ignore[arg-type]  # one test sets one field


def fetch(engine: str, *requests: FetchRequest, **changes: object) -> list[Fetched]:
    fetcher = open_fetcher(policy(**changes), engine=engine)
    try:
        for request in requests:
            fetcher.submit(request)
        return list(fetcher.completed())
    finally:
        fetcher.close()


def fetch_one(engine: str, url: str, *, method: str = "GET", **changes: object) -> Fetched:
    [fetched] = fetch(engine, FetchRequest(url=url, method=method), **changes)
    return fetched


def test_a_page_arrives_with_all_that_is_known_of_it(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/ok"))
    assert (fetched.status, fetched.error, fetched.body) == (200, None, b"<title>ok</title>")
    assert fetched.media_type == "text/html"
    assert fetched.headers["content-length"] == "17"
    assert fetched.address == "127.0.0.1"
    assert fetched.final_url == server.url("/ok")
    assert 0 < fetched.timings.first_byte_s <= fetched.timings.total_s
    assert fetched.at.tzinfo is not None


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_a_status_is_an_answer_and_no_error(engine: str, server: TrapServer, status: int) -> None:
    fetched = fetch_one(engine, server.url(f"/{status}"))
    assert (fetched.status, fetched.error) == (status, None)


def test_a_chain_of_redirects_is_followed_and_kept(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/chain1"))
    assert (fetched.status, fetched.final_url) == (200, server.url("/ok"))
    assert [hop.status for hop in fetched.hops] == [301, 302, 303, 307, 308]
    assert [hop.location for hop in fetched.hops] == [
        server.url(path) for path in ("/chain2", "/chain3", "/chain4", "/chain5", "/ok")
    ]


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/loop", Fault.REDIRECT_LOOP),
        ("/loop-a", Fault.REDIRECT_LOOP),
        ("/endless", Fault.REDIRECT_CHAIN),
    ],
)
def test_redirects_without_end_are_given_up(engine: str, server: TrapServer, path: str, fault: Fault) -> None:
    fetched = fetch_one(engine, server.url(path))
    assert fetched.fault is fault
    assert len(fetched.hops) <= 11


def test_a_cookie_set_on_the_way_is_carried_along(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/cookie-wall"))
    assert (fetched.status, fetched.error, fetched.body) == (200, None, b"welcome")


def test_cookies_do_not_leak_into_the_next_request(engine: str, server: TrapServer) -> None:
    urls = [server.url("/cookie-wall"), server.url("/ok")]
    before = len(server.headers_seen)
    fetch(engine, *(FetchRequest(url=url) for url in urls), per_host=1)
    assert sum("cookie" in headers for headers in server.headers_seen[before:]) == 1


def test_a_redirect_with_raw_bytes_is_percent_encoded(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/to-chinese"))
    assert (fetched.status, fetched.body) == (200, b"chinese path")


def test_raw_bytes_that_pass_for_space_elsewhere_are_kept(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/to-odd-ends"))
    assert (fetched.status, fetched.body) == (200, b"odd ends")


def test_a_redirect_without_a_target_is_the_answer(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/to-nowhere"))
    assert (fetched.status, fetched.error, fetched.hops) == (302, None, ())


@pytest.mark.parametrize("path", ["/to-metadata", "/to-private"])
def test_a_redirect_to_an_inner_address_is_not_followed(engine: str, server: TrapServer, path: str) -> None:
    fetched = fetch_one(engine, server.url(path))
    assert fetched.fault is Fault.FORBIDDEN_ADDRESS
    assert len(fetched.hops) == 1


def test_a_redirect_out_of_http_is_not_followed(engine: str, server: TrapServer) -> None:
    assert fetch_one(engine, server.url("/to-ftp")).fault is Fault.BAD_SCHEME


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"]
)
def test_nothing_is_sent_to_loopback_unless_allowed(engine: str, server: TrapServer, host: str) -> None:
    before = server.asked.total()
    fetched = fetch_one(engine, f"http://{host}:{server.port}/ok", allowed_networks=())
    assert fetched.fault is Fault.FORBIDDEN_ADDRESS
    assert server.asked.total() == before


def test_the_address_connected_to_is_checked_after_the_name_was_looked_up(
    engine: str, server: TrapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own resolver turns this name into 127.0.0.1, and its text does not say so."""
    name = socket.gethostname()
    try:
        addresses = {str(found[4][0]) for found in socket.getaddrinfo(name, None)}
    except OSError:
        pytest.skip("this PC cannot look up its own name")
    if not all(
        address.startswith(("127.", "10.", "172.", "192.168.", "::1", "fe80")) for address in addresses
    ):
        pytest.skip("this PC's own name is public")
    before = server.asked.total()
    fetched = fetch_one(engine, f"http://{name}:{server.port}/ok", allowed_networks=())
    assert fetched.fault is Fault.FORBIDDEN_ADDRESS
    assert server.asked.total() == before


def test_a_name_that_never_exists_is_not_looked_up(engine: str) -> None:
    assert fetch_one(engine, "http://gone.invalid/").fault is Fault.DNS


@pytest.mark.parametrize(
    "url", ["http://", "http:///x", "http://[::1", "http://127.0.0.1:99999/", "http://a b/", "http://中文/"]
)
def test_what_is_no_address_on_the_wire_is_said_to_be_none(engine: str, url: str) -> None:
    assert fetch_one(engine, url).fault is Fault.BAD_URL


@pytest.mark.parametrize(
    "url", ["javascript:void(0)", "ftp://127.0.0.1/", "file:///etc/passwd", "mailto:a@b.cn"]
)
def test_other_schemes_are_not_asked(engine: str, url: str) -> None:
    assert fetch_one(engine, url).fault is Fault.BAD_SCHEME


def test_a_closed_port_refuses(engine: str) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        assert fetch_one(engine, f"http://127.0.0.1:{port}/").fault is Fault.REFUSED


@pytest.mark.parametrize("path", ["/reset", "/drop"])
def test_a_connection_ended_without_an_answer_is_a_reset(engine: str, server: TrapServer, path: str) -> None:
    fetched = fetch_one(engine, server.url(path))
    assert (fetched.fault, fetched.status) == (Fault.RESET, None)


def test_a_head_that_breaks_off_is_no_answer(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/reset-in-head"))
    assert (fetched.fault, fetched.status) == (Fault.RESET, None)


def test_what_a_server_announces_before_its_answer_is_no_answer(engine: str, server: TrapServer) -> None:
    requests = [
        FetchRequest(url=server.url(path), tag=tag) for tag, path in enumerate(["/early-hints", "/404"])
    ]
    answers = fetch(engine, *requests, per_host=1)
    assert [(each.request.tag, each.status, each.hops) for each in answers] == [(0, 200, ()), (1, 404, ())]
    assert "location" not in answers[0].headers


@pytest.mark.parametrize(
    "path", ["/100%.html", "/a?x=1|2&y={3}&z=%", "/%E4%B8%AD~%7E", "/a/../b//c", "/a''b^[c]"]
)
def test_an_address_is_asked_for_as_it_is_written(engine: str, path: str) -> None:
    with TrapServer({}) as running:
        fetch_one(engine, running.url(path))
        assert dict(running.asked) == {("GET", path): 1}


@pytest.mark.parametrize("path", ["/truncated", "/reset-midway"])
def test_an_answer_that_breaks_off_keeps_its_status(engine: str, server: TrapServer, path: str) -> None:
    fetched = fetch_one(engine, server.url(path))
    assert (fetched.fault, fetched.status) == (Fault.TRUNCATED, 200)
    assert fetched.body in (b"<title>half</title>", b"")


def test_silence_is_a_timeout(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/hang"), timeout_s=0.4)
    assert (fetched.fault, fetched.status) == (Fault.TIMEOUT, None)


def test_a_drip_is_given_up_before_its_end(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/drip"), slow_s=0.5)
    assert (fetched.fault, fetched.status) == (Fault.SLOW, 200)


def test_no_transfer_lasts_longer_than_allowed(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/drip"), total_timeout_s=1.5)
    assert fetched.fault is Fault.SLOW


def test_what_is_not_http_is_no_answer(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/not-http"))
    assert (fetched.fault, fetched.status) == (Fault.PROTOCOL, None)


def test_an_oversized_head_is_no_answer(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/many-headers"))
    assert (fetched.fault, fetched.status) == (Fault.PROTOCOL, None)


def test_a_big_body_is_cut_at_the_cap(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/big"), max_bytes=100_000)
    assert (fetched.status, fetched.fault, len(fetched.body)) == (200, Fault.TOO_LARGE, 100_000)


def test_a_body_of_just_the_cap_is_whole(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/big"), max_bytes=400_000)
    assert (fetched.error, len(fetched.body)) == (None, 400_000)


def test_a_compressed_bomb_is_cut_while_it_unpacks(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/bomb"), max_bytes=100_000)
    assert (fetched.status, fetched.fault, len(fetched.body)) == (200, Fault.TOO_LARGE, 100_000)


def test_a_compressed_page_is_unpacked(engine: str, server: TrapServer) -> None:
    assert fetch_one(engine, server.url("/gzip")).body.decode() == "<title>压缩</title>"


def test_a_broken_compression_keeps_the_status(engine: str, server: TrapServer) -> None:
    fetched = fetch_one(engine, server.url("/broken-gzip"))
    assert (fetched.status, fetched.fault) == (200, Fault.PROTOCOL)


def test_a_body_nobody_wants_is_not_read(engine: str, server: TrapServer) -> None:
    request = FetchRequest(url=server.url("/file.pdf"), body_types=("text/html",))
    [fetched] = fetch(engine, request)
    assert (fetched.status, fetched.error, fetched.body) == (200, None, b"")
    assert fetched.media_type == "application/pdf"


def test_a_body_nobody_wants_may_drip(engine: str, server: TrapServer) -> None:
    def drip(request: TrapRequest) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/pdf")
        request.send_header("Content-Length", "900")
        request.end_headers()
        request.wfile.write(b"%PDF")
        request.hang()

    with TrapServer({"/slow.pdf": drip}) as running:
        [fetched] = fetch(
            engine, FetchRequest(url=running.url("/slow.pdf"), body_types=("text/html",)), slow_s=0.4
        )
    assert (fetched.status, fetched.error, fetched.body) == (200, None, b"")


def test_head_is_asked_as_head(engine: str, server: TrapServer) -> None:
    assert fetch_one(engine, server.url("/head-refused"), method="HEAD").status == 405
    fetched = fetch_one(engine, server.url("/big"), method="HEAD")
    assert (fetched.status, fetched.body, fetched.headers["content-length"]) == (200, b"", "400000")


def test_a_request_keeps_its_tag_and_many_arrive(engine: str, server: TrapServer) -> None:
    found = fetch(engine, *(FetchRequest(url=server.url(f"/ok?{n}"), tag=n) for n in range(60)))
    assert sorted(fetched.request.tag for fetched in found) == list(range(60))
    assert {fetched.status for fetched in found} == {200}


def test_more_may_be_submitted_while_answers_come(engine: str, server: TrapServer) -> None:
    fetcher = open_fetcher(policy(), engine=engine)
    fetcher.submit(FetchRequest(url=server.url("/ok"), tag=3))
    seen = []
    for fetched in fetcher.completed():
        seen.append(fetched.request.tag)
        if fetched.request.tag:
            fetcher.submit(
                FetchRequest(url=server.url("/ok"), tag=fetched.request.tag - 1, is_second_look=True)
            )
    assert seen == [3, 2, 1, 0]
    assert list(fetcher.completed()) == []
    fetcher.close()


def test_a_delayed_request_waits_its_turn(engine: str, server: TrapServer) -> None:
    late = FetchRequest(url=server.url("/ok"), tag=1, delay_s=1.0)
    prompt = FetchRequest(url=server.url("/ok"), tag=2)
    assert [fetched.request.tag for fetched in fetch(engine, late, prompt)] == [2, 1]


def test_no_host_is_asked_more_at_once_than_allowed(engine: str) -> None:
    gate = _Gate(at_once=3)
    with TrapServer({"/": gate.answer}) as server:
        requests = [FetchRequest(url=f"{server.home}?{n}", is_second_look=n % 2 == 0) for n in range(12)]
        found = fetch(engine, *requests, per_host=3)
    assert {fetched.status for fetched in found} == {200}
    assert gate.most == 3


def test_a_hanging_host_keeps_nobody_else_waiting(engine: str, server: TrapServer) -> None:
    """The hanging host is let go only by the answer of the other."""
    with TrapServer({"/": lambda request: request.hang()}) as stuck:
        fetcher = open_fetcher(policy(per_host=2), engine=engine)
        for n in range(6):
            fetcher.submit(FetchRequest(url=f"{stuck.home}?{n}"))
        fetcher.submit(FetchRequest(url=server.url("/ok"), tag=7))
        first = next(iter(fetcher.completed()))
        fetcher.close()
    assert (first.request.tag, first.status) == (7, 200)


def test_an_unfinished_fetcher_can_be_closed(engine: str, server: TrapServer) -> None:
    fetcher = open_fetcher(policy(), engine=engine)
    fetcher.submit(FetchRequest(url=server.url("/ok")))
    fetcher.submit(FetchRequest(url=server.url("/hang")))
    assert next(iter(fetcher.completed())).status == 200
    fetcher.close()


def test_the_proxies_of_the_environment_are_not_used(
    engine: str, server: TrapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    assert fetch_one(engine, server.url("/ok")).status == 200


def test_a_proxy_of_the_policy_is_used(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    asked: list[str] = []

    def answer(request: TrapRequest) -> None:
        asked.append(request.path)
        request.send_page("through the proxy")

    with TrapServer({"http://203.0.113.7/page": answer}) as proxy:
        fetched = fetch_one(
            engine, "http://203.0.113.7/page", proxy=proxy.home, allowed_networks=("203.0.113.0/24",)
        )
    assert (fetched.body, asked) == (b"through the proxy", ["http://203.0.113.7/page"])


def test_a_proxy_that_is_down_says_nothing_about_the_site(engine: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
        for url in ("http://203.0.113.7/", "https://203.0.113.7/"):
            found = fetch_one(engine, url, proxy=proxy, allowed_networks=("203.0.113.0/24",))
            assert (found.status, found.fault) == (None, Fault.PROXY)


def test_a_user_agent_in_chinese_does_no_harm(engine: str, server: TrapServer) -> None:
    assert fetch_one(engine, server.url("/ok"), user_agent="巡检工作台\r\nX: y").status == 200
    assert server.headers_seen[-1]["user-agent"] == "????? X: y"


def test_a_cookie_in_chinese_does_no_harm(engine: str) -> None:
    def wall(request: TrapRequest) -> None:
        if "Cookie" in request.headers:
            request.send_page("in")
        else:
            request.send_redirect("/", cookie="名=值".encode().decode("latin-1"))

    with TrapServer({"/": wall}) as server:
        assert fetch_one(engine, server.home).body == b"in"


def test_a_certificate_nobody_vouches_for_is_its_own_fault(engine: str, https: "_Https") -> None:
    assert fetch_one(engine, https.url("127.0.0.1")).fault is Fault.CERTIFICATE


def test_a_page_comes_over_https_from_whom_the_office_trusts(engine: str, https: "_Https") -> None:
    requests = [FetchRequest(url=https.url("127.0.0.1"), tag=n) for n in range(3)]
    found = fetch(engine, *requests, authorities=str(https.certificate), per_host=1)
    assert [(fetched.status, fetched.body) for fetched in found] == [(200, b"safe")] * 3
    assert 0 < found[0].timings.connect_s <= found[0].timings.tls_s <= found[0].timings.total_s


def test_a_certificate_for_another_name_is_its_own_fault(engine: str, https: "_Https") -> None:
    fetched = fetch_one(engine, https.url("localhost"), authorities=str(https.certificate))
    assert fetched.fault is Fault.CERTIFICATE


def test_https_on_a_plain_port_is_a_tls_fault(engine: str, server: TrapServer) -> None:
    assert fetch_one(engine, f"https://127.0.0.1:{server.port}/").fault is Fault.TLS


class _SafePage(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"safe")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        return


class _Https(ThreadingHTTPServer):
    """Its certificate is its own work and good for 127.0.0.1 alone."""

    daemon_threads = True

    def __init__(self, certificate: Path, key: Path) -> None:
        super().__init__(("127.0.0.1", 0), _SafePage)
        self.certificate = certificate
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)

    def url(self, host: str) -> str:
        return f"https://{host}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that refuse the certificate are what the tests are about."""


@pytest.fixture(scope="module")
def https(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Https]:
    openssl = which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = folder / "cert.pem", folder / "key.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    with _Https(certificate, key) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class _Gate:
    """Answers only when `at_once` requests are in, so that the test knows they were open together."""

    def __init__(self, *, at_once: int) -> None:
        self._barrier = threading.Barrier(at_once)
        self._lock = threading.Lock()
        self._open = 0
        self.most = 0

    def answer(self, request: TrapRequest) -> None:
        with self._lock:
            self._open += 1
            self.most = max(self.most, self._open)
        self._barrier.wait(timeout=20)
        with self._lock:
            self._open -= 1
        page("in")(request)
