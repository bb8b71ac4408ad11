"""What a survey tells: links as they are settled, pages as they are read."""

from dataclasses import dataclass

from workbench.domain.link import LinkResult
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_verdict import LinkVerdict
from workbench.views.page_view import PageView


@dataclass(frozen=True, slots=True)
class LinkSettled:
    """`is_new` is False where the link was told before and more places have become known since."""

    link: LinkResult
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page of the survey's own, or why it could not be read: then `page` is None, or the error page in its place."""

    url: str
    fetched: Fetched
    verdict: LinkVerdict
    page: PageView | None
    is_start: bool


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """An attachment of the survey's own that opens, with its bytes."""

    link: LinkResult
    fetched: Fetched


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A stylesheet of the survey's own."""

    url: str
    css: str


SurveyEvent = LinkSettled | PageRead | DocumentRead | SheetRead
