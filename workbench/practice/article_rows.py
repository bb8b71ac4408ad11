"""Articles as rows of a list, the way each site's look lays them out."""

from collections.abc import Iterable

from workbench.practice.article import Article
from workbench.practice.look import has_template, render, text_as_markup
from workbench.practice.site_href import href
from workbench.practice.site_plan import SitePlan

_SHORT_TITLE = 28


def article_rows(
    plan: SitePlan, articles: Iterable[Article], *, page: str, template: str, first: int = 1
) -> str:
    """`template` is row, home_row or row_undated; rows are numbered from `first` where the look numbers them."""
    chosen = template if has_template(plan.look, template) else "row"
    numbered = enumerate(articles, start=first)
    return "\n".join(_row(plan, article, page, chosen, index) for index, article in numbered)


def date_slots(article: Article) -> dict[str, str]:
    """The day of an article in every form a template may ask for."""
    day = article.day
    return {
        "iso": day.isoformat(),
        "year": str(day.year),
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
        "monthn": str(day.month),
        "dayn": str(day.day),
        "time": article.time,
    }


def _row(plan: SitePlan, article: Article, page: str, template: str, index: int) -> str:
    title = article.title
    short = title if len(title) <= _SHORT_TITLE else title[: _SHORT_TITLE - 1] + "…"
    return render(
        plan.look,
        template,
        href=href(plan, page=page, to=article.path),
        title=text_as_markup(title),
        short=text_as_markup(short),
        summary=text_as_markup(article.summary),
        index=str(index),
        mark=text_as_markup(article.document.document_number if article.document else article.source),
        **date_slots(article),
    )
