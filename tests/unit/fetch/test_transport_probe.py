"""The transport of a home page, over real servers on loopback, plain and encrypted."""

import socket
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from trap_certificates import EXPIRED_DAYS, can_make_certificates, make_certificate
from trap_server import Answer, TrapServer, page
from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.ipv6_look import look_over_ipv6
from workbench.fetch.transport_probe import TransportProbe, twin_addresses
from workbench.views.transport_view import Certificate, Told, TransportFact, TransportView

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8", "::1/128"), timeout_s=2)
DAY = date(2026, 11, 20)
ROUTES: dict[str, Answer] = {"/": page("<title>某局</title>")}
with_openssl = pytest.mark.skipif(not can_make_certificates(), reason="openssl is not installed")


def look(url: str, *, policy: FetchPolicy = POLICY) -> TransportView:
    return TransportProbe(policy).look(url, seen_on=DAY)


def certificate(url: str, authority: Path) -> Certificate:
    seen = look(url, policy=replace(POLICY, authorities=str(authority)))
    assert (seen.https.told, seen.certificate is not None) == (Told.YES, True)
    assert seen.certificate is not None
    return seen.certificate


@with_openssl
def test_what_is_in_a_certificate_and_why_it_is_refused(tmp_path: Path) -> None:
    good = make_certificate(tmp_path, "good", days=40)
    late = make_certificate(tmp_path, "late", days=EXPIRED_DAYS)
    other = make_certificate(tmp_path, "other", good_for="DNS:www.other.gov.cn")
    with TrapServer(ROUTES, tls=good.context()) as server:
        seen = certificate(server.home, good.file)
        assert (seen.fault, seen.names, seen.issuer) == ("", ("127.0.0.1",), "trap")
        in_forty_days = datetime.now(UTC).date() + timedelta(days=40)
        assert seen.last_day is not None
        assert abs((seen.last_day - in_forty_days).days) <= 1
        assert "自签" in certificate(server.home, late.file).fault
    with TrapServer(ROUTES, tls=late.context()) as server:
        seen = certificate(server.home, late.file)
        assert (seen.fault, (seen.last_day or DAY) < datetime.now(UTC).date()) == ("证书已过期", True)
    with TrapServer(ROUTES, tls=other.context()) as server:
        seen = certificate(server.home, other.file)
        assert (seen.fault, seen.names) == ("证书的域名与网址不符", ("www.other.gov.cn",))


def test_no_https_and_nothing_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    with TrapServer(ROUTES) as server:
        shut = look(server.home.replace("http:", "https:"))
        assert (shut.https.told, shut.redirects.told) == (Told.NO, Told.NO)
        closed = server.port
    gone = look(f"https://127.0.0.1:{closed}/")
    assert gone.https == TransportFact(Told.NO, "https端口不开放")


def test_a_port_of_its_own_has_no_counterpart_to_ask_for() -> None:
    with TrapServer(ROUTES) as server:
        seen = look(server.home)
        assert (seen.https.told, seen.redirects.told, seen.ipv6.told) == (Told.UNKNOWN,) * 3
        assert server.asked.total() == 0


@pytest.mark.parametrize(
    ("home", "twins"),
    [
        ("http://a.gov.cn/", ("http://a.gov.cn/", "https://a.gov.cn/")),
        ("https://a.gov.cn/x?y", ("http://a.gov.cn/x?y", "https://a.gov.cn/x?y")),
        ("http://a.gov.cn:80/", ("http://a.gov.cn/", "https://a.gov.cn/")),
        ("http://a.gov.cn:8080/", ("http://a.gov.cn:8080/", "")),
        ("https://a.gov.cn:8443/", ("", "https://a.gov.cn:8443/")),
    ],
)
def test_the_two_addresses_of_a_home_page(home: str, twins: tuple[str, str]) -> None:
    assert twin_addresses(home) == twins


def test_redirects_are_followed_one_by_one() -> None:
    routes: dict[str, Answer] = {
        "/": lambda request: request.send_redirect("/b"),
        "/b": lambda request: request.send_redirect("https://127.0.0.1:9/"),
        "/stays": page("<title>某局</title>" + "<p>要闻</p>" * 9),
        "/script": page('<meta http-equiv="refresh" content="0;url=https://127.0.0.1:9/">'),
        "/round": lambda request: request.send_redirect("/round"),
    }
    probe = TransportProbe(POLICY)
    with TrapServer(routes) as server:
        told = {
            path: probe.look_at_redirect(server.url(path)).told
            for path in ("/", "/stays", "/script", "/round")
        }
    assert told == {"/": Told.YES, "/stays": Told.NO, "/script": Told.YES, "/round": Told.UNKNOWN}


def test_addresses_that_are_not_allowed_are_not_connected_to() -> None:
    with TrapServer(ROUTES) as server:
        seen = look(server.home, policy=FetchPolicy(timeout_s=2))
        assert (seen.https.told, server.connections) == (Told.UNKNOWN, 0)


def test_over_ipv6_where_this_pc_has_it() -> None:
    try:
        server = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("no IPv6 on this PC")
    guard = AddressGuard(POLICY.allowed_networks)
    with server:
        port = server.getsockname()[1]
        assert look_over_ipv6("::1", port, guard=guard, timeout_s=2).told is Told.YES
    assert look_over_ipv6("::1", port, guard=guard, timeout_s=2).told is Told.NO
    assert look_over_ipv6("::1", port, guard=AddressGuard(), timeout_s=2).told is Told.UNKNOWN
    assert look_over_ipv6("127.0.0.1", 80, guard=guard, timeout_s=2).told is Told.UNKNOWN
