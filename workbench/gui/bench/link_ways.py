"""Between a link that does not open and the page it stands on: one key leads from either to the other."""

from collections.abc import Callable

from workbench.domain.place import normalise_place
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.notice_line import NoticeLine

_NOWHERE = NoticeLine("这条问题没有网址可打开；先选一条带网址的问题，或在网址栏里输入。")


class LinkWays:
    """`point` outlines a link in the page that comes; `tell` hears where there is no way."""

    def __init__(
        self, web: WebPanel, *, point: Callable[[LinkPlace], None], tell: Callable[[NoticeLine], None]
    ) -> None:
        self._web = web
        self._point = point
        self._tell = tell

    def follow(self, found: FindingRow) -> None:
        """Open where a finding is; of a dead link that is the link's own address, to see that it is dead.

        A file is not shown here, and offline there is nothing to be seen of a dead link: the page with it is.
        """
        if found.link is not None and (found.is_in_file or self._web.is_offline):
            self.show_page(found.link)
        elif "://" in found.place:
            self._web.open(found.place, link=found.link)

    def show_target(self, link: LinkPlace) -> None:
        self._web.open(link.target, link=link)

    def show_page(self, link: LinkPlace) -> None:
        """The page with the link, outlined there."""
        self._web.open(link.page)
        self._point(link)

    def turn_link(self, link: LinkPlace) -> None:
        """From the address to the page with the link, from anywhere else to the address."""
        if self._is_at(link):
            self.show_page(link)
        else:
            self.show_target(link)

    def turn(self, found: FindingRow | None) -> None:
        """From the address that does not open to the page with the link, and from there back to the address."""
        link = found.link if found is not None else None
        if link is not None and self._is_at(link):
            self.show_page(link)
        elif self._web.link_place is not None:
            self.show_page(self._web.link_place)
        elif link is not None and _is_same(self._web.url, link.page):
            self.show_target(link)
        elif found is not None and "://" in found.place:
            self.follow(found)
        else:
            self._tell(_NOWHERE)

    def _is_at(self, link: LinkPlace) -> bool:
        return _is_same(self._web.url, link.target)


def _is_same(one: str, other: str) -> bool:
    return normalise_place(one) == normalise_place(other)
