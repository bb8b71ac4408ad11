"""Tells links to articles from links of the navigation, where no date stands beside them."""

import re
from collections.abc import Callable, Iterator, Sequence

from workbench.views.link_kind import is_attachment
from workbench.views.title_links import TitleLink, bare
from workbench.views.url_parts import split_url

# Names of columns are short, titles of articles are long.
_SURELY_A_TITLE = 14
_LIKELY_A_TITLE = 8
_SHORT_TITLE = 4
_ARTICLE_FILE = re.compile(
    r"(?:\d{4,}|[0-9a-f]{16,})[^/]*\.(?:s?html?|jhtml|phtml|aspx?|jspx?|php|do|action)$|/\d{4,}/?$",
    re.IGNORECASE,
)
_COLUMN_FILE = re.compile(
    r"(?:^|/)(?:index|list|default|channel|col|node|lm|column|more)[^/]*$|/$|(?:^|/)(?:col|channels?|columns?|node|lists?|lm)[/_]?\d+",
    re.IGNORECASE,
)
_ARTICLE_QUERY = re.compile(
    r"(?:^|&)(?:\w*id|aid|nid|artid|newsid|infoid|contentid|uuid|guid|key|no)=[0-9a-f-]{2,}", re.IGNORECASE
)
_DATED_PATH = re.compile(r"(?:19|20)\d\d[-/_]?(?:0?[1-9]|1[0-2])(?:[-/_]|\d\d|$)")


def article_links(
    links: Sequence[TitleLink], *, resolve: Callable[[str], str], page_url: str, frame_urls: frozenset[str]
) -> Iterator[TitleLink]:
    """`frame_urls` are the addresses the frame of the page links to: what stands in the menu is a column."""
    host = split_url(page_url).hostname if "://" in page_url else None
    for link in links:
        url = resolve(link.raw)
        if link.is_hidden or not url or url in frame_urls or url == page_url:
            continue
        if _is_article(url, len(bare(link.text)), host):
            yield link


def _is_article(url: str, length: int, host: str | None) -> bool:
    scheme, mark, _ = url.partition("://")
    if not mark and ":" in url.partition("/")[0]:
        return scheme.startswith("javascript") and length >= _SURELY_A_TITLE
    parts = split_url(url)
    is_foreign = host is not None and parts.hostname is not None and not _is_same_site(parts.hostname, host)
    if is_foreign and len(parts.path) <= 1:
        return False
    if is_attachment(url):
        return length >= _SHORT_TITLE
    if _looks_like_article(parts.path, parts.query):
        return length >= (_LIKELY_A_TITLE if is_foreign else _SHORT_TITLE)
    if _COLUMN_FILE.search(parts.path) and not parts.query:
        return length >= _SURELY_A_TITLE + 4 and not is_foreign
    return length >= _SURELY_A_TITLE


def _looks_like_article(path: str, query: str) -> bool:
    if is_column_path(path):
        return False
    return bool(_ARTICLE_FILE.search(path) or _ARTICLE_QUERY.search(query) or _DATED_PATH.search(path))


def is_column_path(path: str) -> bool:
    """Whether a path looks like a column rather than something in one."""
    return bool(_COLUMN_FILE.search(path)) and not _DATED_PATH.search(path)


def _is_same_site(one: str, other: str) -> bool:
    """The same name but for the leading part: www.x.gov.cn and rsj.x.gov.cn."""
    return one == other or one.split(".")[-3:] == other.split(".")[-3:]
