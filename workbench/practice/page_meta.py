"""The meta tags government pages must carry: of the site, the column and the article."""

from workbench.practice.article import Article
from workbench.practice.look import text_as_markup
from workbench.practice.site_plan import ColumnPlan, SitePlan


def page_meta(plan: SitePlan, *, column: ColumnPlan | None = None, article: Article | None = None) -> str:
    tags = {"SiteName": plan.name, "SiteDomain": plan.host, "SiteIDCode": plan.site_code}
    if column is not None:
        tags |= {"ColumnName": column.name, "ColumnType": column.class_words}
    if article is not None:
        tags |= {
            "ArticleTitle": article.title,
            "PubDate": f"{article.day:%Y-%m-%d} {article.time}",
            "ContentSource": article.source,
        }
    return "\n".join(
        f'<meta name="{name}" content="{text_as_markup(value)}">' for name, value in tags.items()
    )
