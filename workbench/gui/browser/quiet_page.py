"""A page that cannot speak up, open windows or leave for anything but the web."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDesktopMediaRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
)

# What a page may lead to; files of this PC, saved pages and other programs are none of it.
_PAGE_SCHEMES = frozenset({"http", "https", "about", "data", "blob"})


class QuietPage(QWebEnginePage):
    """`did_refuse` tells of an address it was not let go to, `did_refuse_window` of a window it wanted to open by itself."""

    did_refuse = Signal(QUrl)
    did_refuse_window = Signal()

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.newWindowRequested.connect(self.open_here)
        self.desktopMediaRequested.connect(QWebEngineDesktopMediaRequest.cancel)

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main: bool
    ) -> bool:
        is_web = QUrl(url).scheme() in _PAGE_SCHEMES
        if not is_web and is_main:
            self.did_refuse.emit(QUrl(url))
        return is_web

    def open_here(self, request: QWebEngineNewWindowRequest) -> None:
        """A link that wants a window of its own opens here, as the inspector expects; a window nobody asked for does not."""
        if request.isUserInitiated():
            self.go_on(request.requestedUrl())
        else:
            self.did_refuse_window.emit()

    def go_on(self, url: QUrl) -> None:
        self.setUrl(url)

    def chooseFiles(
        self, _mode: QWebEnginePage.FileSelectionMode, _old: Sequence[str], _types: Sequence[str]
    ) -> list[str]:
        """No file of this PC is handed to a page."""
        return []

    def javaScriptAlert(self, _origin: QUrl | str, _message: str) -> None:
        """Nothing pops up."""

    def javaScriptConfirm(self, _origin: QUrl | str, _message: str) -> bool:
        return True

    def javaScriptPrompt(self, _origin: QUrl | str, _message: str, _default: str) -> Any:
        return False, ""

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, _message: str, _line: int, _source: str
    ) -> None:
        """What a page mutters is of no use here."""


class SavedPage(QuietPage):
    """Stays within what was saved: whatever else it leads to is handed to `followed`, and nothing is asked of the network."""

    followed: Callable[[QUrl], None]
    shown: Callable[[QUrl], None]

    def go_on(self, url: QUrl) -> None:
        self.followed(url)

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main: bool
    ) -> bool:
        wanted = QUrl(url)
        if wanted.scheme() == "snap":
            if is_main:
                self.shown(wanted)
            return True
        if not is_main:
            return wanted.scheme() in ("http", "https", "about", "data")
        if wanted.scheme() in ("http", "https"):
            self.followed(wanted)
        return False
