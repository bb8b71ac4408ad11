"""Every address a page asks for or offers, with its kind and words; bs4 is the reference on real structure."""

from datetime import date
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from tests.unit.views.column_pages import URL, column_pages
from workbench.domain.link import LinkKind
from workbench.views.page_links import PageLink, refresh_target
from workbench.views.page_view import PageView

HOST = "http://www.some.gov.cn"


def links_of(html: str, *, url: str = f"{HOST}/a/index.html") -> tuple[PageLink, ...]:
    return PageView(html.encode(), url=url, as_of=date(2026, 11, 20)).links


@pytest.mark.parametrize(
    ("html", "url", "kind"),
    [
        ('<a href="b.html">x</a>', "/a/b.html", LinkKind.PAGE),
        ('<a href="b.PDF?v=1">x</a>', "/a/b.PDF?v=1", LinkKind.ATTACHMENT),
        ('<a href="b.jpg">x</a>', "/a/b.jpg", LinkKind.IMAGE),
        ('<a href="b.mp4">x</a>', "/a/b.mp4", LinkKind.MEDIA),
        ('<map><area href="b.html"></map>', "/a/b.html", LinkKind.PAGE),
        ('<img src="/i.png">', "/i.png", LinkKind.IMAGE),
        ('<input type="image" src="/i.png">', "/i.png", LinkKind.IMAGE),
        ('<table background="/i.gif"></table>', "/i.gif", LinkKind.IMAGE),
        ('<link rel="stylesheet" href="/s.css">', "/s.css", LinkKind.STYLE),
        ('<link rel="shortcut icon" href="/f.ico">', "/f.ico", LinkKind.IMAGE),
        ('<link rel="preload" as="script" href="/p.js">', "/p.js", LinkKind.SCRIPT),
        ('<script src="/s.js"></script>', "/s.js", LinkKind.SCRIPT),
        ('<iframe src="/f.html"></iframe>', "/f.html", LinkKind.FRAME),
        ('<video src="/v.mp4"></video>', "/v.mp4", LinkKind.MEDIA),
        ('<audio src="/v.mp3"></audio>', "/v.mp3", LinkKind.MEDIA),
        ('<svg><image xlink:href="/d"/></svg>', "/d", LinkKind.IMAGE),
        ('<svg><image href="/d.png"/></svg>', "/d.png", LinkKind.IMAGE),
        ('<svg><a xlink:href="/b.html"><text>x</text></a></svg>', "/b.html", LinkKind.PAGE),
        ('<svg><a href="/b.html"><text>x</text></a></svg>', "/b.html", LinkKind.PAGE),
        ('<iframe srcdoc="&lt;a href=b.html&gt;x&lt;/a&gt;"></iframe>', "/a/b.html", LinkKind.PAGE),
        ('<video><source src="/v.webm"></video>', "/v.webm", LinkKind.MEDIA),
        ('<picture><source srcset="/p.webp"></picture>', "/p.webp", LinkKind.IMAGE),
        ('<object data="/o.swf"></object>', "/o.swf", LinkKind.MEDIA),
        ('<embed src="/e.swf">', "/e.swf", LinkKind.MEDIA),
        ('<meta http-equiv="Refresh" content="0;URL=./r/">', "/a/r/", LinkKind.PAGE),
    ],
)
def test_tags_that_carry_an_address(html: str, url: str, kind: LinkKind) -> None:
    assert [(link.url, link.kind) for link in links_of(html)] == [(HOST + url, kind)]


def test_frames_of_a_frameset() -> None:
    html = '<frameset><frame src="top.html"><frame src="main.html"></frameset>'
    assert [(link.url, link.kind) for link in links_of(html)] == [
        (f"{HOST}/a/top.html", LinkKind.FRAME),
        (f"{HOST}/a/main.html", LinkKind.FRAME),
    ]


def test_every_candidate_of_a_srcset() -> None:
    html = '<img src="a.png" srcset="b.png 1x, /c,d.png 2x,e.png 640w">'
    assert [link.raw for link in links_of(html)] == ["a.png", "b.png", "/c,d.png", "e.png"]


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="gone.html">x</a> -->',
        '<!--[if lt IE 9]><script src="ie.js"></script><![endif]-->',
        "<script>document.write('<a href=\"gone.html\">x</a>')</script>",
        '<noscript><iframe src="*.html"></iframe></noscript>',
        '<template><a href="gone.html">x</a></template>',
        '<textarea><a href="gone.html">x</a></textarea>',
        '<a name="here">x</a><a href="#here">x</a>',
        '<img src=""><img>',
        '<img src="data:image/png;base64,AAAA"><iframe src="about:blank"></iframe>',
        '<link rel="dns-prefetch" href="//cdn.cn">',
        '<meta http-equiv="refresh" content="30">',
    ],
)
def test_what_is_no_link(html: str) -> None:
    assert links_of(html) == ()


@pytest.mark.parametrize("base", ["javascript:void(0)", "JavaScript:1", "data:text/plain,x"])
def test_a_base_that_browsers_do_not_take_is_none(base: str) -> None:
    assert links_of(f'<base href="{base}"><a href="b.html">x</a>') == links_of('<a href="b.html">x</a>')


def test_the_base_of_the_page_is_honoured() -> None:
    assert links_of('<base href="/z/"><a href="b.html">x</a>')[0].url == f"{HOST}/z/b.html"
    assert (
        links_of('<base href="http://other.cn/q/"><a href="b.html">x</a>')[0].url
        == "http://other.cn/q/b.html"
    )


def test_other_schemes_are_kept_as_written() -> None:
    found = links_of('<a href="javascript:void(0)">关</a><a href="mailto:a@b.cn">信</a>')
    assert [(link.url, link.kind) for link in found] == [
        ("javascript:void(0)", LinkKind.OTHER),
        ("mailto:a@b.cn", LinkKind.OTHER),
    ]


def test_words_of_a_link() -> None:
    html = (
        '<a href="1"> 通知 <b>公告</b>\n</a><a href="2" title="全称">  </a><a href="3"><img src="i.png" alt="图"></a>'
        '<img src="j.png" alt="照片">'
    )
    assert [link.text for link in links_of(html)] == ["通知 公告", "全称", "图", "图", "照片"]


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0;url=./x/", "./x/"),
        ("0; URL='http://a.cn/'", "http://a.cn/"),
        ("5,url=x.html", "x.html"),
        ("3", ""),
        ("", ""),
    ]
    + [("0;/x.html", "/x.html"), ("0;url=", "")],
)
def test_targets_of_a_refresh(content: str, target: str) -> None:
    assert refresh_target(content) == target


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("5; URL='a b.html'", "a b.html"),
        ('0;url="a.html" later', "a.html"),
        ("0; url=a.html?x=1 2 ", "a.html?x=1 2"),
    ],
)
def test_a_refresh_may_lead_to_an_address_with_spaces(content: str, target: str) -> None:
    assert refresh_target(content) == target


REFERENCE = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "video": "src",
}


@pytest.mark.parametrize("html", [case.html for case in list(column_pages())[::9]])
def test_finds_what_the_reference_parser_finds(html: str) -> None:
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup(["noscript", "template"]):
        hidden.decompose()
    expected = {
        urldefrag(urljoin(URL, str(node[name]))).url
        for tag, name in REFERENCE.items()
        for node in soup.find_all(tag, attrs={name: True})
        if node[name] and not str(node[name]).startswith(("#", "javascript"))
    }
    found = {link.url for link in links_of(html, url=URL) if link.url.startswith("http")}
    assert found == {url if url.count("/") > 2 else f"{url}/" for url in expected}
