"""The foot of a page is read in the shapes that content systems give it; what is not there is not seen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.footer_facts import FooterFacts
from workbench.views.page_view import PageView

MARK = "http://bszs.conac.cn/sitename?method=show&amp;id=04E0DEEC2DCA0288E053022819ACC535"
WHOLE = f"""<title>某某局</title><ul><li><a href="a.html">某某局召开第三季度工作例会</a>2026-11-02</li></ul>
<div class="foot"><a href="{MARK}"><img src="/img/dzjg.png"></a>
<p>主办单位：某某市某某局　地址：某某市某某路1号　联系电话：0123-1234567</p>
<p>政府网站标识码：1234560001　<a href="https://beian.miit.gov.cn/">某ICP备12345678号-2</a>
<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=12345602000003">某公网安备 12345602000003号</a></p>
<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=1234560001&amp;url=http%3A%2F%2Fwww.some.gov.cn">找错</a></div>"""


def foot(html: str) -> FooterFacts:
    return PageView(html.encode(), url="http://www.some.gov.cn/", as_of=date(2026, 11, 20)).footer


def test_a_whole_foot_is_seen_whole() -> None:
    seen = foot(WHOLE)
    assert seen.mark.startswith("http://bszs.conac.cn/sitename")
    assert (seen.site_code, seen.icp, seen.police) == (
        "1234560001",
        "某ICP备12345678号-2",
        "某公网安备12345602000003号",
    )
    assert (seen.organiser, seen.contact) == ("某某市某某局", "0123-1234567")
    assert seen.error_report_code == "1234560001"
    assert seen.brought_in_by == ""


def test_an_empty_foot_is_empty() -> None:
    seen = foot("<title>某某局</title><p>某某局召开第三季度工作例会，研究部署下一阶段工作。</p>")
    assert seen.is_empty
    assert seen.brought_in_by == ""


@pytest.mark.parametrize(
    "html",
    [
        "<script src='http://dcs.conac.cn/js/24/CA1.js'></script>",
        "<script>document.write(unescape(\"%3Cscript src='//dcs.conac.cn/js/CA1.js'%3E\"))</script>",
        "<span id='_ideConac'></span>",
        "<a href='/sitename?method=show&id=04E0DEEC2DCA0288E053022819ACC535'>党政机关</a>",
    ],
)
def test_the_mark_is_known_by_link_script_or_place(html: str) -> None:
    assert foot(f"<p>版权</p>{html}").mark


def test_a_mark_that_is_commented_out_is_no_mark() -> None:
    assert foot(f"<p>版权所有：某某局</p><!--a href='{MARK}'><img src='red.png'></a-->").mark == ""


def test_a_picture_alone_is_no_mark() -> None:
    assert foot("<p>版权所有：某某局</p><img src='/img/dangzheng.png' alt='党政机关'>").mark == ""


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<a href='http://pucha.kaipuyun.cn/exposure/jiucuo.html?site_code=1234560001&url=x'>错</a>", "1234560001"),
        ("<a href='https://zfwzzc.www.gov.cn/check_web/errorInfo/jcInfo/bm12345678-98'>错</a>", ""),
        ("<span id='_span_jiucuo'><img onclick=\"Link('1234560001')\" src='j.png'></span>", "1234560001"),
        ("<script>document.write('<a onclick=Link(\"1234560001\")>')</script>", "1234560001"),
        ("<span id='_span_jiucuo'></span>", ""),
    ],
)  # fmt: skip
def test_every_generation_of_the_error_entry(html: str, code: str) -> None:
    seen = foot(f"<p>版权所有：某某局</p>{html}")
    assert seen.error_report
    assert seen.error_report_code == code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("网站标识码:bm12345678", "bm12345678"),
        ("政府网站标识码：12345600", "12345600"),
        ("网站标识码 <span>1234560001</span>", "1234560001"),
    ],
)
def test_site_codes_are_told_as_written(words: str, expected: str) -> None:
    assert foot(f"<p>版权所有：某某局</p><p>{words}</p>").site_code == expected


def test_numbers_written_by_a_script_are_seen() -> None:
    seen = foot(
        "<p>版权</p><script>document.write('<p>京ICP备12345678号</p><p>京公网安备11010102000001号</p>')</script>"
    )
    assert (seen.icp, seen.police) == ("京ICP备12345678号", "京公网安备11010102000001号")


def test_a_business_licence_is_no_filing() -> None:
    assert foot("<p>版权所有：某某公司</p><p>京ICP证030173号</p>").icp == ""


def test_the_sponsor_of_an_event_does_not_run_the_site() -> None:
    article = (
        "<h1>某某大赛</h1>" + "<p>大赛主办单位：某某协会，承办单位：某某公司，欢迎参加本次大赛。</p>" * 6
    )
    assert foot(f"{article}<p>版权所有：某某局 联系电话：1234567</p>").organiser == ""


@pytest.mark.parametrize(
    "html",
    [
        "<script src='/common/footer.js'></script>",
        "<iframe src='/public/bottom.html'></iframe>",
        "<script>$('#footer').load('/inc/foot.html')</script>",
    ],
)
def test_a_foot_that_comes_later_is_told(html: str) -> None:
    assert foot(f"<p>某某局召开第三季度工作例会</p>{html}").brought_in_by


@given(st.text(alphabet="主办单位：网站标识码ICP备公网安0123456789-号<>'\"=&?/ Link()%3C", max_size=200))
def test_nothing_written_makes_it_fail(text: str) -> None:
    foot(f"<p>{text}</p><script>{text}</script><a href='{text}'>x</a>")
