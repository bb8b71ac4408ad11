"""Where a page without content of its own sends the reader."""

from datetime import date

import pytest

from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView

TARGET = "http://www.some.gov.cn/zwgk/gsgg/"


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="0;url=./gsgg/">',
        "<script>window.location.href='gsgg/';</script>",
        '<script>location.replace("/zwgk/gsgg/")</script>',
        "<script>top.location = '/zwgk/gsgg/'</script>",
        '<script>document.write(\'<meta http-equiv="Refresh" content="0;URL=http://www.some.gov.cn/zwgk/gsgg/" />\');</script>',
        "<p>正在跳转…</p><script>setTimeout(function(){location.href='gsgg/'},1000)</script>",
    ],
)
def test_leads_elsewhere(html: str) -> None:
    page = PageView(html.encode(), url="http://www.some.gov.cn/zwgk/index.html", as_of=date(2026, 11, 20))
    assert page.refresh_target == TARGET
    assert page.kind is PageKind.REDIRECT
    assert not page.is_blank


def test_a_search_box_that_sets_the_location_is_no_redirect() -> None:
    items = "".join(
        f'<li><a href="t{n}.html">关于做好某某工作的通知{n}</a><span>2026-11-0{n}</span></li>'
        for n in range(1, 6)
    )
    html = f"<script>function go(){{location.href='/s?q='+x}} function home(){{location.href='/'}}</script><ul>{items}</ul>"
    page = PageView(html.encode(), url="http://www.some.gov.cn/a/", as_of=date(2026, 11, 20))
    assert page.refresh_target == ""
    assert page.kind is PageKind.LIST
