"""Where the foot of a page begins, on long pages and on short ones."""

import pytest

from workbench.views.page_foot import find_foot
from workbench.views.page_outline import outline_of
from workbench.views.page_tree import PageTree

FOOT = (
    "<p>主办单位：某某市某某局</p><p>版权所有</p><p>网站标识码：1234560001</p><p>技术支持：某某公司</p>"
    "<p>访问量：123</p><p>电话：0123</p>"
)
LIST = "".join(
    f"<li><a href='a{n}'>关于某事项的通知{n}</a><span>2026-11-0{n}</span></li>" for n in range(1, 9)
)


def content(html: str, *, start: int = 0) -> list[str]:
    outline = outline_of(PageTree(html).parser)
    return outline.texts[start : find_foot(outline, start=start)]


def test_a_long_list() -> None:
    assert len(content(f"<ul>{LIST}</ul>{FOOT}")) == 16


@pytest.mark.parametrize("wrap", ["{}", "<div class='footer'>{}</div>", "<footer>{}</footer>"])
def test_a_short_page_with_a_long_foot(wrap: str) -> None:
    assert content("<h2>政策解读</h2><ul></ul>" + wrap.format(FOOT)) == ["政策解读"]


def test_words_of_a_foot_in_an_article_are_the_article() -> None:
    article = (
        "<h1>关于举办大赛的通知</h1><p>主办单位：某某市某某局</p><p>技术支持：某某公司</p><p>"
        + "大赛分初赛和决赛两个阶段。" * 12
        + "</p>"
    )
    assert len(content(article + FOOT)) == 4


def test_words_of_a_foot_in_a_list_are_the_list() -> None:
    lines = "<ul><li>主办单位：某某局</li>" + LIST + "</ul>"
    assert len(content(lines + FOOT)) == 17


def test_a_border_at_the_bottom_is_no_foot() -> None:
    html = "<ul>" + LIST.replace("<li>", "<li class='border-bottom'>") + "</ul>"
    assert len(content(html)) == 16


def test_a_page_without_foot() -> None:
    assert content("<p>甲</p><p>乙</p>") == ["甲", "乙"]
