"""A whole site as the checks see it: its row of the register, its home page, and what was kept of every page read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workbench.domain.column import Column
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.subject import Subject
from workbench.domain.window import Window
from workbench.views.page_facts import PageFacts
from workbench.views.page_kind import PageKind
from workbench.views.site_code import is_site_code


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """`windows` are those the pinned standard gives the aspects of the check that is shown the site; `columns` are those of
    its register, `reprints` what every site has to reprint.
    """

    subject: Subject
    pages: tuple[PageFacts, ...]
    as_of: date
    windows: Mapping[str, Window] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    reprints: tuple[ReprintTitle, ...] = ()

    @cached_property
    def home(self) -> PageFacts | None:
        """The start page, or the one behind it where that only leads on."""
        start = next((page for page in self.pages if page.is_start), None)
        if start is None or start.kind is not PageKind.REDIRECT:
            return start
        return next((page for page in self.pages if same_page(page.url, start.refresh_target)), start)

    @property
    def home_url(self) -> str:
        return self.home.url if self.home is not None else self.subject.home_url

    @property
    def code(self) -> str:
        """The site code of the register; empty where the office's own number stands there."""
        return self.subject.code if is_site_code(self.subject.code) else ""

    @cached_property
    def second_level(self) -> tuple[PageFacts, ...]:
        """The pages read that the home page links to."""
        linked = {page_stem(link) for link in self.home.links} if self.home is not None else set()
        return tuple(page for page in self.pages if page is not self.home and page_stem(page.url) in linked)

    @cached_property
    def known_dates(self) -> Mapping[str, date]:
        """When the page behind an address was published: as the article says, else as a list says."""
        known: dict[str, date] = {}
        for page in self.pages:
            known |= {
                page_stem(item.url): item.date for item in page.items if item.url and item.date is not None
            }
        for page in self.articles:
            if page.published is not None:
                known[page_stem(page.url)] = page.published.day
        return known

    def date_of(self, url: str) -> date | None:
        return self.known_dates.get(page_stem(url))

    @property
    def articles(self) -> Iterator[PageFacts]:
        return (page for page in self.pages if page.is_article)

    @cached_property
    def articles_by_url(self) -> Mapping[str, PageFacts]:
        return {page_stem(page.url): page for page in self.articles}

    def article(self, url: str) -> PageFacts | None:
        return self.articles_by_url.get(page_stem(url))

    @cached_property
    def pages_by_url(self) -> Mapping[str, PageFacts]:
        return {page_stem(page.url): page for page in reversed(self.pages)}

    def page(self, url: str) -> PageFacts | None:
        """What is kept of the page at the address; None where it was not read."""
        return self.pages_by_url.get(page_stem(url))


def same_page(one: str, other: str) -> bool:
    return page_stem(one) == page_stem(other)


def page_stem(url: str) -> str:
    """The address without what does not make it another page."""
    return url.partition("#")[0].partition("://")[2].removesuffix("/")
