"""Internal addresses and reserved names are told apart from hosts of the world."""

import pytest

from workbench.views.public_host import is_numeric_host, public_host, same_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://www.some.gov.cn:8080/a", "www.some.gov.cn"),
        ("https://WWW.Some.GOV.cn./", "www.some.gov.cn"),
        ("http://219.138.10.20/", "219.138.10.20"),
        ("http://某某局.政务/", "某某局.政务"),
    ],
)
def test_hosts_of_the_world(url: str, host: str) -> None:
    assert public_host(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "http://localhost/",
        "http://127.0.0.1:80/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://a.example/",
    ],
)
def test_hosts_nobody_outside_can_reach(url: str) -> None:
    assert public_host(url) == ""


def test_numbers_are_no_names() -> None:
    assert is_numeric_host("219.138.10.20")
    assert not is_numeric_host("www.some.gov.cn")


def test_www_and_port_make_no_other_site() -> None:
    assert same_host("www.some.gov.cn:80", "Some.gov.cn")
    assert not same_host("a.some.gov.cn", "some.gov.cn")
