"""Columns and articles of many other builds are read as a person reads them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.views.page_view import PageView

AS_OF = date(2026, 11, 20)
COLUMN_URL = "http://www.some.gov.cn/bmxx/tzgg/index.html"
ARTICLE_URL = "http://www.some.gov.cn/bmxx/tzgg/202611/t20261118_1.html"
NAMES = ("新闻中心", "政务公开", "办事服务", "互动交流", "数据发布", "专题专栏", "机构设置")
NAV = '<a href="/">首页</a>' + "".join(f'<a href="/c{n}/">{name}</a>' for n, name in enumerate(NAMES))
CRUMB = '<div>您所在的位置：<a href="/">首页</a> &gt; <a href="/bmxx/">部门信息</a> &gt; <a href="./">通知公告</a></div>'
FOOT = (
    '<div>主办：某某局　<a href="/map.html">网站地图</a>　<a href="/lxwm/">联系我们</a><br>ICP备12345678号　'
    "网站标识码：1234560001　最后更新：2026-11-19　您是第 20261118 位访问者</div>"
)
PROSE = (
    "<p>各有关单位：为切实做好当前和今后一段时期的工作，现将有关事项通知如下，请结合实际认真贯彻执行。"
    "各部门要高度重视，加强组织领导，明确责任分工。</p>"
) * 4
FOLDER = Path(__file__).parent
Case = dict[str, Any]


def cases(name: str) -> list[Any]:
    held: list[Case] = tomllib.loads((FOLDER / f"odd_{name}s.toml").read_text("utf-8"))[name]
    return [pytest.param(case, id=case["name"]) for case in held]


def page_of(case: Case, *, url: str, title: str) -> PageView:
    content = case.get("content", "").replace("{prose}", PROSE)
    head = f"<head><meta charset=utf-8><title>{title}</title>{case.get('head', '')}</head>"
    around = (case.get("nav", NAV), case.get("crumb", CRUMB), case.get("foot", FOOT))
    whole = f"<html>{head}<body><div class=top>{around[0]}</div>{around[1]}{content}{around[2]}</body></html>"
    return PageView(case.get("page", whole).encode(), url=url, as_of=AS_OF)


@pytest.mark.parametrize("case", cases("column"))
def test_a_column(case: Case) -> None:
    page = page_of(case, url=COLUMN_URL, title="通知公告_某某局")
    assert page.newest_date == case.get("newest")
    assert page.kind.value in case.get("kind", [page.kind.value])
    assert bool(page.moved_notice) == case.get("says_moved", False)


@pytest.mark.parametrize("case", cases("article"))
def test_an_article(case: Case) -> None:
    page = page_of(case, url=ARTICLE_URL, title="关于做好2026年度冬季供暖保障工作的通知_某某局")
    assert page.publish_date == case.get("published") or case.get("is_open", False)
    assert page.signature_date == case.get("signed")
