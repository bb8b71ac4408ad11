"""What anybody at the bench may ask of the page on screen: where it is from, its words, its picture, its size."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame

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
        self._is_fitted = True

    @property
    def url(self) -> str:
        """The address on screen, or the one that was asked for."""
        return self.state.url or self._wanted

    @property
    def state(self) -> WebViewState:
        return self._view.state if self._view is not None else WebViewState(url=self._wanted)

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
