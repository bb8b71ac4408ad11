"""A recipe goes before the heuristics as long as it fits; where it does not, it says so and they stand in."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.views.column_pages import column_pages
from workbench.domain.column_recipe import ColumnRecipe
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

DAY = date(2026, 11, 20)
URL = "http://www.some.gov.cn/gg/"


def read(html: str, item: str, title: str = "", day: str = "") -> PageView:
    recipe = ColumnRecipe(item=item, title=title, date=day)
    return PageView(html.encode(), url=URL, as_of=DAY).by_recipe(recipe)


def told(page: PageView) -> list[tuple[str, str, str]]:
    return [(item.title, item.url.removeprefix(URL), str(item.date)) for item in page.items]


def test_a_list_the_heuristics_take_for_a_menu() -> None:
    row = "<p><a href={n}.html>关于{t}的通知</a> 2026-11-{n}2</p>"
    html = f"<div class=menu>{row.format(n=1, t='防汛')}{row.format(n=0, t='值班')}</div>"
    assert told(read(html, ".menu > p")) == [
        ("关于防汛的通知", "1.html", "2026-11-12"),
        ("关于值班的通知", "0.html", "2026-11-02"),
    ]


def test_a_date_in_a_sentence_counts_where_it_was_pointed_at() -> None:
    html = (
        "<div class=i><a href=1.html>关于防汛的通知</a><p>本通知由某局于2026年11月1日公布并实施。</p></div>"
    )
    assert told(read(html, ".i", "a", "p"))[0][2] == "2026-11-01"


def test_dates_that_stand_in_an_attribute() -> None:
    html = "<li><a href=1.html>关于防汛的通知</a><time datetime=2026-11-03T08:00>前几天</time></li>"
    assert told(read(html, "li", "a", "time"))[0][2] == "2026-11-03"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11-12", "2026-11-12"),
        ("3天前", "2026-11-17"),
        ("昨天", "2026-11-19"),
        ("2018．12．04", "2018-12-04"),
        ("二〇一九年九月十六日", "2019-09-16"),
        ("20261112", "2026-11-12"),
        ("1970-01-01", "None"),
    ],
)
def test_every_way_to_write_a_date(words: str, day: str) -> None:
    html = f"<li><a href=1.html>关于防汛的通知</a><i>{words}</i></li>"
    assert read(html, "li", "a").items[0].date in (None if day == "None" else date.fromisoformat(day),)


def test_items_without_links_and_items_that_are_links() -> None:
    assert told(read("<p>停水公告 2026-11-01</p><p>停电公告 2026-11-02</p>", "p"))[1] == (
        "停电公告",
        "",
        "2026-11-02",
    )
    linked = "<a href=1.html><b>停水公告</b><i>2026-11-01</i></a>"
    assert told(read(linked, "a")) == [("停水公告", "1.html", "2026-11-01")]


def test_a_box_around_items_is_no_item() -> None:
    html = "<div><div><a href=1.html>停水公告</a></div><div><a href=2.html>停电公告</a></div></div>"
    assert [item.title for item in read(html, "div").items] == ["停水公告", "停电公告"]


@pytest.mark.parametrize(
    ("item", "title", "day", "says"),
    [
        ("ul.gone > li", "", "", "找不到内容"),
        ("li", "h4", "", "只有0处读得出标题"),
        ("li", "a", ".when", "读得出日期"),
        ("li[", "", "", "写法不对"),
        ("", "", "", "请写明"),
    ],
)
def test_a_recipe_that_no_longer_fits_says_why_and_the_heuristics_stand_in(
    item: str, title: str, day: str, says: str
) -> None:
    row = "<li><a href={n}.html>关于防汛的通知</a><span>2026-11-{n}2</span></li>"
    html = f"<ul>{row.format(n=1)}{row.format(n=0)}</ul>"
    page = read(html, item, title, day)
    assert says in page.recipe_fault
    assert page.kind is PageKind.LIST
    assert page.newest_date == date(2026, 11, 12)


def test_what_is_known_of_the_page_is_not_derived_again() -> None:
    page = PageView(b"<li><a href=1.html>x</a></li>", url=URL, as_of=DAY)
    outline = page.outline
    assert page.by_recipe(ColumnRecipe(item="li")).outline is outline
    assert page.by_recipe(None) is page


PAGES = [case.html.encode() for case in list(column_pages())[::23]]
SELECTORS = st.sampled_from(
    ["li", "a", "div", "*", "body", "tr", "td + td", "+ dd", "~ *", "> a", "[", "", "span:last-child"]
)


@given(page=st.sampled_from(PAGES), cut=st.integers(0, 4000), item=SELECTORS, title=SELECTORS, day=SELECTORS)
@settings(max_examples=60, deadline=None)
def test_any_recipe_on_any_page_gives_items_or_a_reason(
    page: bytes, cut: int, item: str, title: str, day: str
) -> None:
    recipe = ColumnRecipe(item=item, title=title, date=day)
    seen = PageView(page[cut:], url=URL, as_of=DAY).by_recipe(recipe)
    assert seen.recipe_fault or seen.items
    assert all(one.title for one in seen.items)
