"""The page view as a whole: homes, kinds without a list, laziness, and what it promises its readers."""

from datetime import date

import pytest

from tests.unit.views.column_pages import AS_OF, PROSE
from tests.unit.views.site_frame import MENU, friends
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

HOME = "http://www.some.gov.cn/"
BLOCKS = ("要闻动态", "通知公告", "政策文件", "政策解读")


def home(line: str) -> str:
    menu = "".join(f'<li><a href="/c{n}/">{name}</a></li>' for n, name in enumerate(MENU))
    blocks = ""
    for number, name in enumerate(BLOCKS):
        rows = "".join(
            line.format(
                h=f"/a{number}/20261{day}/t{number}{day}000.html",
                t=f"某某市某某局关于{name}第{day}号事项的通知",
                m=11,
                d=day,
            )
            for day in range(10 + number, 16 + number)
        )
        blocks += f'<div class="b"><h3><a href="/a{number}/">{name}</a><a href="/a{number}/">更多</a></h3><ul>{rows}</ul></div>'
    return f"<title>某某市某某局</title><ul>{menu}</ul>{blocks}{friends()}<p>主办单位：某某市某某局</p>"


def view(html: str, *, url: str = HOME, as_of: date = AS_OF) -> PageView:
    return PageView(html.encode(), url=url, as_of=as_of)


@pytest.mark.parametrize("url", [HOME, "http://www.some.gov.cn/index.html", ""])
def test_a_home_page_lists_all_its_blocks(url: str) -> None:
    page = view(home('<li><a href="{h}">{t}</a><span>2026-{m}-{d}</span></li>'), url=url)
    assert page.kind is PageKind.HOME
    assert len(page.items) == 24
    assert page.newest_date == date(2026, 11, 18)


def test_a_home_page_with_month_and_day_only() -> None:
    page = view(home('<li><a href="{h}">{t}</a><span>{m}-{d}</span></li>'))
    assert page.kind is PageKind.HOME_MMDD
    assert page.newest_date == date(2026, 11, 18)


def test_a_home_page_without_dates() -> None:
    page = view(home('<li><a href="{h}">{t}</a></li>'))
    assert page.kind is PageKind.HOME_NODATE
    assert page.newest_date is None
    assert page.is_undated


def test_items_after_the_monitoring_day_do_not_count() -> None:
    page = view(home('<li><a href="{h}">{t}</a><span>2026-{m}-{d}</span></li>'), as_of=date(2026, 11, 12))
    assert page.newest_date == date(2026, 11, 12)
    assert (
        view(
            home('<li><a href="{h}">{t}</a><span>2026-{m}-{d}</span></li>'), as_of=date(2026, 11, 1)
        ).newest_date
        is None
    )


def test_a_site_map() -> None:
    links = "".join(f'<li><a href="/c{n}/">栏目{n}</a></li>' for n in range(30))
    page = view(
        f"<title>网站地图_某某局</title><div>当前位置：<a href='/'>首页</a> &gt; 网站地图</div><ul>{links}</ul>",
        url=HOME + "map/",
    )
    assert page.kind is PageKind.SITEMAP
    assert not page.is_blank


def test_a_form() -> None:
    fields = "".join(f"<p>{name}<input name='{name}'></p>" for name in ("姓名", "电话", "地址", "标题"))
    page = view(
        f"<title>局长信箱</title><h2>我要写信</h2><form>{fields}<textarea></textarea></form>",
        url=HOME + "xx/",
    )
    assert page.kind is PageKind.FORM


@pytest.mark.parametrize(
    "html", ["", "<html><body></body></html>", "<title>404 Not Found</title><h1>Not Found</h1>"]
)
def test_errors(html: str) -> None:
    page = view(html, url=HOME + "x/")
    assert page.kind is PageKind.ERROR
    assert not page.is_blank


def test_a_page_that_moved_is_no_blank_column() -> None:
    assert (
        view(
            "<title>公告</title><p>某某局网站已迁移至市政府门户网站，请点击访问新网址：http://www.city.gov.cn/</p>"
        ).kind
        is not PageKind.LIST_BLANK
    )


def test_an_index_of_sub_columns_is_as_new_as_any_of_them() -> None:
    blocks = "".join(
        f'<div class="k"><div class="hd"><a href="./b{n}/">子栏目{n}</a><a href="./b{n}/">更多</a></div><ul class="u{n}">'
        f'<li><a href="./b{n}/20261{n}/t1.html">关于子栏目{n}有关工作的通知</a><span>2026-11-0{n}</span></li>'
        f'<li><a href="./b{n}/20261{n}/t2.html">关于子栏目{n}有关活动的公告</a><span>2026-10-0{n}</span></li></ul></div>'
        for n in range(1, 5)
    )
    html = f"<title>政务公开_某某局</title><div>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>政务公开</a></div>{blocks}"
    assert view(html, url=HOME + "zwgk/").newest_date == date(2026, 11, 4)


def test_names_come_from_the_path_and_the_title() -> None:
    page = view(
        "<title>通知公告_某某市某某局</title><div>当前位置：<a href='/'>首页</a> &gt; 通知</div>",
        url=HOME + "x/",
    )
    assert page.names == ("通知", "通知公告", "某某市某某局")


def test_the_http_charset_is_heard() -> None:
    page = PageView(
        "<p>朱镕基</p>".encode("gb18030"), url=HOME, content_type="text/html;charset=GBK", as_of=AS_OF
    )
    assert (page.charset, page.text) == ("gb18030", "朱镕基")


def test_everything_is_derived_once() -> None:
    page = view(home('<li><a href="{h}">{t}</a></li>'))
    assert page.links is page.links
    assert page.items is page.items
    assert page.tree is page.tree


def test_links_do_not_wait_for_the_outline() -> None:
    page = view(home('<li><a href="{h}">{t}</a></li>'))
    assert page.links
    assert "outline" not in vars(page)


def test_dates_are_all_full_dates_shown() -> None:
    page = view(
        f"<p>2026-01-02</p><p style='display:none'>2026-01-03</p><p>{PROSE}2025年3月4日起</p><p>11-05</p>"
    )
    assert page.dates == (date(2026, 1, 2), date(2025, 3, 4))


@pytest.mark.parametrize(
    ("name", "kind"), [("联系方式", PageKind.CONTENT), ("通知公告", PageKind.LIST_BLANK)]
)
def test_a_page_of_the_site_about_itself_is_no_blank_column(name: str, kind: PageKind) -> None:
    html = f"""<title>某局-{name}</title><div>当前位置：<a href="/">首页</a> &gt; <a href="/x/">{name}</a></div>
    <h1>{name}</h1><div class="view"></div><div class="foot">主办：某局　Copyright 2010</div>"""
    page = PageView(html.encode(), url="http://www.example.gov.cn/x/index.html", as_of=date(2026, 11, 20))
    assert page.kind is kind
