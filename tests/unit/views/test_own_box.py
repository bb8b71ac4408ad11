"""The box under the column's own heading: empty, or not for us to say."""

import pytest

from workbench.views.own_box import is_own_box_empty
from workbench.views.page_outline import outline_of
from workbench.views.page_tree import PageTree
from workbench.views.page_zones import zones_of
from workbench.views.title_links import title_links

SIDE = "<div class='r'><h3>要闻</h3><ul><li><a href='a.html'>某某市召开重要工作会议</a></li></ul></div>"


def is_empty(html: str, name: str = "通知公告") -> bool:
    zones = zones_of(outline_of(PageTree(html).parser))
    return is_own_box_empty(zones, title_links(zones), name=name)


@pytest.mark.parametrize(
    "box",
    [
        "<h3>通知公告</h3><ul></ul>",
        "<div><h3>通知公告</h3></div><div class='newslist'></div>",
        "<p>通知公告</p><table><tr><td></td></tr></table>",
    ],
)
def test_an_empty_list_under_the_name(box: str) -> None:
    assert is_empty(f"<div class='l'>{box}</div>{SIDE}")


@pytest.mark.parametrize(
    "box",
    [
        "<h3>通知公告</h3><ul><li><a href='b.html'>关于做好工作的通知</a></li></ul>",
        "<div class='title'><h3>通知公告</h3><div class='line'></div></div><div><a href='b.html'>关于做好工作的通知</a></div>",
        "<h3>政策文件</h3><ul></ul>",
        "<h3>通知公告</h3>",
    ],
)
def test_anything_else(box: str) -> None:
    assert not is_empty(f"<div class='l'>{box}</div>{SIDE}")


def test_a_page_without_name() -> None:
    assert not is_empty("<h3></h3><ul></ul>", name="")
