"""What anybody at the bench may ask of the page on screen: where it is from, its words, its picture, its size."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame

from workbench.gui.bench.failed_opening import FailedOpening
from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.web_view_state import WebView, WebViewState

# Government sites are drawn for this width; a narrower panel shows them smaller, down to what can still be read on a
# screen of ordinary density.
_SITE_WIDTH = 1240
_SMALLEST_FIT = 0.6
ZOOM_STEP = 1.15
_ZOOM_RANGE = (0.3, 3.0)


class ViewedPage(QFrame):
    """There may be no view yet, and no page in it."""

    def __init__(self) -> None:
        super().__init__()
        self._view: WebView | None = None
        self._wanted = ""
        self._link: LinkPlace | None = None
        self._read = ""
        self._was_loading = False
        self._is_fitted = True

    @property
    def url(self) -> str:
        """The address on screen, or the one that was asked for."""
        return self.state.url or self._wanted

    @property
    def state(self) -> WebViewState:
        return self._view.state if self._view is not None else WebViewState(url=self._wanted)

    @property
    def link_place(self) -> LinkPlace | None:
        """While what was asked for does not open: the page whose link led there, where a link did."""
        state = self.state
        is_missing = state.is_saved and state.saved_at is None
        if not (state.problem or state.status or is_missing):
            return None
        if self._link is None and self._read and state.url != self._wanted:
            return LinkPlace(state.url, self._read)
        return self._link

    @property
    def place(self) -> str:
        """Where a problem is that is recorded now: on the page on screen, or where the link stands that does not open."""
        link = self.link_place
        return link.page if link is not None else self.url

    @property
    def failed_opening(self) -> FailedOpening | None:
        """That the address was opened in vain, with nothing to be seen of it."""
        state = self.state
        if not state.problem or state.failed_at is None or not state.url:
            return None
        return FailedOpening(
            url=state.url,
            reason=state.problem,
            at=state.failed_at,
            status=state.status,
            link=self.link_place,
        )

    def _note_what_is_read(self) -> None:
        """The page that stands there whole: a link in it is what leads on."""
        state = self.state
        has_come, self._was_loading = self._was_loading and not state.is_loading, state.is_loading
        is_whole = not (state.problem or state.status or state.is_saved)
        if has_come and is_whole and state.url:
            self._read, self._link = state.url, None

    @property
    def page_saved_at(self) -> datetime | None:
        """When the page on screen was saved; None for a live one."""
        return self.state.saved_at

    def run_script(self, script: str, done: Callable[[str], None]) -> None:
        """Run our own script in the page, unseen by it; `done` gets the text it ends with, empty where there is no page."""
        if self._view is None:
            done("")
        else:
            self._view.run_script(script, done)

    def grab_view(self) -> QImage:
        """What is seen of the page just now; null where there is no page."""
        return self._view.grab() if self._view is not None else QImage()

    def selected_text(self) -> str:
        return self._view.selected_text() if self._view is not None else ""

    def page_as_mhtml(self, done: Callable[[bytes], None]) -> None:
        """The page on screen as one file; no bytes where there is none."""
        if self._view is None:
            done(b"")
        else:
            self._view.save_mhtml(done)

    def fit(self) -> None:
        """As large as lets the whole width be seen."""
        self._is_fitted = True
        if self._view is not None:
            smallest = _SMALLEST_FIT / self.devicePixelRatioF()
            self._view.set_zoom(round(min(1.0, max(smallest, self.width() / _SITE_WIDTH)), 2))

    def zoom(self, factor: float) -> None:
        self._is_fitted = False
        if self._view is not None:
            self._view.set_zoom(min(_ZOOM_RANGE[1], max(_ZOOM_RANGE[0], factor)))

    def search(self, text: str, is_backward: bool) -> None:
        if self._view is not None:
            self._view.find(text, backward=is_backward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
