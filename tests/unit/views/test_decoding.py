"""From bytes to text: which declaration is believed, which is not, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.decoding import decode, meta_charset
from workbench.views.page_view import PageView

CHINESE = "<html><body><h1>通知公告</h1><p>关于做好冬季供暖工作的通知</p></body></html>"
GB_LABELS = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "GB18030")


@pytest.mark.parametrize("label", GB_LABELS)
@pytest.mark.parametrize("name", ["朱镕基", "䶮", "🙂", "喆"])
def test_rare_characters_cost_no_link(label: str, name: str) -> None:
    html = f'<meta charset="{label}"><title>{name}</title><a href="/before.html">前</a>{name}<a href="/after.html">后</a>'
    page = PageView(html.encode("gb18030"), url="http://www.some.gov.cn/", as_of=date(2026, 11, 20))
    assert page.title == name
    assert [link.url for link in page.links] == [
        "http://www.some.gov.cn/before.html",
        "http://www.some.gov.cn/after.html",
    ]
    assert [link.text for link in page.links] == ["前", "后"]
    assert page.charset == "gb18030"


def test_order_of_belief() -> None:
    meta = '<meta charset="gbk">'
    assert decode(("\ufeff" + CHINESE).encode("utf-8"), http_charset="gbk").charset == "utf-8"
    assert decode((meta + CHINESE).encode("utf-8"), http_charset="utf-8").reason == "HTTP 头声明 utf-8"
    assert decode((meta + CHINESE).encode("gb18030")).reason == "网页声明 gbk，按 gb18030 读取"
    assert decode(CHINESE.encode("utf-8")).reason == "内容是合法的 UTF-8"
    assert decode(CHINESE.encode("gb18030")).reason == "内容不是 UTF-8，按 gb18030 读取"


@pytest.mark.parametrize(
    ("declared", "real"), [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("iso-8859-1", "gb18030")]
)
@pytest.mark.parametrize("by_header", [True, False])
def test_a_wrong_declaration_is_not_believed(declared: str, real: str, by_header: bool) -> None:
    html = CHINESE if by_header else f'<meta charset="{declared}">{CHINESE}'
    decoded = decode(html.encode(real), http_charset=declared if by_header else "")
    assert (decoded.text, decoded.charset) == (html, real)


def test_the_meta_tag_stands_in_for_a_wrong_header() -> None:
    decoded = decode(f'<meta charset="gbk">{CHINESE}'.encode("gb18030"), http_charset="UTF-8")
    assert decoded.charset == "gb18030"
    assert decoded.reason == "HTTP 头声明 UTF-8 与内容不符；网页声明 gbk，按 gb18030 读取"


def test_one_broken_character_does_not_turn_utf8_into_gb() -> None:
    decoded = decode(CHINESE.encode("utf-8")[:-20] + b"\xe6\x9c", http_charset="utf-8")
    assert decoded.charset == "utf-8"
    assert "冬季供暖" in decoded.text


def test_a_character_cut_before_a_tag_leaves_the_tag_alone() -> None:
    body = '<meta charset="gb2312">通知'.encode("gb18030")[:-1] + b'<a href="x.html">x</a>'
    assert '<a href="x.html">' in decode(body).text


def test_short_gb_text_that_is_legal_utf8_by_chance() -> None:
    body = "通知".encode("gb18030")
    assert decode(body).text == "通知"


def test_big5_is_read_as_declared() -> None:
    html = '<meta charset="big5">臺灣事務'
    assert decode(html.encode("big5")).text == html


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb2312"),
        (b"<META CHARSET=GBK >", "GBK"),
        (b"<meta charset='utf-8'/>", "utf-8"),
        (b'<!-- <meta charset="gbk"> --><meta charset="utf-8">', "utf-8"),
        (b'<?xml version="1.0" encoding="GB2312"?>', "GB2312"),
        (b'<script charset="gbk" src="a.js"></script>', ""),
        (b" " * 4096 + b'<meta charset="gbk">', ""),
    ],
)
def test_finds_the_declaration_of_the_page(head: bytes, charset: str) -> None:
    assert meta_charset(head) == charset


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=60))
def test_chinese_reads_back_from_both_charsets_undeclared(text: str) -> None:
    page = f"<p>{text}</p>"
    assert decode(page.encode("utf-8")).text == page
    assert decode(f"{page}：关于做好冬季供暖工作的通知，请认真贯彻执行。".encode("gb18030")).text.startswith(
        page
    )


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "gbk", "big5", "nonsense", "iso-8859-1"]))
def test_any_bytes_are_some_text(body: bytes, label: str) -> None:
    assert isinstance(decode(body, http_charset=label).text, str)


@pytest.mark.parametrize("rest", ["", "说明。" * 3_000])
def test_a_damaged_page_in_utf8_is_told_from_one_in_gb(rest: str) -> None:
    text = "<p>" + "政府信息公开。" * 300 + "\n" * 5 + rest
    damaged = text.encode()[:-2] + b"\xe4<p>"
    assert decode(damaged).charset == "utf-8"
    assert decode(text.encode("gb18030")).charset == "gb18030"


@given(st.binary(max_size=400))
def test_bytes_that_are_taken_as_sent_read_like_their_text(body: bytes) -> None:
    page = PageView(b'<a href="/x">' + body, url="http://www.some.gov.cn/", as_of=date(2026, 11, 20))
    read_as_text = PageView(
        page.html.encode(), url=page.url, content_type="text/html; charset=utf-8", as_of=page.as_of
    )
    assert [link.text for link in page.links] == [
        link.text for link in read_as_text.links
    ] or "\x00" in page.html
