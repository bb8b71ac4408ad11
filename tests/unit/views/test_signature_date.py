"""A document was signed on the day of the last line that is a date and nothing else."""

from datetime import date

import pytest

from tests.unit.views.column_pages import PROSE
from tests.unit.views.shared_pages import labels, needs_pages, view
from workbench.views.page_view import PageView

FRAME = """<title>关于做好冬季供暖工作的通知_某某局</title><div>当前位置：<a href="/">首页</a> &gt; 通知公告</div>
<h1>关于做好冬季供暖工作的通知</h1><p>发布时间：2026-11-05 来源：某某局</p>{html}
<p>版权所有：某某局 更新日期：2026-11-19</p>"""
SIGNED = date(2026, 11, 2)


def page(html: str) -> PageView:
    whole = FRAME.replace("{html}", html.replace("{prose}", PROSE))
    return PageView(whole.encode(), url="http://www.some.gov.cn/1.html", as_of=date(2026, 11, 20))


@pytest.mark.parametrize(
    "html",
    [
        "{prose}<p align=right>某某局</p><p align=right>2026年11月2日</p>",
        "{prose}<p>某某局<br>2026年11月2日</p>",
        "{prose}<p>某某局</p><p>二〇二六年十一月二日</p>",
        "{prose}<p><span>2026</span><span>年</span><font>11</font>月<b>2日</b></p>",
        "{prose}<p>（2026年11月2日）</p>",
        "{prose}<p>2026年11月2日</p><p>附件：冬季供暖工作方案</p><p>一、总体要求：坚持安全第一，保障群众温暖过冬。</p>",
        "{prose}<p>2026年10月9日</p><p>某某局</p><p>2026年11月2日</p>",
    ],
)
def test_the_line_below_the_text(html: str) -> None:
    assert page(html).signature_date == SIGNED


@pytest.mark.parametrize(
    "html",
    [
        "{prose}",
        "{prose}<p>请于2026年11月30日前报送。</p>",
        "{prose}<p>截止时间：</p><p>2026年11月30日</p>",
        "<p>2026年11月2日</p>{prose}",
        "{prose}<p>发布日期</p><p>2026-11-02</p>",
        "{prose}<ul><li><a href='2.html'>关于另一件事的通知</a></li><li><a href='3.html'>2026-11-02</a></li></ul>",
    ],
)
def test_other_dates_are_no_signature(html: str) -> None:
    assert page(html).signed is None


def test_the_labelled_day_is_told_apart() -> None:
    shown = page("<table><tr><td>成文日期：</td><td>2026年10月30日</td></tr></table>{prose}")
    assert shown.signed is None
    assert shown.written is None  # two cells are two lines
    shown = page("<ul><li>成文日期：<span>2026年10月30日</span></li></ul>{prose}")
    assert shown.written is not None
    assert shown.written.day == date(2026, 10, 30)


@needs_pages
def test_real_articles() -> None:
    articles = labels("articles.json", "articles")
    told = [
        (label["id"], str(view(label).signature_date), str(label["signature_date"])) for label in articles
    ]
    wrong = [entry for entry in told if entry[1] != entry[2]]
    assert len(wrong) <= 1, wrong
