from datetime import date

import pytest

from workbench.inspecting.missing_page import (
    MissingPage,
    impossible_address,
    reference_key,
    says_missing,
    says_parked,
)
from workbench.views.page_view import PageView


def page(title: str, text: str, *, links: int = 0) -> PageView:
    anchors = "".join(f'<a href="/{n}.html">栏目{n}</a>' for n in range(links))
    html = f"<html><title>{title}</title><body>{anchors}<p>{text}</p></body></html>"
    return PageView(html.encode(), url="http://a.gov.cn/x.html", as_of=date(2026, 11, 20))


def test_a_host_is_asked_once_per_ending() -> None:
    assert reference_key("http://a.gov.cn/zw/1.html") == reference_key("http://a.gov.cn/other/2.HTML?x=1")
    assert reference_key("http://a.gov.cn/zw/1.html") != reference_key("http://a.gov.cn/zw/1.jsp")
    assert reference_key("http://a.gov.cn/zw/") != reference_key("http://a.gov.cn:8080/zw/")


def test_the_impossible_address_is_like_the_possible_one() -> None:
    address = impossible_address("http://a.gov.cn/zw/gk/1.html?id=3")
    assert address.startswith("http://a.gov.cn/zw/gk/bucunzai-")
    assert address.endswith(".html")
    assert impossible_address("http://a.gov.cn/zw/gk/2.html") == address


def test_a_page_like_the_hosts_missing_page_is_missing() -> None:
    words = "很抱歉，没有您要的内容，可能已经移走。请返回首页或者使用站内搜索查找您需要的信息。"
    missing = MissingPage(page("霁川市人民政府", words + "时间 2026-11-20 08:00:01 编号 4711", links=9))
    assert missing.is_shown_by(page("霁川市人民政府", words + "时间 2026-11-20 08:00:02 编号 9", links=9))
    assert not missing.is_shown_by(
        page("霁川市人民政府", "霁川举行秋季运动会，二十个代表队参加比赛。", links=9)
    )
    assert not missing.is_shown_by(page("通知公告", words, links=9))


def test_nothing_is_like_an_empty_missing_page() -> None:
    assert not MissingPage(None).is_shown_by(page("", ""))
    assert not MissingPage(page("", "")).is_shown_by(page("", ""))


@pytest.mark.parametrize(
    ("title", "text", "links"),
    [
        ("404 Not Found", "nginx", 0),
        ("404", "您访问的页面走丢了", 20),
        ("提示信息", "该信息不存在", 1),
        ("某局", "对不起，您访问的页面不存在！", 2),
    ],
)
def test_a_page_that_calls_itself_missing_is_missing(title: str, text: str, links: int) -> None:
    assert says_missing(page(title, text, links=links))


@pytest.mark.parametrize(
    ("title", "text", "links"),
    [
        ("关于网站404页面整改情况的通报", "近期检查发现部分网站链接打不开、页面不存在。" * 20, 2),
        ("网站常见错误代码说明", "浏览器显示404 not found，表示页面不存在。" * 3, 12),
        ("怎样处理“页面不存在”", "我们常常遇到这样的提示。" * 200, 12),
        ("通知公告", "暂无内容", 12),
        ("统计数据", "", 3),
    ],
)
def test_a_page_that_speaks_of_missing_pages_is_a_page(title: str, text: str, links: int) -> None:
    assert not says_missing(page(title, text, links=links))


@pytest.mark.parametrize(
    ("title", "text", "is_parked"),
    [
        ("a.cn", "该域名正在出售，购买该域名请联系我们", True),
        ("域名出售 - a.cn", "相关搜索 " * 200, True),
        ("This domain is for sale", "Buy now", True),
        ("关于域名停放与出售问题的通知", "该域名正在出售的情况时有发生，各单位应当注意。" * 30, False),
        ("某局", "欢迎访问", False),
    ],
)
def test_a_domain_on_offer_is_told_from_an_article_about_one(title: str, text: str, is_parked: bool) -> None:
    assert says_parked(page(title, text)) is is_parked
