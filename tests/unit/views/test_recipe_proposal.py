"""Two places pointed at make a recipe that finds the whole list, however lists are built."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import WrongUseError
from workbench.views.page_view import PageView
from workbench.views.recipe_proposal import propose_recipe

DAY = date(2026, 11, 20)
MENU = "<div class=menu><ul><li><a href=/>首页</a></li><li><a href=/a/>公告</a></li><li><a href=/b/>政策</a></li></ul></div>"
ROWS = [
    ("关于防汛工作的通知", "2026-11-12"),
    ("关于值班安排的通知", "2026-10-30"),
    ("关于安全生产的通知", "2026-09-01"),
]


def page_of(body: str) -> PageView:
    whole = f"<html><head><title>公告</title></head><body>{MENU}{body}<div class=foot>版权所有 2020-01-01</div></body></html>"
    return PageView(whole.encode(), url="http://www.some.gov.cn/gg/", as_of=DAY)


def rows(form: str) -> str:
    return "".join(form.format(n=n, t=t, d=d, m=d[5:], y=d[:4]) for n, (t, d) in enumerate(ROWS, 1))


SHAPES = {
    "ul and li": (
        "<ul class=list>" + rows("<li><a href=t{n}.html>{t}</a><span>{d}</span></li>") + "</ul>",
        "html>body>ul>li:nth-of-type(1)>a",
        "html>body>ul>li:nth-of-type(1)>span",
    ),
    "no names at all, pointed at the second": (
        "<div><div><ul>" + rows("<li><span>{d}</span><a href=t{n}.html>{t}</a></li>") + "</ul></div></div>",
        "html>body>div:nth-of-type(2)>div>ul>li:nth-of-type(2)>a",
        "html>body>div:nth-of-type(2)>div>ul>li:nth-of-type(2)>span",
    ),
    "rows of a table": (
        "<table>" + rows("<tr><td>{n}</td><td><a href=t{n}.html>{t}</a></td><td>{d}</td></tr>") + "</table>",
        "html>body>table>tbody>tr:nth-of-type(1)>td:nth-of-type(2)>a",
        "html>body>table>tbody>tr:nth-of-type(1)>td:nth-of-type(3)",
    ),
    "tables in a table": (
        "<table><tr><td>左</td><td>"
        + rows("<table><tr><td><a href=t{n}.html>{t}</a></td><td>[{d}]</td></tr></table>")
        + "</td></tr></table>",
        "html>body>table>tbody>tr>td:nth-of-type(2)>table:nth-of-type(1)>tbody>tr>td:nth-of-type(1)>a",
        "html>body>table>tbody>tr>td:nth-of-type(2)>table:nth-of-type(1)>tbody>tr>td:nth-of-type(2)",
    ),
    "dt and dd in turn": (
        "<dl>" + rows("<dt><a href=t{n}.html>{t}</a></dt><dd>{d}</dd>") + "</dl>",
        "html>body>dl>dt:nth-of-type(2)>a",
        "html>body>dl>dd:nth-of-type(2)",
    ),
    "the date first, then the title": (
        "<dl>" + rows("<dt>{d}</dt><dd><a href=t{n}.html>{t}</a></dd>") + "</dl>",
        "html>body>dl>dd:nth-of-type(1)>a",
        "html>body>dl>dt:nth-of-type(1)",
    ),
    "a dl for each item": (
        rows("<dl><dt><a href=t{n}.html>{t}</a></dt><dd>{d}</dd></dl>"),
        "html>body>dl:nth-of-type(1)>dt>a",
        "html>body>dl:nth-of-type(1)>dd",
    ),
    "a stack of divs": (
        "<div id=box>"
        + rows(
            "<div class='item item-{n}'><div class=tit><a href=t{n}.html>{t}</a></div><div class=time>发布时间：{d}</div></div>"
        )
        + "</div>",
        "html>body>div:nth-of-type(2)>div:nth-of-type(1)>div:nth-of-type(1)>a",
        "html>body>div:nth-of-type(2)>div:nth-of-type(1)>div:nth-of-type(2)",
    ),
    "divs in turn without a box or a name": (
        "<div id=box>" + rows("<div><a href=t{n}.html>{t}</a></div><div>{d}</div>") + "</div>",
        "html>body>div:nth-of-type(2)>div:nth-of-type(1)>a",
        "html>body>div:nth-of-type(2)>div:nth-of-type(2)",
    ),
    "cells in turn, two items a row": (
        "<table><tr>" + rows("<td><a href=t{n}.html>{t}</a></td><td>{d}</td>") + "</tr></table>",
        "html>body>table>tbody>tr>td:nth-of-type(1)>a",
        "html>body>table>tbody>tr>td:nth-of-type(2)",
    ),
    "the date inside the link": (
        "<ul>" + rows("<li><a href=t{n}.html>{t}<span>{d}</span></a></li>") + "</ul>",
        "html>body>ul>li:nth-of-type(1)>a",
        "html>body>ul>li:nth-of-type(1)>a>span",
    ),
    "the date inside the title": (
        "<ul>" + rows("<li><a href=t{n}.html>{t}[{d}]</a></li>") + "</ul>",
        "html>body>ul>li:nth-of-type(1)>a",
        "html>body>ul>li:nth-of-type(1)>a",
    ),
    "day above year and month": (
        "<ul>"
        + rows(
            "<li><div class=d><b>{m}</b><i>{y}</i></div><h4><a href=t{n}.html>{t}</a></h4><p>摘要</p></li>"
        )
        + "</ul>",
        "html>body>ul>li:nth-of-type(1)>h4>a",
        "html>body>ul>li:nth-of-type(1)>div>b",
    ),
    "a label, a link of the office and a title": (
        "<ul>"
        + rows("<li><a href=/o/>[某局]</a><a href=t{n}.html>{t}</a><em>阅读 1{n}</em><em>{d}</em></li>")
        + "</ul>",
        "html>body>ul>li:nth-of-type(1)>a:nth-of-type(2)",
        "html>body>ul>li:nth-of-type(1)>em:nth-of-type(2)",
    ),
    "a list cut into pieces": (
        "<div class=lists>"
        + rows(
            "<ul><li><a href=t{n}.html>{t}</a><span>{d}</span></li><li><a href=s{n}.html>{t}之二</a><span>{d}</span></li></ul>"
        )
        + "</div>",
        "html>body>div:nth-of-type(2)>ul:nth-of-type(1)>li:nth-of-type(1)>a",
        "html>body>div:nth-of-type(2)>ul:nth-of-type(1)>li:nth-of-type(1)>span",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_of_any_build_is_found_whole(shape: str) -> None:
    body, title, day = SHAPES[shape]
    page = page_of(body)
    recipe = propose_recipe(page, title, day)
    found = page.by_recipe(recipe)
    assert found.recipe_fault == "", recipe
    firsts = [item for item in found.items if not item.title.endswith("之二")]
    assert [(item.title, str(item.date)) for item in firsts] == ROWS, recipe
    assert [item.url for item in firsts] == [f"http://www.some.gov.cn/gg/t{n}.html" for n in (1, 2, 3)]
    assert len(found.items) == (6 if "pieces" in shape else 3), recipe


def test_two_boxes_of_one_build_are_two_columns() -> None:
    box = "<div class=box><h3>{name}</h3><ul>{rows}</ul></div>"
    row = "<li><a href={p}{n}.html>{p}的第{n}条通知公告</a><span>2026-11-0{n}</span></li>"
    both = "".join(
        box.format(name=p, rows="".join(row.format(p=p, n=n) for n in (1, 2, 3))) for p in ("甲", "乙")
    )
    page = page_of(f"<div>{both}</div>")
    path = "html>body>div:nth-of-type(2)>div:nth-of-type(2)>ul>li:nth-of-type(1)"
    found = page.by_recipe(propose_recipe(page, f"{path}>a", f"{path}>span")).items
    assert [item.title[0] for item in found] == ["乙"] * 3


def test_a_list_without_dates() -> None:
    page = page_of("<ul>" + rows("<li><a href=t{n}.html>{t}</a></li>") + "</ul>")
    found = page.by_recipe(propose_recipe(page, "html>body>ul>li:nth-of-type(1)>a"))
    assert [item.title for item in found.items] == [title for title, _ in ROWS]
    assert found.is_undated


@pytest.mark.parametrize(
    ("title", "day"), [("html>body>h7>a", ""), ("html>body>div:nth-of-type(2)", ""), ("", ""), ("a[", "")]
)
def test_what_is_no_list_is_refused_in_one_sentence(title: str, day: str) -> None:
    with pytest.raises(WrongUseError, match=r"。$"):
        propose_recipe(page_of("<p>没有列表</p>"), title, day)


PARTS = st.sampled_from(
    [
        "<ul>",
        "<li>",
        "</li>",
        "<a href=x>",
        "通知",
        "</a>",
        "<span>",
        "2026-11-12",
        "<dl>",
        "<dt>",
        "<dd>",
        "<table>",
        "<td>",
        "<tr>",
    ]
)
PATHS = st.sampled_from(
    ["a", "li>a", "span", "td", "dd", "html", "body", "body>*", "ul", "dt a", "html>body>ul>li"]
)


@given(parts=st.lists(PARTS, max_size=30), title=PATHS, day=PATHS)
def test_pointing_anywhere_gives_a_recipe_or_a_sentence(parts: list[str], title: str, day: str) -> None:
    page = PageView("".join(parts).encode(), url="", as_of=DAY)
    try:
        recipe = propose_recipe(page, title, day)
    except WrongUseError:
        return
    assert isinstance(recipe, ColumnRecipe)
    assert page.by_recipe(recipe).items
