"""The pages of one column: a list in pages, or what stands there instead of a list."""

from collections.abc import Iterator

from workbench.domain.column import ColumnClass
from workbench.practice.article_rows import article_rows
from workbench.practice.column_paths import list_path
from workbench.practice.look import render
from workbench.practice.page_frame import framed
from workbench.practice.planted_links import planted_links
from workbench.practice.site_content import Section, SiteContent
from workbench.practice.site_href import href
from workbench.practice.standing_text import leader_cards, letter_list, overview_text

# What content systems show where there is nothing to list.
_BLANKS = ('<div class="pager">共 0 条记录　第 1/1 页</div>', "", '<div class="empty">暂无信息</div>')


def column_pages(site: SiteContent, section: Section) -> Iterator[tuple[str, str]]:
    """Address and HTML of each page of the column."""
    size = site.plan.page_size
    count = max(1, -(-len(section.articles) // size))
    for number in range(1, count + 1):
        path = list_path(site.plan, section.column, number)
        pager = _pager(site, section, path, number, count) if count > 1 else ""
        body = _body(site, section, path, first=(number - 1) * size)
        yield path, _page(site, section, path, body, pager)


def _page(site: SiteContent, section: Section, path: str, body: str, pager: str) -> str:
    plan, column = site.plan, section.column
    siblings = (
        f'<li{" class=here" if other is column else ""}><a href="{href(plan, page=path, to=other.path)}">{other.name}</a></li>'
        for other in plan.groups[column.group]
    )
    see = planted_links(site, page=path, on=path)
    content = render(
        plan.look,
        "list",
        home=href(plan, page=path, to=plan.home),
        group=column.group,
        name=column.name,
        siblings="".join(siblings),
        see=f'<div class="see">相关链接{see}</div>' if see else "",
        rows=body,
        pager=pager,
    )
    return framed(site, page=path, title=column.name, content=content, column=column)


def _body(site: SiteContent, section: Section, path: str, *, first: int) -> str:
    if section.state == "blank":
        return _BLANKS[len(section.column.path) % len(_BLANKS)]
    match section.column.column_class:
        case ColumnClass.OVERVIEW:
            return overview_text(site.plan)
        case ColumnClass.LEADERS:
            return leader_cards(site.plan, path)
        case ColumnClass.CONSULTATION:
            return letter_list(section.letters, unit=site.plan.unit)
    shown = section.articles[first : first + site.plan.page_size]
    template = "row_undated" if section.state == "undated" else "row"
    rows = article_rows(site.plan, shown, page=path, template=template, first=first + 1)
    return render(site.plan.look, "rows", rows=rows)


def _pager(site: SiteContent, section: Section, path: str, number: int, count: int) -> str:
    links = []
    for other in range(1, count + 1):
        target = href(site.plan, page=path, to=list_path(site.plan, section.column, other))
        links.append(f"<b>{other}</b>" if other == number else f'<a href="{target}">{other}</a>')
    return f'<div class="pager">共 {len(section.articles)} 条　{"".join(links)}</div>'
