"""Pages that arrive as if all were well and say that something is wrong."""

import pytest

from workbench.views.soft_error import moved_words, soft_error_words


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("404 Not Found", ""),
        ("404", "nginx"),
        ("提示信息", "您访问的信息已经删除"),
        ("", "502 Bad Gateway nginx"),
        ("某某市人民政府", "对不起，您访问的页面不存在！3秒后返回首页"),
        ("某某局", "该信息已被删除"),
    ],
)
def test_says_that_it_is_an_error(title: str, text: str) -> None:
    assert soft_error_words(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("通知公告_某某市某某局", "关于做好冬季供暖工作的通知 2026-11-20"),
        ("关于页面改版的说明", "页面不存在的问题已修复，" + "现就有关事项说明如下。" * 80),
        ("国道404线通车", "国道404线今日通车"),
    ],
)
def test_an_ordinary_page_does_not(title: str, text: str) -> None:
    assert soft_error_words(title, text) == ""


def test_a_site_that_has_moved() -> None:
    assert moved_words("公告", "本网站已迁移至 http://www.other.gov.cn/ ，请访问新网址") == "网站已迁移"
    assert moved_words("公告", "某某局网站迁移工作方案。" * 60) == ""
