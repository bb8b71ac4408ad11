"""Where a page lies and what it is called: what tells its own list from lists of other columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """`resolve` makes an address of a reference; `names` are what the page calls itself.

    `path_names` and `path_urls` are those on the path the page shows to itself, empty where it shows none.
    """

    resolve: Callable[[str], str]
    page_url: str
    names: Sequence[str]
    path_names: Sequence[str]
    path_urls: frozenset[str]
    as_of: date

    def is_own(self, raw: str) -> bool:
        """Whether a reference leads into the page's own folder or below it."""
        if "://" not in self.page_url:
            return bool(raw) and not raw.startswith(("/", "..", "#", "?")) and ":" not in raw
        url = self.resolve(raw)
        return url.startswith(_folder(self.page_url)) and url != self.page_url

    def is_below(self, raw: str) -> bool:
        """Whether a reference leads into a folder below the page's own, as sub-columns do."""
        if "://" not in self.page_url:
            return self.is_own(raw) and "/" in raw.removeprefix("./")
        return self.is_own(raw) and _folder(self.resolve(raw)) != _folder(self.page_url)

    def leads_here(self, raw: str) -> bool:
        """Whether a reference leads to this page or to a column it lies under; everything lies under the home page."""
        url = self.resolve(raw)
        if not raw.strip(" #./") or url in self.path_urls:
            return True
        if "://" not in self.page_url:
            return raw.startswith(("./", "index"))
        is_deep = _folder(url).count("/") > _HOST_SLASHES
        return url == self.page_url or (is_deep and self.page_url.startswith(_folder(url)))


# http://host/ has three.
_HOST_SLASHES = 3


def _folder(url: str) -> str:
    path = url.partition("?")[0]
    return path[: path.rfind("/") + 1]
