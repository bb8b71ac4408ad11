"""References become the addresses a browser asks for."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.url_resolver import MAX_REFERENCE_CHARS, UrlResolver

BASE = "http://www.some.gov.cn/a/b/index.html?x=1"


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        ("c.html", "http://www.some.gov.cn/a/b/c.html"),
        ("./c.html", "http://www.some.gov.cn/a/b/c.html"),
        ("../c.html", "http://www.some.gov.cn/a/c.html"),
        ("../../../../c.html", "http://www.some.gov.cn/c.html"),
        ("/c.html", "http://www.some.gov.cn/c.html"),
        ("\\c\\d.html", "http://www.some.gov.cn/c/d.html"),
        ("//other.cn/x", "http://other.cn/x"),
        ("HTTP://Other.CN:80/X", "http://other.cn/X"),
        ("https://other.cn:443", "https://other.cn/"),
        ("http:c.html", "http://www.some.gov.cn/a/b/c.html"),
        ("http:\\\\other.cn\\x", "http://other.cn/x"),
        ("http://other.cn/a/./b/../c", "http://other.cn/a/c"),
        ("?y=2", "http://www.some.gov.cn/a/b/index.html?y=2"),
        ("", "http://www.some.gov.cn/a/b/index.html?x=1"),
        ("#top", ""),
        ("c.html#part", "http://www.some.gov.cn/a/b/c.html"),
        ("  c.html\n", "http://www.some.gov.cn/a/b/c.html"),
        ("ht\ntp://other.cn/x", "http://other.cn/x"),
        ("d//e.html", "http://www.some.gov.cn/a/b/d//e.html"),
        ("x y.html", "http://www.some.gov.cn/a/b/x%20y.html"),
        ("通知.html", "http://www.some.gov.cn/a/b/%E9%80%9A%E7%9F%A5.html"),
        ("%e9%80%9a.html", "http://www.some.gov.cn/a/b/%e9%80%9a.html"),
        ("http://政府.政务/", "http://xn--mxtq1m.xn--zfr164b/"),
        ("d/%2e%2E/x%2ehtml", "http://www.some.gov.cn/a/b/x.html"),
        ("http://[0:0:0:0:0:0:0:1]:80/", "http://[::1]/"),
        ("http://[2001:DB8::00A]/x", "http://[2001:db8::a]/x"),
        ("javascript:void(0)", "javascript:void(0)"),
        ("MAILTO:a@b.cn", "mailto:a@b.cn"),
        ("ftp://other.cn/x", "ftp://other.cn/x"),
        ("data:image/png;base64," + "A" * MAX_REFERENCE_CHARS, ""),
    ],
)
def test_resolves_as_a_browser_does(raw: str, url: str) -> None:
    assert UrlResolver(BASE, charset="utf-8").resolve(raw) == url


def test_a_query_is_written_in_the_charset_of_the_page() -> None:
    raw = "s.jsp?q=朱镕基"
    assert UrlResolver(BASE, charset="utf-8").resolve(raw).endswith("?q=%E6%9C%B1%E9%95%95%E5%9F%BA")
    assert UrlResolver(BASE, charset="gb18030").resolve(raw).endswith("?q=%D6%EC%E9F%BB%F9")


def test_a_path_is_utf8_on_every_page() -> None:
    assert UrlResolver(BASE, charset="gb18030").resolve("/通.html") == "http://www.some.gov.cn/%E9%80%9A.html"


@pytest.mark.parametrize(
    "raw",
    [
        "http://[bad/x",
        "http://h:99999/x",
        "http://ho st/x",
        "http:// /x",
        'http://h"x/',
        "http://h%00/",
        "http://h%2fx/",
    ],
)
def test_addresses_nothing_can_ask_for_stay_readable(raw: str) -> None:
    url = UrlResolver(BASE, charset="utf-8").resolve(raw)
    assert url.isascii()
    assert " " not in url


@pytest.mark.parametrize("raw", ["c.html", "./c.html", "/c.html", "../c.html", "?a=1"])
def test_a_page_whose_address_nobody_knows_keeps_its_references(raw: str) -> None:
    assert UrlResolver("", charset="utf-8").resolve(raw).strip("./") == raw.strip("./")


def test_a_host_without_path_is_its_own_folder() -> None:
    resolver = UrlResolver("http://www.some.gov.cn", charset="utf-8")
    assert resolver.resolve("a.html") == "http://www.some.gov.cn/a.html"
    assert resolver.resolve("?a=1") == "http://www.some.gov.cn/?a=1"


SEGMENTS = st.lists(st.sampled_from(["a", "b1", "..", ".", "c.html", "t_2"]), min_size=1, max_size=6)


@given(SEGMENTS, st.sampled_from(["", "/"]))
def test_agrees_with_the_standard_library_on_plain_paths(segments: list[str], lead: str) -> None:
    raw = lead + "/".join(segments)
    assert UrlResolver(BASE, charset="utf-8").resolve(raw) == urljoin(BASE, raw)


@given(st.text(max_size=60))
def test_any_reference_is_ascii_or_another_scheme(raw: str) -> None:
    url = UrlResolver(BASE, charset="gb18030").resolve(raw)
    assert url.isascii() or not url.startswith("http")


@pytest.mark.parametrize(
    "base",
    ["http://a.gov.cn/x/y.html", "HTTP://A.gov.cn:80/x/", "http://a.gov.cn/x/../y/", "http://a.gov.cn/新/"],
)
@given(st.text(alphabet="ab/._-", max_size=12))
def test_the_short_way_ends_where_the_long_one_does(base: str, raw: str) -> None:
    long_way = UrlResolver(base, charset="utf-8")
    long_way._is_tidy = False  # the long way alone
    long_way._on_host, long_way._in_folder = {}, {}
    assert UrlResolver(base, charset="utf-8").resolve(raw) == long_way.resolve(raw)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://h.cn:/x", "http://h.cn/x"),
        ("http://h.cn:080/x", "http://h.cn/x"),
        ("http://h.cn:0443/x", "http://h.cn:443/x"),
        ("/a/%2e%2E/b", "http://a.cn/b"),
        ("/a/.%2e", "http://a.cn/"),
        ("/a[b]?c[]=1", "http://a.cn/a[b]?c[]=1"),
        ("/a?x=y|z^`{}\\", "http://a.cn/a?x=y|z^`{}\\"),
        ("/a|b", "http://a.cn/a%7Cb"),
        ("/a?x='y'", "http://a.cn/a?x=%27y%27"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://0x7f.1:81/", "http://127.0.0.1:81/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://h%41.cn/", "http://ha.cn/"),
        ("https:x", "https://x/"),
        ("http:x", "http://a.cn/dir/x"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://user:pw@H.cn/x", "http://user:pw@h.cn/x"),
    ],
)
def test_addresses_come_out_as_a_browser_asks_for_them(written: str, asked: str) -> None:
    """Each was held against Chromium's own reading."""
    assert UrlResolver("http://a.cn/dir/p.html", charset="utf-8").resolve(written) == asked


def test_what_the_charset_of_a_page_cannot_spell_goes_by_its_number() -> None:
    resolver = UrlResolver("http://a.cn/", charset="gb18030")
    assert resolver.resolve("/a?x=词😀€") == "http://a.cn/a?x=%B4%CA%26%23128512%3B%80"
    assert resolver.resolve("/词") == "http://a.cn/%E8%AF%8D"
