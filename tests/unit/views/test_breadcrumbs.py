"""The line that says where the reader is, in the fashions sites draw it."""

import pytest

from workbench.views.breadcrumbs import find_breadcrumbs
from workbench.views.page_outline import outline_of
from workbench.views.page_tree import PageTree

MENU = "<ul><li><a href='/'>首页</a></li><li><a href='/a/'>新闻</a></li><li><a href='/b/'>公开</a></li></ul>"


def crumbs(html: str) -> tuple[str, ...]:
    return find_breadcrumbs(outline_of(PageTree(html).parser))[1]


@pytest.mark.parametrize(
    "html",
    [
        "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/b/'>政务公开</a> &gt; <a href=''>通知公告</a></div>",
        "<div>您现在的位置： <a href='/'>首页</a>&nbsp;&raquo;&nbsp;<a href='/b/'>政务公开</a>&nbsp;&raquo;&nbsp;通知公告</div>",
        "<td>您所在的位置：首页 - 政务公开 - 通知公告</td>".replace(" - ", " &gt; "),
        "<p><span>当前位置</span><a href='/'>首页</a><i>/</i><a href='/b/'>政务公开</a><i>/</i><a>通知公告</a></p>",
        "<div><a href='/'>首页</a> → <a href='/b/'>政务公开</a> → <span>通知公告</span></div>",
        "<div class='position'><a href='/'>首页</a><a href='/b/'>政务公开</a><a href=''>通知公告</a></div>",
        "<div class='mbx'><span class='icon'></span><a href='/'>首页</a><em></em><a href='/b/'>政务公开</a><em></em>通知公告</div>",
    ],
)
def test_reads_the_path(html: str) -> None:
    assert crumbs(MENU + html + "<h2>通知公告</h2><ul><li><a href='x'>标题</a></li></ul>") == (
        "首页",
        "政务公开",
        "通知公告",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div><a href='/'>首页</a> | <a href='/a/'>新闻</a> | <a href='/b/'>公开</a></div>",
        "<div><a href='#'>首页</a> <a href='#'>上一页</a> <a href='#'>下一页</a></div>",
        MENU,
        "",
    ],
)
def test_a_menu_is_no_path(html: str) -> None:
    assert crumbs(html) == ()


def test_a_path_loose_in_a_big_box_ends_where_the_chain_ends() -> None:
    rest = "".join(f"<p>第{n}段文字</p>" for n in range(40))
    html = f"<div>当前位置：<a href='/'>首页</a> &gt; <a href='/b/'>政务公开</a> &gt; 通知公告{rest}</div>"
    assert crumbs(html) == ("首页", "政务公开", "通知公告")
