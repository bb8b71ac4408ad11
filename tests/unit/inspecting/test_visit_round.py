"""Visits over real servers: what opens, what fails, and what says nothing of the site."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from trap_server import Answer, TrapRequest, TrapServer, page, redirect, status
from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.fetch.fetch_fault import Fault, FetchError
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.visit_round import HomeAddress, VisitRound, pay_visits, visit_policy

LIMIT_S = 0.6
POLICY = visit_policy(FetchPolicy(allowed_networks=("127.0.0.0/8",)), limit_s=LIMIT_S)
ROUTES: dict[str, Answer] = {
    "/": page("<title>某市人民政府</title>欢迎"),
    "/moved": redirect("/"),
    "/closed": status(500),
    "/gone": status(404),
    "/blocked": status(403),
    "/busy": status(429),
    "/hangs": TrapRequest.hang,
    "/resets": TrapRequest.reset,
    "/drips": lambda request: request.drip(0.1),
}


@pytest.fixture(scope="module")
def server() -> Iterator[TrapServer]:
    with TrapServer(ROUTES) as server:
        yield server


@pytest.fixture
def silent() -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def visit(*urls: str, references: tuple[str, ...] = ()) -> list[HomeVisit]:
    """One visit to each address, in the order of the addresses."""
    homes = [HomeAddress(subject_id=UUID(int=number), url=url) for number, url in enumerate(urls)]
    fetcher = open_fetcher(POLICY)
    try:
        visits = list(pay_visits(VisitRound(homes, references=references, limit_s=LIMIT_S), fetcher))
    finally:
        fetcher.close()
    assert [held.url for held in sorted(visits, key=lambda held: held.subject_id)] == list(urls)
    return sorted(visits, key=lambda held: held.subject_id)


@pytest.mark.parametrize(
    ("path", "state", "told"),
    [
        ("/", VisitState.OK, ""),
        ("/moved", VisitState.OK, ""),
        ("/closed", VisitState.FAILED, "500"),
        ("/gone", VisitState.FAILED, "404"),
        ("/hangs", VisitState.FAILED, "没有应答"),
        ("/resets", VisitState.FAILED, "连接被断开"),
        ("/drips", VisitState.FAILED, "太慢"),
        ("/blocked", VisitState.VOID, "不能说明网站打不开"),
        ("/busy", VisitState.VOID, "不能说明网站打不开"),
    ],
)
def test_what_becomes_of_a_visit(server: TrapServer, path: str, state: VisitState, told: str) -> None:
    [held] = visit(server.url(path))
    assert (held.state, told in held.reason) == (state, True), held.reason
    assert held.at.tzinfo is not None


def test_nobody_there_is_a_failure(silent: str) -> None:
    [held] = visit(silent)
    assert (held.state, held.status) == (VisitState.FAILED, None)
    assert "拒绝连接" in held.reason


def test_a_page_that_opens_too_late_has_failed() -> None:
    def late(request: TrapRequest) -> None:
        request.server.trap.is_closing.wait(LIMIT_S * 0.6)
        request.send_redirect("/again")

    def again(request: TrapRequest) -> None:
        request.server.trap.is_closing.wait(LIMIT_S * 0.6)
        request.send_page("ok")

    with TrapServer({"/": late, "/again": again}) as slow:
        [held] = visit(slow.home)
    assert (held.state, held.status) == (VisitState.FAILED, 200)
    assert "0.6秒" in held.reason


def test_no_failure_without_a_second_look() -> None:
    seen: list[str] = []

    def once(request: TrapRequest) -> None:
        seen.append(request.path)
        (status(500) if len(seen) == 1 else page("ok"))(request)

    with TrapServer({"/": once}) as shaky:
        [held] = visit(shaky.home)
    assert (held.state, len(seen)) == (VisitState.OK, 2)


def test_when_the_references_are_silent_too_the_visit_is_void(server: TrapServer, silent: str) -> None:
    closed, gone, fine = visit(
        server.url("/closed"), server.url("/gone"), server.home, references=(silent, silent)
    )
    assert (closed.state, gone.state, fine.state) == (VisitState.VOID, VisitState.VOID, VisitState.OK)
    assert "参照网站同时打不开" in closed.reason
    assert "500" in closed.reason


def test_one_reference_that_answers_is_witness_enough(server: TrapServer, silent: str) -> None:
    asked = server.asked["GET", "/busy"]
    [held] = visit(server.url("/closed"), references=(silent, server.url("/busy")))
    assert held.state is VisitState.FAILED
    assert server.asked["GET", "/busy"] == asked + 1


def test_references_are_asked_only_when_something_fails(server: TrapServer) -> None:
    asked = server.asked["GET", "/moved"]
    visit(server.home, references=(server.url("/moved"),))
    assert server.asked["GET", "/moved"] == asked


def test_many_failures_at_once_share_the_witness(server: TrapServer) -> None:
    asked = server.asked["GET", "/"]
    hanging = [f"{server.url('/hangs')}?{number}" for number in range(4)]
    visits = visit(*hanging, references=(server.home,))
    assert {held.state for held in visits} == {VisitState.FAILED}
    assert asked < server.asked["GET", "/"] <= asked + 4


def test_an_address_that_must_not_be_asked_is_void() -> None:
    [held] = visit("http://10.1.2.3/")
    assert held.state is VisitState.VOID
    assert "内网" in held.reason


@pytest.mark.parametrize(
    ("references", "state"), [((), VisitState.VOID), (("http://witness.cn/",), VisitState.FAILED)]
)
def test_what_may_be_our_own_fault_needs_a_witness(references: tuple[str, ...], state: VisitState) -> None:
    home = HomeAddress(subject_id=UUID(int=1), url="http://a.gov.cn/")
    visits = VisitRound([home], references=references)
    asked = visits.take()
    assert asked is not None
    at = datetime(2026, 11, 20, tzinfo=UTC)
    unsure = FetchError(Fault.DNS_UNSURE)
    held = list(visits.receive(Fetched(request=asked, at=at, final_url=asked.url, error=unsure)))
    witness = visits.take()
    if witness is not None:
        assert visits.is_waiting
        held = list(visits.receive(Fetched(request=witness, at=at, final_url=witness.url, status=200)))
    assert [visit.state for visit in held] == [state]
    assert not visits.is_waiting
