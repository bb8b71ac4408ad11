"""Addresses that are none fall into empty parts."""

import pytest

from workbench.views.url_parts import split_url


@pytest.mark.parametrize("url", ["http://[", "http://[::1", ""])
def test_no_address(url: str) -> None:
    assert split_url(url).hostname is None


def test_an_address() -> None:
    assert (split_url("http://h/a?b").hostname, split_url("http://h/a?b").path) == ("h", "/a")
