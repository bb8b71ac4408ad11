"""Puts a site of each fashion around every content of `column_contents.toml`, with what a person reads off the page."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from tests.unit.views.site_frame import Frame

AS_OF = date(2026, 11, 20)
URL = "http://www.some.gov.cn/zwgk/tzgg/index.html"
NEWEST = date(2026, 10, 30)
DAYS = (NEWEST, date(2026, 10, 28), date(2026, 9, 3), date(2026, 8, 8), date(2026, 7, 21), date(2025, 12, 31))
TITLES = (
    "关于印发《某某市二〇二六年工作要点》的通知",
    "某某市召开2025年度总结表彰大会",
    "关于开展2026年1月1日至3月31日专项检查的公告",
    "某某局领导到基层调研指导工作",
    "关于公开招聘工作人员的公告（第2号）",
    "某某市第三季度网站检查情况通报",
)
PROSE = (
    "为深入贯彻落实党中央、国务院决策部署，按照省委、省政府和市委、市政府工作要求，现就有关事项通知如下，请认真贯彻执行。"
    * 2
)
STYLES = ("modern", "table", "plain")
CONTENTS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("column_contents.toml").read_text(encoding="utf-8")
)
CLOCK = '<div class="t">2026年11月20日 星期五 <a href="/en/">English Version</a> <a href="/wap/">移动客户端</a></div>'
FLOATS = (
    '<div style="position:fixed"><img src="/images/qrcode.png"><p>扫一扫</p></div>'
    '<div class="banner"><img src="/images/banner1.jpg"></div>'
)


@dataclass(frozen=True)
class ColumnPage:
    """`state` is dated, undated, blank, script or content."""

    name: str
    html: str
    newest: date | None
    state: str


def column_pages() -> Iterator[ColumnPage]:
    for style in STYLES:
        for state, contents in CONTENTS.items():
            for content in contents:
                newest = content.get("newest", NEWEST) if state == "dated" else None
                page = Frame(style, column="通知公告").page(filled(content))
                yield ColumnPage(f"{style} {state} {content['name']}", page, newest, state)
        yield from _beside_other_boxes(style)


def filled(content: dict[str, Any]) -> str:
    lines = "".join(
        content.get("line", "").format(
            n=n,
            t=TITLES[n],
            h=f"./202610/t20261030_{12345 + n}.html",
            d=day.isoformat(),
            y=day.year,
            m=f"{day.month:02}",
            dd=f"{day.day:02}",
            m1=day.month,
            d1=day.day,
            prose=PROSE,
        )
        for n, day in enumerate(DAYS[: content.get("lines", len(DAYS))])
    )
    around = content.get("before", ""), content.get("after", "")
    stretches = {"{prose}": PROSE, "{many_links}": many_links(), "{many_articles}": many_articles()}
    before, after = (
        reduce(lambda text, pair: text.replace(*pair), stretches.items(), part) for part in around
    )
    return f"{before}{lines}{after}"


def many_links() -> str:
    return "".join(f'<li><a href="/col/c{n}/index.html">栏目名称{n}</a></li>' for n in range(98))


def many_articles() -> str:
    return "".join(
        f'<p><a href="/show.asp?id=9{n}">某某市某某局便民服务事项说明{n}</a></p>' for n in range(20)
    )


def content(state: str, name: str) -> dict[str, Any]:
    return next(found for found in CONTENTS[state] if found["name"] == name)


def _beside_other_boxes(style: str) -> Iterator[ColumnPage]:
    """The same contents among boxes that stand on every page of the site."""
    held = (
        ("dated", filled(content("dated", "date_after")), NEWEST),
        ("dated", filled(content("dated", "date_after") | {"lines": 2}), NEWEST),
        ("dated", filled(content("dated", "table_for_each")), NEWEST),
        ("undated", filled(content("undated", "links")), None),
        ("blank", filled(content("blank", "ul")), None),
    )
    around = {
        "hot_side": Frame(style, side=hot_side()),
        "fresh_side": Frame(style, side=fresh_side()),
        "other_column": Frame(style, side=other_column()),
        "clock": Frame(style, top="<div>今天是2026年11月20日 星期五 欢迎访问</div>"),
        "bare_clock": Frame(style, top=CLOCK, has_crumbs=False),
        "floats": Frame(style, top=FLOATS),
        "no_path": Frame(style, has_crumbs=False),
    }
    for name, frame in around.items():
        for number, (state, html, newest) in enumerate(held):
            yield ColumnPage(f"{style} {state} {number} {name}", frame.page(html), newest, state)


def hot_side() -> str:
    links = "".join(
        f'<li><a href="/art/2020/1/{n}/art_9_{n}.html">某某市人民政府关于某某事项的重要通知{n}</a></li>'
        for n in range(1, 8)
    )
    return f'<div class="r-box"><div class="tit">点击排行</div><ul>{links}</ul></div>'


def fresh_side() -> str:
    return (
        '<div class="sidebar"><h3>最新发布</h3><ul>'
        '<li><a href="/art/2026/11/19/art_1_99.html">全市重点工作推进会议今日召开并部署任务</a><span>2026-11-19</span></li>'
        '<li><a href="/art/2026/11/18/art_1_98.html">某某市举行秋季经贸洽谈会开幕式活动</a><span>2026-11-18</span></li>'
        "</ul></div>"
    )


def other_column() -> str:
    """A box of another column that bears no mark of it but the link in its heading."""
    links = "".join(
        f'<li><a href="/art/2026/11/{n}/art_1_{n}.html">某某市某某局开展第{n}次专题学习交流活动</a><span>2026-11-{n}</span></li>'
        for n in range(19, 11, -1)
    )
    return f'<div class="fr w300"><div class="hd"><a href="/col/c1/">要闻动态</a></div><div class="bd"><ul>{links}</ul></div></div>'
