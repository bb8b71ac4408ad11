"""Hidden foreign links are found whatever hides them; what a page needs to hide is left alone."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.views.link_hiding import HiddenLink, hidden_links
from workbench.views.page_view import PageView


def on(html: str) -> tuple[HiddenLink, ...]:
    return hidden_links(PageView(html.encode(), url="http://www.some.gov.cn/", as_of=date(2026, 11, 20)))


def test_the_stealthiest_way_is_told() -> None:
    [link] = on(
        '<div style="text-indent:-900px"><p style="display:none"><a href="//a.com/" title="乙">甲</a></p></div>'
    )
    assert link == HiddenLink(url="http://a.com/", text="甲 乙", how="移出屏幕")


def test_an_address_is_told_once() -> None:
    assert len(on('<p hidden><a href="http://a.com/">甲</a><a href="http://a.com/">乙</a></p>')) == 1


def test_heads_that_advertise() -> None:
    found = on('<title>某局</title><meta name="Keywords" content="时时彩,北京赛车">')
    assert [(link.how, link.sign) for link in found] == [("网页关键词或说明", "时时彩")]


@given(st.text(alphabet='<a href="http:/.com> style=-9px;{}div', max_size=200))
def test_whatever_the_page_is(html: str) -> None:
    on(html)
