"""Links to articles are told from links of the menu where no date helps."""

import pytest

from workbench.views.article_links import article_links
from workbench.views.title_links import TitleLink

PAGE = "http://www.some.gov.cn/zwgk/tzgg/index.html"


def is_article(url: str, text: str, *, page_url: str = PAGE, frame: str = "") -> bool:
    link = TitleLink(number=0, element=0, first=0, last=1, text=text, raw=url, is_hidden=False)
    found = article_links([link], resolve=str, page_url=page_url, frame_urls=frozenset({frame}))
    return bool(list(found))


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://www.some.gov.cn/zwgk/tzgg/202611/t20261102_123.html", "公示公告"),
        ("http://www.some.gov.cn/info/1010/2345.htm", "关于值班的通知"),
        ("http://www.some.gov.cn/show.asp?id=123", "关于值班的通知"),
        ("http://www.some.gov.cn/art/2026/11/2/art_12_345.html", "值班安排"),
        ("http://www.some.gov.cn/upload/a.pdf", "报名表格"),
        ("http://www.some.gov.cn/x.html", "关于做好冬季供暖和安全生产工作的通知"),
        ("http://mp.weixin.qq.com/s/abc", "关于做好冬季供暖和安全生产工作的通知"),
        ("javascript:view(12)", "关于做好冬季供暖和安全生产工作的通知"),
    ],
)
def test_titles_of_articles(url: str, text: str) -> None:
    assert is_article(url, text)


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://www.some.gov.cn/zwgk/index.html", "政务公开"),
        ("http://www.some.gov.cn/col/col1234/index.html", "领导信息"),
        ("http://www.some.gov.cn/list.aspx?cid=3", "通知公告"),
        ("http://rst.province.gov.cn/", "某某省人力资源和社会保障厅网站"),
        ("http://www.some.gov.cn/x.html", "机构设置"),
        ("javascript:void(0)", "政务公开"),
        (PAGE, "关于做好冬季供暖和安全生产工作的通知"),
        ("", "关于做好冬季供暖和安全生产工作的通知"),
    ],
)
def test_links_of_the_site(url: str, text: str) -> None:
    assert not is_article(url, text)


def test_what_stands_in_the_menu_is_a_column() -> None:
    url = "http://www.some.gov.cn/node_12345.html"
    assert not is_article(url, "行政规范性文件公开征求意见专栏", frame=url)


def test_any_page_url() -> None:
    assert is_article("t20261102_1.html", "关于值班的通知", page_url="")
    assert is_article("http://h/t20261102_1.html", "关于值班的通知", page_url="http://[")
