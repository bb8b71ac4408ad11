"""The markup of links that are put on a page on purpose, as the truth file says."""

from workbench.practice.look import text_as_markup
from workbench.practice.site_content import SiteContent
from workbench.practice.site_href import href


def planted_links(site: SiteContent, *, page: str, on: str, article: int = 0, shown_as: str = "link") -> str:
    """Everything planted on that page that is shown in this way; empty where nothing is."""
    shape = '<img src="{0}" alt="{1}">' if shown_as == "image" else '<a href="{0}">{1}</a>'
    found = (
        shape.format(href(site.plan, page=page, to=place), text_as_markup(link.text))
        for place, link in site.links_planted_on(on, article=article)
        if link.shown_as == shown_as
    )
    return "".join(found)
