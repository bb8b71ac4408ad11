"""A front page that is nothing but an entrance."""

from datetime import date

import pytest

from tests.unit.inspecting.test_link_survey import site, site_page, survey
from trap_server import page
from workbench.inspecting.navigation_home import second_level
from workbench.views.page_view import PageView

NAMES = ("政务公开", "办事服务", "互动交流", "走进霁川", "新闻中心", "专题专栏", "数据开放")


def entrance(*more: str, path: str = "/c{}/") -> str:
    columns = "".join(f'<a href="{path.format(n)}">{name}</a>' for n, name in enumerate(NAMES))
    return f"<title>霁川市</title>{columns}{''.join(more)}<p>主办单位：霁川市人民政府</p>"


def columns_of(html: str) -> frozenset[str]:
    view = PageView(html.encode(), url="http://a.gov.cn/", as_of=date(2026, 11, 20))
    return second_level(view, lambda url: url.startswith("http://a.gov.cn/"))


def test_a_page_of_column_names_is_an_entrance() -> None:
    assert columns_of(entrance()) == {f"http://a.gov.cn/c{n}/" for n in range(7)}


@pytest.mark.parametrize(
    "html",
    [
        entrance("<li><a href=/news/1.html>市政府召开第十二次常务会议研究部署工作</a> 2026-11-19</li>"),
        entrance("<p>" + "霁川市位于东部沿海，历史悠久。" * 30),
        entrance(path="/article/{}.html"),
        entrance(path="http://other.cn/c{}/"),
        "<a href=/a/>甲</a><a href=/b/>乙</a>",
        "",
    ],
)
def test_a_front_page_with_anything_of_its_own_is_none(html: str) -> None:
    assert columns_of(html) == frozenset()


def test_what_stands_on_the_second_level_counts_as_home_then() -> None:
    columns = {f"c{n}__": site_page(f"栏目{n}", f"/gone{n}", "/deep") for n in range(7)}
    deep = site_page("深", "/lost")
    with site(home=page(entrance()), deep=deep, **columns) as server:
        found = survey(server.home)
        assert found.links[server.url("/gone3")].is_on_home
        assert not found.links[server.url("/lost")].is_on_home
