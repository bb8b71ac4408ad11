"""Many callers on one loop: each hears its own answers, under its own guard; the limits of a host hold for all."""

import socket
from collections.abc import Iterator

import pytest

from trap_server import TrapServer
from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import ENGINES, has_pycurl, open_loop
from workbench.fetch.transfer_loop import FetchLine, TransferLoop

OPEN = AddressGuard(("127.0.0.0/8",))


@pytest.fixture(params=ENGINES)
def loop(request: pytest.FixtureRequest) -> Iterator[TransferLoop]:
    if request.param == "pycurl" and not has_pycurl():
        pytest.skip("pycurl has no wheel here")
    opened = open_loop(FetchPolicy(per_host=1, timeout_s=5.0), engine=str(request.param))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def server() -> Iterator[TrapServer]:
    with TrapServer() as running:
        yield running


def heard(loop: TransferLoop) -> list[tuple[FetchLine, int, Fault | None]]:
    answers: list[tuple[FetchLine, Fetched]] = []
    while not loop.is_idle:
        answers += loop.turn()
    return [(line, fetched.request.tag, fetched.fault) for line, fetched in answers]


def test_each_line_hears_its_own_answers(loop: TransferLoop, server: TrapServer) -> None:
    lines = [loop.open_line(OPEN) for _ in range(3)]
    for line in lines:
        for tag in (1, 2):
            line.submit(FetchRequest(url=server.url("/ok"), tag=tag))
    answers = heard(loop)
    assert sorted(tag for _, tag, _ in answers) == [1, 1, 1, 2, 2, 2]
    assert all([tag for owner, tag, _ in answers if owner is line] == [1, 2] for line in lines)
    assert [line.open for line in lines] == [0, 0, 0]


def test_a_connection_kept_from_one_line_is_not_for_one_that_may_not_go_there(
    loop: TransferLoop, server: TrapServer
) -> None:
    # A name: the address as written would be refused before anything is asked.
    url = server.url("/ok").replace("127.0.0.1", inner_name())
    insider, outsider = loop.open_line(OPEN), loop.open_line(AddressGuard())
    insider.submit(FetchRequest(url=url))
    assert [fault for _, _, fault in heard(loop)] == [None]
    before = server.asked.total()
    outsider.submit(FetchRequest(url=url))
    assert [fault for _, _, fault in heard(loop)] == [Fault.FORBIDDEN_ADDRESS]
    assert server.asked.total() == before


def inner_name() -> str:
    """The name of this PC, where that stands for a loopback address."""
    name = socket.gethostname()
    try:
        is_inner = socket.gethostbyname(name).startswith("127.")
    except OSError:
        is_inner = False
    if not is_inner:
        pytest.skip("this PC's own name does not lead to itself")
    return name


def test_leaving_a_host_leaves_it_to_the_other_lines(loop: TransferLoop, server: TrapServer) -> None:
    leaving, staying = loop.open_line(OPEN), loop.open_line(OPEN)
    for tag in (1, 2):
        leaving.submit(FetchRequest(url=server.url("/ok"), tag=tag))
        staying.submit(FetchRequest(url=server.url("/ok"), tag=tag))
    leaving.leave(server.home.split("/")[2])
    answers = heard(loop)
    assert {fault for line, _, fault in answers if line is leaving} == {Fault.WITHDRAWN}
    assert {fault for line, _, fault in answers if line is staying} == {None}


def test_a_closed_line_hears_nothing_more(loop: TransferLoop, server: TrapServer) -> None:
    closed, other = loop.open_line(OPEN), loop.open_line(OPEN)
    for line in (closed, other):
        for tag in (1, 2):
            line.submit(FetchRequest(url=server.url("/chain1"), tag=tag))
    list(loop.turn())
    closed.close()
    assert {line for line, _, _ in heard(loop)} == {other}
