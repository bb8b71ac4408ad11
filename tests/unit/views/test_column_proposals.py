"""The columns of a site are proposed from its menus, its boxes and its site map; articles and tools are no columns."""

from datetime import date

from workbench.domain.column import ColumnClass
from workbench.views.column_proposals import (
    ColumnProposal,
    classify_column,
    propose_columns,
    site_map_url,
)
from workbench.views.page_view import PageView

HOME = """<title>某某局</title><div class="nav"><a href="/">首页</a><a href="/xw/">新闻动态</a><a href="/zwgk/">政务公开</a>
<a href="/zwgk/tzgg/">通知公告</a><a href="/lxwm.html">联系我们</a>
<a href="http://www.gov.cn/zw/">中国政府网</a><a href="/map.html">网站地图</a></div>
<div><h2>政策解读</h2><a href="/zwgk/zcjd/">更多&gt;&gt;</a><ul>
<li><a href="/zwgk/zcjd/202611/t20261102_1.html">解读供暖办法</a>2026-11-02</li>
<li><a href="/zwgk/zcjd/202611/t20261101_2.html">一图读懂供水</a>2026-11-01</li></ul></div><a href="list.jsp?id=7">领导信箱</a>
<a href="/doc.pdf">年度报告</a><a href="/zwgk/">政务公开</a>"""


def page(html: str, url: str = "http://www.some.gov.cn/") -> PageView:
    return PageView(html.encode(), url=url, as_of=date(2026, 11, 20))


def told(html: str) -> list[tuple[str, str, str, int]]:
    columns = propose_columns([page(html)])
    return [
        (c.name, c.url.removeprefix("http://www.some.gov.cn"), c.column_class.value, c.level) for c in columns
    ]


def test_a_home_page() -> None:
    assert told(HOME) == [
        ("新闻动态", "/xw/", "news", 1),
        ("政务公开", "/zwgk/", "other", 1),
        ("通知公告", "/zwgk/tzgg/", "notice", 2),
        ("政策解读", "/zwgk/zcjd/", "interpretation", 2),
        ("领导信箱", "/list.jsp?id=7", "consultation", 1),
    ]


def test_the_name_that_tells_more_is_kept() -> None:
    both = '<a href="/hd/">互动交流</a><a href="/hd/">在线咨询</a>'
    assert told(both) == [("在线咨询", "/hd/", "consultation", 1)]


def test_the_reason_is_told() -> None:
    [by_name, by_address] = propose_columns([page('<a href="/a/">工作动态</a><a href="/tzgg/">信息窗口</a>')])
    assert by_name.reason == "名称中的“动态”"
    assert by_address.reason == "网址中的“tzgg”"


def test_a_page_without_columns() -> None:
    assert told("<p>某某局</p>") == []
    assert propose_columns([]) == ()


def test_the_column_page_itself_knows_best() -> None:
    proposal = ColumnProposal(
        name="互动交流", url="http://www.some.gov.cn/hd/", column_class=ColumnClass.OTHER, level=1, reason=""
    )
    head = '<meta name="ColumnName" content="局长信箱"><meta name="ColumnType" content="政务咨询">'
    known = classify_column(proposal, page(head, proposal.url))
    assert (known.name, known.column_class) == ("局长信箱", ColumnClass.CONSULTATION)
    assert known.reason == "网页标签ColumnType：政务咨询"
    path = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/hd/">在线访谈</a></div><ul><li>a</li></ul>'
    assert classify_column(proposal, page(path, proposal.url)).column_class is ColumnClass.INTERVIEW
    assert classify_column(proposal, page("<p>x</p>", proposal.url)) == proposal


def test_the_site_map_is_found() -> None:
    assert site_map_url(page(HOME)) == "http://www.some.gov.cn/map.html"
    assert site_map_url(page("<p>x</p>")) == ""
