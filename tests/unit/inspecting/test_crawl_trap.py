import pytest

from workbench.inspecting.crawl_trap import is_endless


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/" + "x/" * 5,
        "http://a.cn/" + "list/detail/" * 5,
        "http://a.cn/" + "/".join(str(n) for n in range(30)),
        "http://a.cn/?" + "a" * 1500,
    ],
)
def test_addresses_that_grow_for_ever(url: str) -> None:
    assert is_endless(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/",
        "http://a.cn/a/a/a/a",
        "http://a.cn/zwgk/zfgb/2026/11/20/t20261120_1.html",
        "http://a.cn/show?id=1&p=2",
    ],
)
def test_addresses_of_sites(url: str) -> None:
    assert not is_endless(url)
