"""Every address of one site of the practice city with its answer."""

from collections.abc import Iterator

from workbench.practice.article_page import article_page
from workbench.practice.column_page import column_pages
from workbench.practice.home_page import home_page
from workbench.practice.planted_answers import planted_answers
from workbench.practice.served_page import ServedPage, html_page
from workbench.practice.site_assets import site_assets
from workbench.practice.site_content import SiteContent
from workbench.practice.site_plan import SitePlan


def site_pages(
    site: SiteContent, *, inside: tuple[SitePlan, ...], friends: tuple[SitePlan, ...], seed: int
) -> dict[str, ServedPage]:
    """Addresses below the host; `inside` and `friends` as in `home_page`."""
    plan = site.plan
    pages = {
        path: html_page(html, codec=plan.codec, http_charset=plan.http_charset, has_bom=plan.has_bom)
        for path, html in _html_pages(site, inside, friends)
    }
    return pages | dict(site_assets(site, seed=seed)) | dict(planted_answers(site))


def _html_pages(
    site: SiteContent, inside: tuple[SitePlan, ...], friends: tuple[SitePlan, ...]
) -> Iterator[tuple[str, str]]:
    yield site.plan.home, home_page(site, inside=inside, friends=friends)
    for section in site.sections:
        yield from column_pages(site, section)
        for position, article in enumerate(section.articles):
            yield article.path, article_page(site, section, position)
