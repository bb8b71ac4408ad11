"""Writes the register of the practice city as CSV, in the words offices use, with the addresses it is served at."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.domain.column import COLUMN_CLASS_WORDS
from workbench.domain.subject import KIND_WORDS, SubjectKind
from workbench.practice.account_plan import AccountPlan, load_accounts
from workbench.practice.city import City
from workbench.practice.city_addresses import CityAddresses
from workbench.practice.site_plan import SitePlan

Row = dict[str, str]

_SUBJECT_HEADINGS = (
    "网站标识码", "网站名称", "首页网址", "主办单位", "主管单位", "ICP备案号", "公安机关备案号", "网站类型", "平台", "地区",
    "负责人", "联系电话", "上级网站", "网址前缀",
)  # fmt: skip
_COLUMN_HEADINGS = ("网站标识码", "网站名称", "栏目名称", "栏目网址", "栏目类别", "栏目级别", "历史专题")
_LEVELS = {1: "一级", 2: "二级", 3: "三级"}


def write_register(city: City, path: Path, addresses: CityAddresses) -> None:
    """One row per site, channel, module and account."""
    sites = [site.plan for site in city.sites]
    names = {plan.code: plan.name for plan in sites}
    rows = [_site_row(plan, names, addresses) for plan in sites]
    _write(path, _SUBJECT_HEADINGS, [*rows, *(_account_row(account) for account in load_accounts())])


def write_columns(city: City, path: Path, addresses: CityAddresses) -> None:
    """One row per column of every site, channel and module."""
    rows = (row for site in city.sites for row in _column_rows(site.plan, addresses))
    _write(path, _COLUMN_HEADINGS, rows)


def _site_row(plan: SitePlan, names: dict[str, str], addresses: CityAddresses) -> Row:
    facts = plan.facts
    home = addresses.url(plan.host, plan.home)
    return {
        "网站标识码": plan.code,
        "网站名称": plan.name,
        "首页网址": home,
        "主办单位": facts.organiser,
        "主管单位": facts.supervisor,
        "ICP备案号": facts.icp,
        "公安机关备案号": facts.police,
        "网站类型": KIND_WORDS[plan.kind],
        "地区": facts.region,
        "负责人": facts.contact,
        "联系电话": facts.phone,
        "上级网站": names.get(plan.parent, ""),
        "网址前缀": addresses.url(plan.host, plan.prefix) if plan.parent else "",
    }


def _account_row(account: AccountPlan) -> Row:
    return {
        "网站标识码": account.code,
        "网站名称": account.name,
        "主办单位": account.organiser,
        "主管单位": account.supervisor,
        "网站类型": KIND_WORDS[SubjectKind.ACCOUNT],
        "平台": account.platform,
        "地区": account.region,
        "负责人": account.contact,
        "联系电话": account.phone,
    }


def _column_rows(plan: SitePlan, addresses: CityAddresses) -> Iterator[Row]:
    for column in plan.columns:
        yield {
            "网站标识码": plan.code,
            "网站名称": plan.name,
            "栏目名称": column.name,
            "栏目网址": addresses.url(plan.host, column.path),
            "栏目类别": COLUMN_CLASS_WORDS[column.column_class],
            "栏目级别": _LEVELS[column.level],
            "历史专题": "是" if column.is_historic else "否",
        }


def _write(path: Path, headings: tuple[str, ...], rows: Iterable[Row]) -> None:
    """With a byte order mark, which the spreadsheet program needs to read UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, headings, restval="")
        writer.writeheader()
        writer.writerows(rows)
