"""A few hidden pages that open addresses side by side; each host has an off-the-record profile of its own."""

from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile

from workbench.fetch.address_guard import AddressGuard
from workbench.fetch.reopened_page import ReopenedPage, ReopenOrder
from workbench.gui.browser.request_sieve import Kind, RequestSieve
from workbench.gui.reopening.reopening_desk import ReopeningDesk
from workbench.gui.web_engine import make_profile

_MOST_PROFILES = 8
# Of no use to see whether a page opens, and they would cost the host.
_UNNEEDED = frozenset(
    {
        Kind.ResourceTypeImage,
        Kind.ResourceTypeFontResource,
        Kind.ResourceTypeMedia,
        Kind.ResourceTypeFavicon,
        Kind.ResourceTypePing,
        Kind.ResourceTypePrefetch,
        Kind.ResourceTypeCspReport,
        Kind.ResourceTypePluginResource,
    }
)


class ReopeningRoom(QObject):
    def __init__(
        self, *, desks: int, limit_s: float, guard: AddressGuard, answered: Callable[[ReopenedPage], None]
    ) -> None:
        super().__init__()
        self._answered = answered
        self._sieve = RequestSieve(guard, unneeded=_UNNEEDED)
        self._waiting: deque[ReopenOrder] = deque()
        self._profiles: dict[str, QWebEngineProfile] = {}
        self._desks = [
            ReopeningDesk(limit_s=limit_s, answered=self._did_answer) for _ in range(max(1, desks))
        ]

    def warm_up(self, done: Callable[[bool], None]) -> None:
        self._desks[0].warm_up(self._profile_for(""), done)

    def take(self, order: ReopenOrder) -> None:
        self._waiting.append(order)
        self._hand_out()

    def close_down(self) -> None:
        """Pages go before their profiles."""
        for desk in self._desks:
            desk.close_down()
        for profile in self._profiles.values():
            shiboken6.delete(profile)
        self._profiles.clear()

    def _did_answer(self, answer: ReopenedPage) -> None:
        self._answered(answer)
        self._hand_out()

    def _hand_out(self) -> None:
        for desk in self._desks:
            if self._waiting and desk.is_free:
                order = self._waiting.popleft()
                desk.open(order, self._profile_for(urlsplit(order.url).netloc))

    def _profile_for(self, host: str) -> QWebEngineProfile:
        """The host's own: what its firewall has learnt of us on one page is known on the next, and nowhere else."""
        profile = self._profiles.pop(host, None) or self._new_profile()
        self._profiles[host] = profile
        for old in list(self._profiles)[:-_MOST_PROFILES]:
            if not any(desk.holds(self._profiles[old]) for desk in self._desks):
                shiboken6.delete(self._profiles.pop(old))
        return profile

    def _new_profile(self) -> QWebEngineProfile:
        profile = make_profile(self._sieve)
        # The engine's own name in it makes firewalls suspicious of what is a common browser otherwise.
        agent = profile.httpUserAgent().split()
        profile.setHttpUserAgent(" ".join(word for word in agent if not word.startswith("QtWebEngine/")))
        profile.downloadRequested.connect(self._note_download)
        return profile

    def _note_download(self, download: QWebEngineDownloadRequest) -> None:
        for desk in self._desks:
            desk.note_download(download)
