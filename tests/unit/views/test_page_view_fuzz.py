"""Whatever arrives, the page view answers: any bytes, mutated pages, hostile shapes; never an exception."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.views.column_pages import AS_OF, column_pages
from tests.unit.views.shared_pages import labels, needs_pages, view
from workbench.domain.column_recipe import ColumnRecipe
from workbench.views.footer_facts import FooterFacts
from workbench.views.page_view import PageView

PAGES = [case.html.encode() for case in list(column_pages())[::17]]
PIECES = [
    "<ul>",
    "</ul>",
    "<li>",
    "<a href=",
    '"x.html"',
    ">",
    "</a>",
    "2026-11-20",
    "11-20",
    "今天",
    "<table>",
    "<tr>",
    "<td>",
]
PIECES += [
    "</td>",
    "<script>",
    "</script>",
    "当前位置：",
    "首页",
    "&gt;",
    "<!--",
    "-->",
    "<b>",
    "<p>",
    "通知公告",
    "\x00",
    "<base href=//>",
]
PIECES += [
    "<meta charset=gbk>",
    "<meta http-equiv=refresh content='0;url=//['>",
    "版权所有",
    "<form>",
    "<frameset>",
    "\ud800",
    "🙂",
]
PIECES += [
    "发布时间：",
    "2026",
    "年",
    "20",
    "<![CDATA[",
    "<record>",
    "</record>",
    "<svg>",
    "<template>",
    "<h1>",
    "]]>",
    "1970-01-01",
]

GROWTH = Path(__file__).with_name("page_growth.py")
MOST_GROWTH_MB = 200
RECIPE = ColumnRecipe(item="li, tr, div > p", title="a", date="span, td + td")


def look_at_everything(body: bytes, *, url: str, as_of: date = AS_OF) -> None:
    page = PageView(body, url=url, content_type="text/html", as_of=as_of)
    assert page.newest_date is None or page.newest_date <= as_of
    assert page.publish_date is None or page.publish_date <= as_of
    assert [page.is_blank, page.is_undated, page.is_script_filled].count(True) <= 1
    assert 0 <= page.kind_confidence <= 1
    assert page.charset
    assert page.charset_reason
    assert all(link.url for link in page.links)
    assert all(item.title for item in page.items)
    assert isinstance(page.dates, tuple)
    assert isinstance(page.footer, FooterFacts)
    assert page.identity["SiteName"] is not None
    assert page.signature_date is None or page.signed is not None
    by_hand = page.by_recipe(RECIPE)
    assert by_hand.recipe_fault or by_hand.items
    assert isinstance(page.text, str)


@given(st.binary(max_size=2_000))
def test_any_bytes(body: bytes) -> None:
    look_at_everything(body, url="http://www.some.gov.cn/a/")


@given(
    st.lists(st.sampled_from(PIECES), max_size=60),
    st.sampled_from(["http://www.some.gov.cn/", "", "file:///c:/x.html", "//", "http://["]),
)
def test_any_order_of_pieces(pieces: list[str], url: str) -> None:
    look_at_everything("".join(pieces).encode("utf-8", "surrogatepass"), url=url)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_mutated_pages(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from(PAGES)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(body)))
        length = data.draw(st.integers(0, 40))
        body[at : at + length] = data.draw(st.sampled_from(PIECES)).encode(
            "utf-8", "surrogatepass"
        ) * data.draw(st.integers(0, 3))
    look_at_everything(bytes(body), url="http://www.some.gov.cn/zwgk/index.html")


@given(st.dates())
def test_any_monitoring_day(as_of: date) -> None:
    look_at_everything(PAGES[0], url="http://www.some.gov.cn/", as_of=as_of)
    relative = '<ul><li><a href="a1.html">某某局召开工作例会</a><span>3年前</span></li><li><a href="b">某某通知</a>02-29</li></ul>'
    look_at_everything(relative.encode(), url="http://www.some.gov.cn/", as_of=as_of)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 100_000,
        b"<ul><li><a href=x>\xe6\xa0\x87\xe9\xa2\x98</a> 2026-01-01" * 20_000,
        b"<li><a href=x>title title title</a><span>2026-01-01</span></li>" * 20_000,
        b"<a href=x>title</a> 2026-01-01 " * 30_000,
        b"2026-01-01 " * 100_000,
        b"<p " + b"a=1 " * 200_000 + b">",
        b"<script>var pubdate='2026-01-01';" * 30_000,
        b"<meta name=PubDate content=2026-01-01>" * 30_000,
        ("当前位置：首页 > " * 50_000).encode(),
        ("<table><tr><td>" * 30_000).encode(),
        ("<span>发布时间：</span>" * 50_000).encode(),
        ("<div class='nav footer list'>版权所有" * 30_000).encode(),
        b"<table><tr>" + b"<td>2026-01-01</td>" * 60_000,
        b"<div><h3>more</h3><ul><li><a href=/x/1.html>title</a>2026-01-01</li></ul></div>" * 12_000,
        b"<img srcset='" + b"a.png 1x," * 100_000 + b"'>",
        b"function a(){" * 50_000,
        b"<script>" + b"function a(){$.ajax('list').html(" * 20_000,
        b"<record><![CDATA[" * 50_000,
        b"a" * 3_000_000,
    ],
    ids=lambda body: body[:24].decode("utf-8", "replace"),
)
@pytest.mark.timeout(20)
def test_hostile_shapes(body: bytes) -> None:
    look_at_everything(body, url="http://www.some.gov.cn/a/index.html")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["当前位置：<a href=/>首页</a> &gt; ", "<a href=x>通知公告</a>", "<b>x", "1 "]
)
def test_a_hostile_page_of_ten_megabytes_takes_bounded_memory(piece: str) -> None:
    pytest.importorskip("resource")
    done = subprocess.run([sys.executable, str(GROWTH), piece], capture_output=True, text=True, check=True)
    assert int(done.stdout) < MOST_GROWTH_MB


@needs_pages
@pytest.mark.parametrize("label", labels("pages.json", "pages")[::9], ids=lambda label: label["id"])
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_real_pages_mutated(label: dict[str, object], data: st.DataObject) -> None:
    whole = view(label)
    body = bytearray(whole.body)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body)))
        body[at : at + data.draw(st.integers(0, 400))] = data.draw(st.sampled_from(PIECES)).encode(
            "utf-8", "surrogatepass"
        ) * data.draw(st.integers(0, 20))
    look_at_everything(bytes(body), url=whole.url, as_of=whole.as_of)


@needs_pages
@pytest.mark.parametrize("label", labels("pages.json", "pages")[::6], ids=lambda label: label["id"])
def test_real_pages_cut_short(label: dict[str, object]) -> None:
    whole = view(label)
    for end in range(0, len(whole.body), max(1, len(whole.body) // 12)):
        look_at_everything(whole.body[:end], url=whole.url, as_of=whole.as_of)
