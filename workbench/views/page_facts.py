"""What a view of a whole site keeps of each page: small plain records, so that a site of many pages fits in memory."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from workbench.domain.link import LinkKind
from workbench.views.footer_facts import FooterFacts
from workbench.views.list_items import ListItem
from workbench.views.page_identity import IdentityTags
from workbench.views.page_kind import PageKind
from workbench.views.page_view import PageView
from workbench.views.publish_date import PublishDate
from workbench.views.service_guide import ServiceGuide, service_guide
from workbench.views.signature_date import SignatureDate

HOME_KINDS = (PageKind.HOME, PageKind.HOME_MMDD, PageKind.HOME_NODATE)
LIST_KINDS = (PageKind.LIST, PageKind.LIST_UNDATED, PageKind.LIST_BLANK)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}:\d{2})(?!\d)")
PAPER_KINDS = (PageKind.CONTENT, PageKind.LIST, PageKind.LIST_UNDATED)
_MOST_RELATED = 6
_MOST_CONTENT_LINKS = 40
_LONGEST_WORDS = 60


class ContentLink(NamedTuple):
    """A link inside the content of a page, with the words it is shown with."""

    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """`links` are the pages linked from a start page, empty for others; `content_links` those in the content of what may be
    an article, and `prose` the signs of its text; `seen_on` is the day the page was fetched, or the monitoring day if that
    is later. `is_filled_later` says that scripts write something like a list into the page.
    """

    url: str
    kind: PageKind
    title: str
    identity: IdentityTags
    footer: FooterFacts
    items: tuple[ListItem, ...]
    published: PublishDate | None
    signed: SignatureDate | None
    seen_on: date
    is_start: bool = False
    is_column: bool = False
    is_filled_later: bool = False
    refresh_target: str = ""
    links: tuple[str, ...] = ()
    content_links: tuple[ContentLink, ...] = ()
    guide: ServiceGuide | None = None
    prose: int = 0

    @property
    def is_article(self) -> bool:
        """A page of content that says when it was published, and is no column of the register."""
        is_own = not self.is_column and not self.is_start
        return self.kind is PageKind.CONTENT and is_own and self.published is not None

    @property
    def is_list(self) -> bool:
        if self.is_start or self.kind in HOME_KINDS:
            return False
        return self.kind in LIST_KINDS or self.is_column

    @property
    def clock(self) -> str:
        """The time of day of the publication, where the page tells it."""
        found = _CLOCK.search(self.published.reason) if self.published is not None else None
        return found[1] if found is not None else ""


def page_facts(
    page: PageView, *, url: str, seen_on: date, is_start: bool = False, is_column: bool = False
) -> PageFacts:
    links = dict.fromkeys(link.url for link in page.links if link.kind is LinkKind.PAGE) if is_start else ()
    return PageFacts(
        url=url,
        kind=page.kind,
        title=page.title,
        identity=page.identity,
        footer=page.footer,
        items=page.items,
        published=page.published or page.published_later,
        signed=page.signed or page.written,
        seen_on=max(seen_on, page.as_of),
        is_start=is_start,
        is_column=is_column,
        is_filled_later=page.is_script_filled or page.may_be_script_filled,
        refresh_target=page.refresh_target,
        links=tuple(links),
        content_links=() if is_start or is_column else _content_links(page),
        guide=None if is_start else service_guide(page),
        prose=page.content.prose,
    )


def _content_links(page: PageView) -> tuple[ContentLink, ...]:
    """Of a page that may be an article: one that leads to related papers can look like a short list."""
    if page.kind not in PAPER_KINDS or len(page.items) > _MOST_RELATED:
        return ()
    outline, zones = page.outline, page.zones
    held = (
        ContentLink(page.resolver.resolve(anchor.raw), _words(page, range(anchor.first, anchor.last)))
        for anchor in outline.anchors
        if not outline.hidden[anchor.element] and not zones.is_frame_element(anchor.element)
    )
    return tuple(dict.fromkeys(link for link in held if link.url))[:_MOST_CONTENT_LINKS]


def _words(page: PageView, runs: range) -> str:
    return "".join(page.outline.texts[run] for run in runs)[:_LONGEST_WORDS]
