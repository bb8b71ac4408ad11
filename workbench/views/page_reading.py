"""The bytes of a page read: decoded, parsed, and what stands where on it; each derived once, on first use."""

import codecs
import re
from functools import cached_property

from workbench.views.charset_label import UTF8
from workbench.views.decoding import Decoded, decode
from workbench.views.page_links import PageLink, page_links
from workbench.views.page_outline import Outline, outline_of
from workbench.views.page_tree import PageTree
from workbench.views.page_zones import Zones, zones_of
from workbench.views.url_resolver import UrlResolver

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"[_\-—–|｜>»·]+")
# A base of these schemes is none.
_NO_BASE = ("javascript:", "data:")


class PageReading:
    """`url` may be empty for a file whose address nobody knows: links then stay relative."""

    def __init__(self, body: bytes, *, url: str, content_type: str = "") -> None:
        self.body = body
        self.url = url
        self.content_type = content_type

    @cached_property
    def _decoded(self) -> Decoded:
        declared = _CHARSET.search(self.content_type)
        return decode(self.body, http_charset=declared[1] if declared else "")

    @property
    def html(self) -> str:
        """The page's source, decoded."""
        return self._decoded.text

    @property
    def charset(self) -> str:
        return self._decoded.charset

    @property
    def charset_reason(self) -> str:
        return self._decoded.reason

    @cached_property
    def tree(self) -> PageTree:
        return PageTree(self.html, utf8=self.body if self._is_utf8_as_sent else b"")

    @property
    def _is_utf8_as_sent(self) -> bool:
        """Whether the bytes are the text in UTF-8, sign by sign."""
        return (
            self.charset == UTF8 and "\ufffd" not in self.html and not self.body.startswith(codecs.BOM_UTF8)
        )

    @property
    def title(self) -> str:
        return self.tree.title

    @cached_property
    def resolver(self) -> UrlResolver:
        page = UrlResolver(self.url, charset=self.charset)
        base = page.resolve(self.tree.base_href) if self.tree.base_href else ""
        if not base or base.startswith(_NO_BASE):
            return page
        return UrlResolver(base, charset=self.charset)

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        return page_links(self.tree.parser, self.resolver)

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.tree.parser)

    @cached_property
    def text(self) -> str:
        """The words a reader sees, one stretch a line."""
        return "\n".join(self.outline.texts)

    @cached_property
    def zones(self) -> Zones:
        return zones_of(self.outline)

    @property
    def breadcrumbs(self) -> tuple[str, ...]:
        return self.zones.crumbs

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the page calls itself: the end of its path, and the parts of its title."""
        parts = (part.strip() for part in _TITLE_PARTS.split(self.title))
        return tuple(dict.fromkeys([*self.breadcrumbs[-1:], *(part for part in parts if part)]))
