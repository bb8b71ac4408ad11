"""The embedded browser: live pages on a short lead, saved pages out of the workspace. What it is made of is in `browser/`."""

import json
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.browser.failure_words import failure_in_words
from workbench.gui.browser.page_file import PageFile
from workbench.gui.browser.page_keys import PageFrame
from workbench.gui.browser.page_story import PageStory
from workbench.gui.browser.quiet_page import QuietPage, SavedPage
from workbench.gui.browser.saved_pages import (
    SCHEME,
    ReadPart,
    SavedGuard,
    SavedPageSource,
    key_of,
    register_scheme,
    snap_url,
)
from workbench.gui.browser.web_profiles import LiveGuard, let_go, make_profile, make_saved_profile
from workbench.gui.web_view_state import WebViewState
from workbench.operations.show_saved_page import SavedCopy

__all__ = ["EngineView", "QuietPage", "failure_in_words", "let_go", "load_something", "make_profile"]

# Our own scripts see the page; the page does not see them.
_OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_SUBJECTS_A_PAGE = 10
_SCROLL = "document.getElementById({0})?.scrollIntoView() ?? document.getElementsByName({0})[0]?.scrollIntoView(); ''"

Followed = Callable[[str], None]


class EngineView(QObject):
    """One view; every subject gets an off-the-record profile of its own, so cookies never meet.

    `read_part` reads what is saved, `followed` is told of the address that a link in a saved page leads to.
    """

    did_change = Signal(WebViewState)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        read_part: ReadPart = lambda _number, _is_page, done: done(None),
        followed: Followed = lambda _url: None,
    ) -> None:
        super().__init__(parent)
        register_scheme()
        self._story = PageStory(self)
        self._story.did_change.connect(self.did_change)
        self._followed = followed
        self._live_guard = LiveGuard(self)
        self._saved_guard = SavedGuard(self)
        self._source = SavedPageSource(read_part, self)
        self._copies: dict[str, SavedCopy] = {}
        self._frame = PageFrame()
        self._view = QWebEngineView()
        self._view.setAccessibleName("网页")
        self._frame.setFocusProxy(self._view)
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._page: QuietPage | None = None
        self._live_page: QuietPage | None = None
        self._live_profile: QWebEngineProfile | None = None
        self._saved_page: SavedPage | None = None
        self._saved_profile: QWebEngineProfile | None = None
        self._saved_subjects = 0
        self.start_afresh()

    @property
    def state(self) -> WebViewState:
        return self._story.state

    def widget(self) -> QWidget:
        return self._frame

    def start_afresh(self) -> None:
        """A live page that knows nothing of those before it."""
        old_page, old_profile = self._live_page, self._live_profile
        self._live_profile = make_profile(self._live_guard)
        self._live_page = QuietPage(self._live_profile)
        self._story.watch(self._live_page, self._live_profile)
        self._put_on_screen(self._live_page)
        let_go(old_page, old_profile)

    def load(self, url: str) -> None:
        if self.state.is_saved:
            self.start_afresh()
        self._story.tell(problem="", notice="", status=0, url=url)
        self._view.load(QUrl.fromUserInput(url))
        self._story.expect()

    def show_saved(self, copy: SavedCopy) -> None:
        if not self.state.is_saved:
            self._turn_to_saved()
        url = snap_url(copy.final_url)
        self._copies[key_of(url)] = copy
        self._put_in_place(copy)
        self._view.load(url)

    def show_unsaved(self, url: str) -> None:
        """Nothing is there to be shown, and the network is left alone."""
        if not self.state.is_saved:
            self._turn_to_saved()
        self._saved_guard.copy = self._source.copy = None
        self._story.tell(is_saved=True, url=url, saved_at=None, title="", problem="", notice="")

    def start_saved_afresh(self) -> None:
        """Another subject by its saved pages. What the page's process has shown stays in its memory (measured: 4 MB a page),
        so that the page goes from time to time, and the process with it.
        """
        self._saved_subjects += 1
        if self._saved_page is None or self._saved_subjects < _SUBJECTS_A_PAGE:
            return
        self._saved_subjects = 0
        page, profile, self._saved_page, self._saved_profile = (
            self._saved_page,
            self._saved_profile,
            None,
            None,
        )
        self._turn_to_saved()
        let_go(page, profile)

    def back(self) -> None:
        self._view.back()

    def forward(self) -> None:
        self._view.forward()

    def reload(self) -> None:
        self._story.tell(problem="", status=0)
        self._view.reload()

    def stop(self) -> None:
        self._view.stop()

    def set_zoom(self, factor: float) -> None:
        self._view.setZoomFactor(factor)
        self._story.tell(zoom=factor)

    def find(self, text: str, *, backward: bool = False) -> None:
        flags = QWebEnginePage.FindFlag.FindBackward if backward else QWebEnginePage.FindFlag(0)
        if self._page is not None:
            self._page.findText(text, flags)

    def run_script(self, script: str, done: Callable[[str], None]) -> None:
        if self._page is None:
            done("")
            return
        self._page.runJavaScript(
            script, _OUR_WORLD, lambda value: done(value if isinstance(value, str) else "")
        )

    def grab(self) -> QImage:
        return self._view.grab().toImage()

    def selected_text(self) -> str:
        return self._page.selectedText() if self._page is not None else ""

    def save_mhtml(self, done: Callable[[bytes], None]) -> None:
        if self._page is None:
            done(b"")
        else:
            PageFile(self._page, done, self)

    def close_down(self) -> None:
        """The view goes first, since it would make itself another page; then the pages, then their profiles."""
        self._story.forget()
        self._page = None
        shiboken6.delete(self._view)
        let_go(self._live_page, self._live_profile)
        let_go(self._saved_page, self._saved_profile)
        self._live_page = self._live_profile = self._saved_page = self._saved_profile = None

    def _turn_to_saved(self) -> None:
        """The live page goes for good: left in the background it would go on asking."""
        if self._saved_page is None:
            self._saved_profile = make_saved_profile(self._saved_guard)
            self._saved_profile.installUrlSchemeHandler(SCHEME, self._source)
            self._saved_page = SavedPage(self._saved_profile)
            self._saved_page.followed = self._follow
            self._saved_page.shown = self._came_to
            self._story.watch(self._saved_page, self._saved_profile)
        self._copies.clear()
        self._put_on_screen(self._saved_page)
        self._saved_page.history().clear()
        page, profile, self._live_page, self._live_profile = self._live_page, self._live_profile, None, None
        let_go(page, profile)

    def _put_on_screen(self, page: QuietPage) -> None:
        self._page = page
        self._story.begin_anew(page)
        self._view.setPage(page)
        page.setZoomFactor(self.state.zoom)

    def _put_in_place(self, copy: SavedCopy) -> None:
        self._saved_guard.copy = self._source.copy = copy
        self._story.tell(problem="", notice="", url=copy.url, saved_at=copy.saved_at, is_saved=True, title="")

    def _came_to(self, url: QUrl) -> None:
        """A saved page is on its way to the screen, by whatever key or button."""
        copy = self._copies.get(key_of(url))
        if copy is not None:
            self._put_in_place(copy)

    def _follow(self, url: QUrl) -> None:
        if key_of(url) == key_of(self._view.url()):
            name = url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
            self.run_script(_SCROLL.format(json.dumps(name)), lambda _said: None)
        else:
            self._followed(bytes(url.toEncoded().data()).decode().partition("#")[0])


def load_something(done: Callable[[bool], None]) -> QWebEngineView:
    """Show a word in a view of its own, to see whether the engine works here at all."""
    view = QWebEngineView()
    view.loadFinished.connect(done)
    view.setHtml("<p>ok</p>")
    return view
