"""Knows a front page that is nothing but an entrance: then the pages of the second level count as home."""

from collections.abc import Callable
from urllib.parse import urlsplit

from workbench.domain.link import LinkKind
from workbench.views.page_view import PageView

# Fewer links are a bare page, more a real front page; titles of articles are longer than names of columns.
_FEWEST, _MOST = 6, 60
_LONGEST_NAME = 12
_MOST_OTHER_TEXT = 300
_COLUMN_SHARE = 0.9
_COLUMN_NAMES = frozenset({"", "index", "default", "list", "main", "home"})


def second_level(page: PageView, is_own: Callable[[str], bool]) -> frozenset[str]:
    """The columns a front page leads to, where it has nothing else to show: no date, no headline, hardly a word.

    Both standards look at the second level then (W3, F3). Empty for every other front page.
    """
    anchors = [link for link in page.links if link.tag in ("a", "area") and link.kind is LinkKind.PAGE]
    own = {link.url for link in anchors if is_own(link.url)} - {page.url}
    columns = [url for url in own if _is_column(url)]
    if not _FEWEST <= len(own) <= _MOST or len(columns) < _COLUMN_SHARE * len(own) or page.dates:
        return frozenset()
    if max((len(link.text) for link in anchors), default=0) > _LONGEST_NAME:
        return frozenset()
    other_text = len(page.text) - sum(len(link.text) for link in anchors)
    return frozenset(columns) if other_text <= _MOST_OTHER_TEXT else frozenset()


def _is_column(url: str) -> bool:
    parts = urlsplit(url)
    name = parts.path.rpartition("/")[2]
    return not parts.query and name.partition(".")[0].lower() in _COLUMN_NAMES
