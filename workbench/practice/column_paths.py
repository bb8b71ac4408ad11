"""Addresses below a site's host: of columns' further pages and of articles, after the site's own patterns."""

from datetime import date

from workbench.practice.site_plan import ColumnPlan, SitePlan


def article_path(plan: SitePlan, column: ColumnPlan, *, number: int, day: date) -> str:
    return plan.article.format(
        dir=_folder(column.path),
        y=day.year,
        m=f"{day.month:02}",
        d=f"{day.day:02}",
        n=number,
        c=plan.number_of(column),
    )


def list_path(plan: SitePlan, column: ColumnPlan, page: int) -> str:
    """The address of one page of a list, counted from 1."""
    if page == 1:
        return column.path
    stem = column.path.removesuffix(".html")
    return plan.pager.format(dir=_folder(column.path), path=column.path, stem=stem, page=page)


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]
