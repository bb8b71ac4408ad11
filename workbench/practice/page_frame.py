"""The frame around every page of a site of the practice city: head, navigation and footer."""

import hashlib
from datetime import date

from workbench.practice.article import Article
from workbench.practice.look import render, text_as_markup
from workbench.practice.page_meta import page_meta
from workbench.practice.site_content import SiteContent
from workbench.practice.site_href import href
from workbench.practice.site_plan import ColumnPlan, SitePlan

_WEEKDAYS = "一二三四五六日"


def framed(
    site: SiteContent,
    *,
    page: str,
    title: str,
    content: str,
    column: ColumnPlan | None = None,
    article: Article | None = None,
) -> str:
    """The whole HTML of the page at `page`."""
    plan = site.plan
    return render(
        plan.look,
        "frame",
        charset=plan.charset,
        meta=page_meta(plan, column=column, article=article),
        title=text_as_markup(title if title == plan.name else f"{title} - {plan.name}"),
        logo=href(plan, page=page, to="/assets/logo.svg"),
        style=href(plan, page=page, to=f"{plan.prefix}assets/style.css"),
        banner=href(plan, page=page, to=f"{plan.prefix}assets/banner.svg"),
        home=href(plan, page=page, to=plan.home),
        site_name=text_as_markup(plan.name),
        slogan=text_as_markup(plan.slogan),
        today=day_in_words(site.as_of),
        nav=_navigation(plan, page),
        content=content,
        footer=_footer(plan, page),
    )


def day_in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"


def _navigation(plan: SitePlan, page: str) -> str:
    entries = (
        render(plan.look, "nav", href=href(plan, page=page, to=columns[0].path), name=name)
        for name, columns in plan.groups.items()
    )
    return "".join(entries)


def _footer(plan: SitePlan, page: str) -> str:
    facts = plan.facts
    return render(
        plan.look,
        "footer",
        conac=hashlib.md5(plan.site_code.encode(), usedforsecurity=False).hexdigest().upper(),
        mark=href(plan, page=page, to="/assets/mark.svg"),
        jiucuo=href(plan, page=page, to="/assets/jiucuo.svg"),
        organiser=facts.organiser,
        address=facts.address,
        phone=facts.phone,
        site_code=plan.site_code,
        icp=facts.icp,
        police=facts.police,
        police_number="".join(sign for sign in facts.police if sign.isdigit()),
        host=plan.host,
    )
