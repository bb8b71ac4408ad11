"""Addresses as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.register.faulty_row import FaultyRowError
from workbench.register.register_address import (
    Site,
    address_key,
    folder_of,
    is_root,
    read_address,
    split_addresses,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://www.example-city.gov.cn", "http://www.example-city.gov.cn"),
        ("www.example-city.gov.cn/index.html", "http://www.example-city.gov.cn/index.html"),
        ("HTTPS://WWW.Example-City.gov.cn/A", "https://www.example-city.gov.cn/A"),
        (" ｈｔｔｐ：／／ｗｗｗ．example.cn／ ", "http://www.example.cn/"),
        ("http://www。example。cn", "http://www.example.cn"),
        ("\ufeffhttp://www.example.cn；", "http://www.example.cn"),
        ("http://示例市.政务/首页", "http://示例市.政务/首页"),
        ("http://xn--fiqs8s.xn--zfr164b/", "http://中国.政务/"),
        ("示例市.政务", "http://示例市.政务"),
        ("127.0.0.1:8001", "http://127.0.0.1:8001"),
        ("http://127.0.0.1:8001/", "http://127.0.0.1:8001/"),
        ("localhost:8001/a", "http://localhost:8001/a"),
        ("http://[::1]:8001/", "http://[::1]:8001/"),
        ("//www.example.cn/", "http://www.example.cn/"),
        ("www.example.cn:8080/?u=http://b.cn", "http://www.example.cn:8080/?u=http://b.cn"),
        ("www.example.cn/go?u=http://b.cn", "http://www.example.cn/go?u=http://b.cn"),
        ("http://www.example.cn/#/home", "http://www.example.cn/#/home"),
    ],
)
def test_addresses_are_made_whole(written: str, meant: str) -> None:
    assert read_address(written, word="首页网址") == meant
    assert read_address(meant, word="首页网址") == meant


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "javascript://www.example.cn/%0aalert(1)",
        "data:text/html,x",
        "mailto:a@example.cn",
        "tel:12345",
        "ftp://www.example.cn/",
        "file:///etc/passwd",
        "htp://www.example.cn",
        "http//www.example.cn",
        "http:www.example.cn",
        "http:\\\\www.example.cn",
        "http://",
        "http:///a",
        "http://user:pw@www.example.cn/",
        "http://www.example.cn:99999/",
        "http://www.example.cn:0/",
        "http://www.example.cn:/",
        "http://www..cn/",
        "http://300.1.1.1/",
        "http://-a.cn/",
        "http://[foo]/",
        "http://www.exa mple.cn/",
        "示例市人民政府",
        "12345",
        "a" * 70 + ".cn",
        "http://www.example.cn/" + "a" * 2000,
    ],
)
def test_what_is_no_address_is_refused_with_the_remedy(written: str) -> None:
    with pytest.raises(FaultyRowError) as caught:
        read_address(written, word="首页网址")
    assert str(caught.value).startswith("首页网址“")
    assert str(caught.value).endswith("”不是网址，请填写以 http:// 或 https:// 开头的地址。")


def test_several_addresses_in_one_cell() -> None:
    for written in ("http://a.cn\nhttp://b.cn", "www.a.cn；www.b.cn", "http://a.cn、http://b.cn"):
        with pytest.raises(FaultyRowError, match="不止一个网址"):
            read_address(written, word="首页网址")
    assert split_addresses("/a/；http://b.cn/c\n") == ("/a/", "http://b.cn/c")


@given(st.text(max_size=60) | st.from_regex(r"(https?:)?[/\\]*[\w.:@\[\]。-]{0,30}(/\S*)?", fullmatch=True))
def test_any_text_is_either_an_address_for_good_or_refused(written: str) -> None:
    try:
        address = read_address(written, word="首页网址")
    except FaultyRowError:
        return
    assert address.startswith(("http://", "https://"))
    assert read_address(address, word="首页网址") == address
    assert Site.of(address).host


def test_keys_are_blind_to_scheme_case_and_final_slash_of_the_host() -> None:
    assert address_key("http://A.cn") == address_key("https://a.cn/") == "a.cn/"
    assert address_key("http://a.cn/x") != address_key("http://a.cn/X")
    assert address_key("") == ""


def test_folders() -> None:
    assert folder_of("http://a.cn/x/index.html") == "http://a.cn/x/"
    assert folder_of("http://a.cn/x") == "http://a.cn/x/"
    assert folder_of("http://a.cn/x/") == "http://a.cn/x/"
    assert folder_of("http://a.cn/list?ch=1") == "http://a.cn/"
    assert folder_of("http://a.cn") == "http://a.cn/"
    assert is_root("http://a.cn")
    assert not is_root("http://a.cn/?ch=1")


def test_what_lies_under_a_site() -> None:
    city = Site.of("http://www.city.gov.cn/")
    assert city.holds(Site.of("https://www.city.gov.cn/a/"))
    assert city.holds(Site.of("http://xxgk.city.gov.cn/"))
    assert not city.holds(Site.of("http://www.other-city.gov.cn/"))
    assert not Site.of("http://www.gov.cn/").holds(city)
    assert not Site.of("http://127.0.0.1:8001/").holds(Site.of("http://127.0.0.1:8002/"))
    assert Site.of("http://127.0.0.1:8001/").holds(Site.of("http://127.0.0.1:8001/a/"))
