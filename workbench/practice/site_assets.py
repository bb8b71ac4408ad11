"""The files beside the pages of a site of the practice city: style sheet, pictures, forms."""

from collections.abc import Iterator
from random import Random

from workbench.practice.article import Article
from workbench.practice.badge_picture import emblem, error_report_mark, party_and_government_mark, portrait
from workbench.practice.look import style_of
from workbench.practice.phrase_book import load_phrase_book
from workbench.practice.scenery import landscape
from workbench.practice.served_page import ServedPage
from workbench.practice.site_content import SiteContent
from workbench.practice.site_plan import SitePlan
from workbench.practice.word_form import word_form

_SVG = "image/svg+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def site_assets(site: SiteContent, *, seed: int) -> Iterator[tuple[str, ServedPage]]:
    """Address below the host and content of each file."""
    plan = site.plan
    style = style_of(plan.look, accent=plan.accent)
    yield (
        f"{plan.prefix}assets/style.css",
        ServedPage(body=style.encode(), content_type="text/css; charset=utf-8"),
    )
    if plan.home_look != "module":
        yield f"{plan.prefix}assets/banner.svg", _landscape(plan, "banner", seed=seed, width=1200, height=300)
    if not plan.parent:
        yield from _marks(plan)
    for section in site.sections:
        for article in section.articles:
            yield from _article_files(plan, article, seed=seed)


def _marks(plan: SitePlan) -> Iterator[tuple[str, ServedPage]]:
    sign = plan.unit.removeprefix("市").removeprefix("县")[0]
    pictures = {
        "logo": emblem(sign, accent=plan.accent),
        "mark": party_and_government_mark(),
        "jiucuo": error_report_mark(),
        "portrait": portrait(accent=plan.accent),
    }
    for name, picture in pictures.items():
        yield f"/assets/{name}.svg", _picture(picture)


def _article_files(plan: SitePlan, article: Article, *, seed: int) -> Iterator[tuple[str, ServedPage]]:
    if article.picture:
        yield article.picture, _landscape(plan, article.title, seed=seed, width=560, height=320)
    if article.form:
        labels = load_phrase_book().part("guide", "form")
        body = word_form((f"{article.title}：申请表", f"受理单位：{plan.facts.organiser}", *labels))
        yield article.form, ServedPage(body=body, content_type=WORD)


def _landscape(plan: SitePlan, purpose: str, *, seed: int, width: int, height: int) -> ServedPage:
    # The same hills whatever the day: a picture changes with the seed only.
    rng = Random(f"{seed}/{plan.code}/{purpose}")
    return _picture(landscape(rng, width=width, height=height, colour=plan.scenery or plan.accent))


def _picture(svg: str) -> ServedPage:
    return ServedPage(body=svg.encode(), content_type=_SVG)
