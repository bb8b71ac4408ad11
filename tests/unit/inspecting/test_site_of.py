import pytest

from workbench.inspecting.site_of import host_key, is_root, is_same_site


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://WWW.A.gov.cn/x", "www.a.gov.cn"),
        ("https://www.a.gov.cn:443/", "www.a.gov.cn"),
        ("http://www.a.gov.cn:443/", "www.a.gov.cn:443"),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
        ("http://[::1]:81/", "::1:81"),
        ("http://a:99999/", ""),
        ("mailto:a@b.cn", ""),
    ],
)
def test_a_site_is_known_by_host_and_odd_port(url: str, key: str) -> None:
    assert host_key(url) == key


def test_hosts_of_one_registered_domain_are_one_site() -> None:
    assert is_same_site("http://www.haikou.gov.cn/", "https://zwfw.haikou.gov.cn/x")
    assert not is_same_site("http://www.haikou.gov.cn/", "http://www.sanya.gov.cn/")
    assert not is_same_site("http://a.example/", "http://b.example/")


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn",
        "http://a.cn/",
        "http://a.cn/index.html",
        "http://a.cn/Default.aspx",
        "http://a.cn/index",
    ],
)
def test_front_doors(url: str) -> None:
    assert is_root(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/x/",
        "http://a.cn/?p=1",
        "http://a.cn/zw/index.html",
        "http://a.cn/indexes.html",
        "http://a.cn/1.html",
    ],
)
def test_other_doors(url: str) -> None:
    assert not is_root(url)
