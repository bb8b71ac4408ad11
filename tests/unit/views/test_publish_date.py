"""Articles of many fashions give the day they were published, or nothing rather than a guess."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.views.column_pages import PROSE
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

ARTICLES = tomllib.loads(Path(__file__).with_name("article_contents.toml").read_text(encoding="utf-8"))[
    "article"
]
FRAME = """<html><head><title>关于做好冬季供暖工作的通知_某某市某某局</title>{head}</head><body>
<div class="top">今天是：2026年11月20日 星期五 <a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">通知公告</a> &gt; 正文</div>
<div class="main">{html}</div><p>版权所有：某某市某某局 更新日期：2026-11-19</p></body></html>"""


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["name"])
def test_tells_the_day_of_publication(article: dict[str, Any]) -> None:
    text = (
        FRAME.replace("{head}", article.get("head", ""))
        .replace("{html}", article["html"])
        .replace("{prose}", PROSE)
    )
    url = article.get("url", "http://www.some.gov.cn/zwgk/show.html")
    page = PageView(text.encode(), url=url, as_of=date(2026, 11, 20))
    assert page.publish_date == article.get("day"), page.published
    assert page.kind is PageKind.CONTENT
    assert page.newest_date is None


def test_gives_the_reason() -> None:
    body = "<title>某某通知事项</title><h1>某某通知事项</h1><p>发布时间：2026-11-02</p>".encode()
    page = PageView(body, url="", as_of=date(2026, 11, 20))
    assert page.published is not None
    assert page.published.reason == "标注“发布时间：2026-11-02”"
