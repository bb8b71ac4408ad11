import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fetch.address_guard import AddressGuard, networks_around
from workbench.fetch.fetch_fault import Fault

INNER = [
    "127.0.0.1",
    "127.1",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.5.5",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "localhost",
    "",
]


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_may_not_be_connected_to(address: str) -> None:
    assert not AddressGuard().may_connect(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "202.108.22.5", "2001:da8::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_may(address: str) -> None:
    assert AddressGuard().may_connect(address)


def test_the_offices_own_range_may_and_nothing_beside_it() -> None:
    guard = AddressGuard(("10.20.0.0/16", "fd00:1::/32"))
    assert guard.may_connect("10.20.3.4")
    assert guard.may_connect("::ffff:10.20.3.4")
    assert guard.may_connect("fd00:1::5")
    assert not guard.may_connect("10.21.0.1")
    assert not guard.may_connect("127.0.0.1")


@given(st.ip_addresses(network="10.0.0.0/8"))
def test_no_private_address_slips_through_wrapped_in_ipv6(address: object) -> None:
    assert not AddressGuard().may_connect(f"::ffff:{address}")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http://192.168.0.1/a", Fault.FORBIDDEN_ADDRESS),
        ("http://localhost:8080/", Fault.FORBIDDEN_ADDRESS),
        ("http://app.localhost/", Fault.FORBIDDEN_ADDRESS),
        ("http://0x7f.1/", Fault.FORBIDDEN_ADDRESS),
        ("https://[::1]/", Fault.FORBIDDEN_ADDRESS),
        ("http://user:word@10.0.0.1/", Fault.FORBIDDEN_ADDRESS),
        ("http://www.gov.cn@127.0.0.1/", Fault.FORBIDDEN_ADDRESS),
        ("http://gone.invalid/", Fault.DNS),
        ("ftp://www.gov.cn/", Fault.BAD_SCHEME),
        ("http:///path", Fault.BAD_URL),
        ("http://www.gov.cn:0/", Fault.BAD_URL),
        ("http://www.gov.cn/a b", Fault.BAD_URL),
        ("http://www.gov.cn/a\r\nHost: x", Fault.BAD_URL),
    ],
)
def test_an_address_is_refused_by_its_text(url: str, fault: Fault) -> None:
    refusal = AddressGuard().refusal(url)
    assert refusal is not None
    assert refusal.fault is fault


def test_a_public_address_is_not_refused() -> None:
    assert AddressGuard().refusal("https://www.gov.cn:8443/a%20b?c=d") is None


@pytest.mark.parametrize(
    ("host", "has_it", "has_it_not"),
    [
        ("127.0.0.1", "127.0.0.9", "10.0.0.1"),
        ("localhost", "127.0.0.1", "192.168.1.1"),
        ("192.168.3.4", "10.0.0.1", "127.0.0.1"),
        ("169.254.1.1", "8.8.8.8", "169.254.169.254"),
        ("8.8.8.8", "8.8.4.4", "10.0.0.1"),
    ],
)
def test_an_allowance_reaches_as_far_as_the_sort_of_its_address(
    host: str, has_it: str, has_it_not: str
) -> None:
    guard = AddressGuard(networks_around(host))
    assert guard.may_connect(has_it)
    assert not guard.may_connect(has_it_not)
