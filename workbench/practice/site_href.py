"""How a page of the practice city writes its links: from the root, relative to itself, or with the host."""

import posixpath

from workbench.practice.look import text_as_markup
from workbench.practice.site_plan import SitePlan


def href(plan: SitePlan, *, page: str, to: str) -> str:
    """`to` as the page at `page` writes it, ready for an attribute; a whole address stays as it is."""
    if "://" in to:
        return text_as_markup(to)
    if plan.href == "absolute":
        return text_as_markup(f"http://{plan.host}{to}")
    return text_as_markup(_relative(page, to) if plan.href == "relative" else to)


def _relative(page: str, to: str) -> str:
    path, mark, query = to.partition("?")
    folder = posixpath.dirname(page.partition("?")[0])
    written = posixpath.relpath(path, folder or "/")
    if path.endswith("/"):
        written += "/"
    return written + mark + query
