"""Asks each host once per kind of address what it shows for a page that cannot exist, and holds answers until it is known."""

from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_probe import HTML
from workbench.inspecting.missing_page import (
    MissingPage,
    impossible_address,
    reference_key,
    says_missing,
    says_parked,
)
from workbench.inspecting.site_of import is_root
from workbench.views.page_view import PageView

# A page that offers more than this is no parked one.
_FEW_LINKS = 12
_MOST_KINDS = 64
# A host that lets the reference hang must not fill the memory with pages; then the words alone decide.
_MOST_HELD = 64


class MissingReferences:
    """Its requests carry negative tags, so that nobody takes them for a link's."""

    def __init__(self) -> None:
        self._tags: dict[tuple[str, str], int] = {}
        self._known: dict[int, MissingPage] = {}
        self._ends: dict[int, str] = {}
        self._held: dict[int, list[Fetched]] = {}
        self._held_count = 0

    def request_for(self, url: str) -> FetchRequest | None:
        key = reference_key(url)
        if key in self._tags or len(self._tags) >= _MOST_KINDS:
            return None
        tag = self._tags[key] = -1 - len(self._tags)
        return FetchRequest(url=impossible_address(url), tag=tag, body_types=HTML)

    def hold(self, fetched: Fetched) -> bool:
        """Whether the answer has to wait for its reference; it is then given back by `receive`."""
        tag = self._tags.get(reference_key(fetched.request.url))
        if tag is None or tag in self._known or self._held_count >= _MOST_HELD:
            return False
        self._held_count += 1
        self._held.setdefault(tag, []).append(fetched)
        return True

    def receive(self, fetched: Fetched, page: PageView | None) -> list[Fetched]:
        self._known[fetched.request.tag] = MissingPage(page)
        self._ends[fetched.request.tag] = fetched.final_url
        held = self._held.pop(fetched.request.tag, [])
        self._held_count -= len(held)
        return held

    def ends_alike(self, fetched: Fetched) -> bool:
        """Whether an address of its kind that cannot exist leads to where this one does."""
        tag = self._tags.get(reference_key(fetched.request.url))
        return tag is not None and self._ends.get(tag) == fetched.final_url

    def why_missing(self, fetched: Fetched, page: PageView) -> str:
        """Why the page is no page, in words; empty where it is one."""
        if says_missing(page):
            return "页面自称不存在或出错，状态却是正常"
        if not page.links[_FEW_LINKS:] and says_parked(page):
            return "疑似域名已出售或停放"
        tag = self._tags.get(reference_key(fetched.request.url))
        reference = self._known.get(tag) if tag is not None else None
        if reference is None or not reference.is_shown_by(page) or is_root(fetched.final_url):
            return ""
        if not fetched.hops and self.ends_alike(fetched):
            # Missing pages are sent here: it may well be a page of its own, which those who ask for it find.
            return ""
        return "与本站不存在的地址显示同样的内容"
