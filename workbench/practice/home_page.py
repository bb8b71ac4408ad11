"""The home page of a site of the practice city: boxes of recent items, entrances, links to others."""

from workbench.domain.column import ColumnClass
from workbench.practice.article_rows import article_rows
from workbench.practice.look import render
from workbench.practice.page_frame import framed
from workbench.practice.planted_links import planted_links
from workbench.practice.site_content import Section, SiteContent
from workbench.practice.site_href import href
from workbench.practice.site_plan import SitePlan

_ENTRANCES = (ColumnClass.SERVICE, ColumnClass.CONSULTATION, ColumnClass.OVERVIEW, ColumnClass.LEADERS)


def home_page(site: SiteContent, *, inside: tuple[SitePlan, ...], friends: tuple[SitePlan, ...]) -> str:
    """`inside` are the channels and modules of a portal, `friends` the sites it links to at its foot."""
    plan = site.plan
    on_home = [section for section in site.sections if section.column.is_on_home]
    boxes = {f"box{number}": _box(site, section) for number, section in enumerate(on_home, start=1)}
    content = render(
        plan.look,
        plan.home_look,
        banner=href(plan, page=plan.home, to=f"{plan.prefix}assets/banner.svg"),
        site_name=plan.name,
        slogan=plan.slogan,
        quick=_entrances(site, inside),
        friends="".join(f'<a href="http://{friend.host}/">{friend.name}</a>' for friend in friends),
        **boxes,
    )
    return framed(site, page=plan.home, title=plan.name, content=content)


def _box(site: SiteContent, section: Section) -> str:
    plan = site.plan
    shown = section.articles[: plan.page_size]
    return render(
        plan.look,
        "box",
        name=section.column.name,
        href=href(plan, page=plan.home, to=section.column.path),
        rows=article_rows(plan, shown, page=plan.home, template="home_row"),
    )


def _entrances(site: SiteContent, inside: tuple[SitePlan, ...]) -> str:
    plan = site.plan
    targets = [(column.name, column.path) for column in plan.columns if column.column_class in _ENTRANCES]
    targets += [(other.name, other.home) for other in inside]
    links = [f'<a href="{href(plan, page=plan.home, to=to)}">{name}</a>' for name, to in targets]
    return "".join(links) + planted_links(site, page=plan.home, on=plan.home)
