"""A column's list of any build is found among whatever else stands on its page, be it long or a single item."""

from datetime import date

import pytest

from workbench.views.page_view import PageView

AS_OF = date(2026, 11, 20)
URL = "http://www.some.gov.cn/bmxx/tzgg/index.html"
NEWEST = date(2026, 10, 30)
TITLES = (
    "关于做好2026年度冬季供暖保障工作的通知",
    "关于公布政府定价目录的公告",
    "市城管局开展市容环境整治",
    "关于召开听证会的公告（第3号）",
)
DAYS = (NEWEST, date(2026, 10, 21), date(2026, 9, 15), date(2026, 8, 2))
CRUMB = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/bmxx/">部门信息</a> &gt; <a href="./">通知公告</a></div>'
FOOT = "<div>主办：某某局<br>ICP备12345678号　最后更新：2026-11-19　您是第 20261118 位访问者</div>"
BOXES = {"li": "ul", "tr": "table", "dt": "dl"}
ROWS = {
    "date behind": '<li><a href="./t{i}.html">{t}</a><span>{d}</span></li>',
    "date before": '<li><em>{d}</em><a href="./t{i}.html">{t}</a></li>',
    "rows of a table": '<tr><td>·<a href="./t{i}.html">{t}</a></td><td>{d}</td></tr>',
    "a table each": '<table><tr><td><a href="./t{i}.html">{t}</a></td><td>[{d:%m-%d}]</td></tr></table>',
    "dt and dd": '<dt><a href="./t{i}.html">{t}</a></dt><dd>{d:%Y年%m月%d日}</dd>',
    "lines": '<a href="./t{i}.html">{t}</a> ({d})<br>',
    "paragraphs": '<p><a href="./t{i}.html">{t}</a><font>{d:%Y/%m/%d}</font></p>',
    "big day": (
        "<li><div><b>{d:%d}</b><span>{d:%Y-%m}</span></div>"
        '<div><a href="./t{i}.html">{t}</a><p>现就有关事项通知如下……</p></div></li>'
    ),
    "all in a link": '<a href="./t{i}.html"><span>{t}</span><span>{d}</span></a>',
    "glued": '<li><a href="./t{i}.html">{t}{d}</a></li>',
    "boxes in boxes": (
        '<div><div><div><a href="./t{i}.html">{t}</a></div></div>'
        "<div><div>发布时间：{d} 来源：本站</div></div></div>"
    ),
    "boxes in turn": '<div><a href="./t{i}.html">{t}</a></div><div>{d}</div>',
    "queries": '<li><a href="show.aspx?id=1{i}&cid=5">{t}</a><span>{d}</span></li>',
    "articles elsewhere": '<li><a href="http://www.some.gov.cn/art/2026/{i}/art_12_{i}.html">{t}</a><b>{d}</b></li>',
    "opened by script": '<li><a href="#" onclick="open({i})">{t}</a><b>{d}</b></li>',
}
_NEWS = '<li><a href="../../xwzx/zwyw/t2026111{i}.html">市领导调研第{i}项重点工作推进情况</a><em>2026-11-1{i}</em></li>'
_ROW = '<tr><td><a href="/xwzx/{i}.html">市领导调研第{i}项重点工作</a></td><td>2026-11-1{i}</td></tr>'
SIDE = "".join(_NEWS.format(i=i) for i in range(8, 3, -1))
SIDE_TABLE = "<table>" + "".join(_ROW.format(i=i) for i in range(8, 3, -1)) + "</table>"
MENU = "".join(
    f'<li><a href="../c{i}/">{w}</a></li>' for i, w in enumerate(("要闻", "公告", "政策", "人事", "规划"))
)
PAGER = '<div>共120条 1/12页 <a href="i_2.html">下一页</a> <a href="i_12.html">尾页</a></div>'
AMONG = {
    "nothing": "{own}",
    "news to the right": "<div><div class=a>{own}</div><div class=b><h3>最新信息</h3><ul>{side}</ul></div></div>",
    "news to the left": "<div><div class=b><h3>最新动态</h3><ul>{side}</ul></div><div class=a>{own}</div></div>",
    "a table of news": "<table><tr><td width=200><div>推荐阅读</div>{table}</td><td>{own}</td></tr></table>",
    "a menu": "<div><ul>{menu}</ul></div><div>{own}</div>",
    "a clock": "<div>2026年11月20日 星期五</div>{own}",
    "a pager": "{own}{pager}",
    "a box with its name": "<div><h2>通知公告</h2>{own}</div>",
    "links below": "{own}<div><h4>相关链接</h4><ul>{side}</ul></div>",
    "more of another column": "<div>{own}</div><div><a href=/xwzx/zwyw/>更多&gt;&gt;</a><ul>{side}</ul></div>",
    "news that run": "<marquee>{side}</marquee>{own}",
}
PROSE = (
    "<p>各有关单位：为切实做好当前和今后一段时期的工作，现将有关事项通知如下，请结合实际认真贯彻执行。</p>"
    * 8
)
EMPTY = (
    "<ul></ul>",
    "<div class=list></div>",
    "<p>暂无内容</p>",
    "<table><tr><th>标题</th><th>日期</th></tr></table>",
    "<div>共0条 <a href=?p=1>首页</a> <a href=?p=1>上一页</a> <a href=?p=1>下一页</a></div>",
    "<ul><li><a href=''></a><span></span></li><li></li></ul>",
)
UNDATED = {
    "lines": '<li><a href="./t{i}.html">{t}</a></li>',
    "rows of a table": '<tr><td><a href="./t{i}.html">{t}</a></td></tr>',
    "files": '<li><a href="./P{i}.pdf">{t}</a></li>',
    "dates in addresses": '<li><a href="./202611/t20261118_{i}.html">{t}</a></li>',
    "articles elsewhere": '<li><a href="/art/2026/11/1{i}/art_1_{i}.html">{t}</a></li>',
    "dates of the system's making": '<li><a href="./t{i}.html">{t}</a><i>1970-01-01</i></li>',
}
FILLED_LATER = (
    '<ul id=list></ul><script>$(function(){$.get("/api/list",function(r){$("#list").html(r)})})</script>',
    '<ul><li v-for="x in list"><a :href="x.url">{{x.title}}</a></li></ul>',
)
DATED = (
    "<p>发布时间：2026-10-30</p>",
    "<div>2026-10-30 09:11 来源：某某局</div>",
    "<script>var pubdata='2026-10-30'</script>",
)
PATHS = pytest.mark.parametrize("crumb", [CRUMB, ""], ids=["path", "no path"])
SURROUNDINGS = pytest.mark.parametrize("among", AMONG)


def page_of(own: str, *, among: str, crumb: str, title: str = "通知公告_某某局") -> PageView:
    stretches = {"{own}": own, "{side}": SIDE, "{table}": SIDE_TABLE, "{menu}": MENU, "{pager}": PAGER}
    content = AMONG[among]
    for name, stretch in stretches.items():
        content = content.replace(name, stretch)
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return PageView(f"<html>{head}<body>{crumb}{content}{FOOT}</body></html>".encode(), url=URL, as_of=AS_OF)


@PATHS
@SURROUNDINGS
@pytest.mark.parametrize("own", EMPTY)
def test_a_blank_column_is_blank(own: str, among: str, crumb: str) -> None:
    assert page_of(own, among=among, crumb=crumb).is_blank


@PATHS
@SURROUNDINGS
@pytest.mark.parametrize("row", UNDATED)
def test_an_undated_list_borrows_no_date(row: str, among: str, crumb: str) -> None:
    box = BOXES.get(UNDATED[row][1:3], "div")
    lines = "".join(UNDATED[row].format(i=i, t=title) for i, title in enumerate(TITLES))
    page = page_of(f"<{box}>{lines}</{box}>", among=among, crumb=crumb)
    assert (page.newest_date, page.is_undated) == (None, True)


@PATHS
@SURROUNDINGS
@pytest.mark.parametrize("own", FILLED_LATER)
def test_a_column_filled_by_script_is_not(own: str, among: str, crumb: str) -> None:
    assert page_of(own, among=among, crumb=crumb).is_script_filled


@PATHS
@SURROUNDINGS
@pytest.mark.parametrize("dated", DATED)
def test_an_article_is_dated_by_itself(dated: str, among: str, crumb: str) -> None:
    title = "关于做好冬季供暖保障工作的通知"
    own = f"<h1>{title}</h1>{dated}{PROSE}"
    page = page_of(own, among=among.replace("a pager", "nothing"), crumb=crumb, title=f"{title}_某某局")
    assert (page.publish_date, page.signature_date) == (NEWEST, None)


@PATHS
@SURROUNDINGS
@pytest.mark.parametrize("row", ROWS)
def test_the_columns_own_list_is_found(row: str, among: str, crumb: str) -> None:
    box = BOXES.get(ROWS[row][1:3], "div")
    for count in (4, 2, 1):
        lines = "".join(ROWS[row].format(i=i, t=TITLES[i], d=DAYS[i]) for i in range(count))
        seen = page_of(f"<{box}>{lines}</{box}>", among=among, crumb=crumb)
        assert seen.newest_date == NEWEST, f"{count} items"
