"""The page beside the indicators, live or as it was saved, under its address bar."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from workbench.gui.bench.find_bar import FindBar
from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.page_bar import PageBar
from workbench.gui.bench.page_ground import PageGround
from workbench.gui.bench.page_lines import PageLines
from workbench.gui.bench.saved_page_shelf import SavedPageShelf
from workbench.gui.bench.viewed_page import ZOOM_STEP, ViewedPage
from workbench.gui.engine_probe import EngineProbe
from workbench.gui.reduced_view import ReducedView
from workbench.gui.web_view_state import WebView, WebViewState
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.split_view import layout_memory
from workbench.gui.widgets.words import set_look
from workbench.operations.show_saved_page import SavedCopy, SavedSearch

_OFFLINE = "page-offline"


class WebPanel(ViewedPage):
    """Pages are loaded only once the browser engine has proved itself in a child process.

    While it `is_offline` nothing is asked of the network: every address leads to its saved copy, or to the word that there
    is none.
    """

    did_lose_engine = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], shelf: SavedPageShelf, *, opened: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._actions = actions
        self.shelf = shelf
        self._last_copy: SavedCopy | None = None
        self.is_offline = layout_memory().value(_OFFLINE, defaultValue=False, type=bool) is True
        self._probe = EngineProbe(self, answered=self._engine_answered)
        self._build(opened)
        self._show(WebViewState())

    def swap_focus(self, other: QWidget) -> None:
        self._stack.swap_focus(other)

    def start(self, *, is_reduced: bool) -> None:
        """Get the engine ready, or do without; called when the bench is first shown."""
        if is_reduced:
            self._engine_answered(False)
        else:
            self._probe.ask()

    def open(self, url: str, *, link: LinkPlace | None = None) -> None:
        """`link` where the address is that of a link: the page it stands on is told of while the link does not open."""
        if self.is_offline:
            self.open_saved(url, link=link)
            return
        self._want(url, link=link)
        if self._view is not None and url:
            self._stack.setCurrentWidget(self._view.widget())
            self._view.load(url)

    def open_saved(self, url: str, *, link: LinkPlace | None = None) -> None:
        """The address as it was saved, or the word that it was not."""
        self._want(url, link=link)
        if self._view is not None and url:
            self.shelf.find(url, lambda found: self._take_saved(url, found))

    def open_subject(self, url: str) -> None:
        """Another subject: a clean slate, then its home page."""
        if self._view is not None and self.is_offline:
            self._view.start_saved_afresh()
        elif self._view is not None:
            self._view.start_afresh()
        self.find_bar.hide()
        self._last_copy = None
        self._want(url)
        if url:
            self.open(url)
        else:
            self._show_nothing()

    def turn_offline(self, is_offline: bool) -> None:
        """Show saved pages from now on, or live ones; remembered on this PC."""
        self.is_offline = is_offline
        layout_memory().setValue(_OFFLINE, is_offline)
        self.bar.offline.setChecked(is_offline)
        if self.url:
            self.open(self.url)

    def run(self, command_id: str) -> None:
        """One of the commands of the page view."""
        view = self._view
        if view is None:
            return
        acts: dict[str, Callable[[], None]] = {
            "page-back": self._back,
            "page-forward": view.forward,
            "page-reload": self._reload,
            "zoom-in": lambda: self.zoom(view.state.zoom * ZOOM_STEP),
            "zoom-out": lambda: self.zoom(view.state.zoom / ZOOM_STEP),
            "zoom-fit": self.fit,
            "find-in-page": self.find_bar.open,
        }
        acts[command_id]()

    def open_outside(self, url: str = "") -> None:
        if url or self.url:
            QDesktopServices.openUrl(QUrl(url or self.url))

    def close_down(self) -> None:
        self._probe.close_down()
        if self._view is not None:
            self._view.close_down()
            self._view = None

    def _build(self, opened: Callable[[str], None]) -> None:
        self.bar = PageBar(self._actions, opened=opened)
        self.bar.offline.setChecked(self.is_offline)
        self.lines = PageLines(
            self._actions["open-place"], go_live=lambda: self.open(self.url), open_outside=self.open_outside
        )
        self.find_bar = FindBar(find=self.search)
        self._stack = PageGround(
            self._actions,
            self.shelf,
            again=self._reload,
            outside=self.open_outside,
            saved=lambda: self.open_saved(self.url, link=self._link),
        )
        self.failed, self.absent = self._stack.failed, self._stack.absent
        self._frame = framed(column(self._stack, gap=0), kind="page_frame")
        whole = column(self.bar, self.lines, self._frame, self.find_bar, gap=0)
        whole.setStretchFactor(self._frame, 1)
        self.setLayout(whole)

    def _engine_answered(self, is_good: bool) -> None:
        self._view = self._make_view() if is_good else ReducedView(self)
        self._stack.addWidget(self._view.widget())
        if not is_good:
            self.bar.show_reduced()
            self.did_lose_engine.emit()
        self.fit()
        if self._wanted:
            self.open(self._wanted, link=self._link)
        else:
            self._show_nothing()

    def _make_view(self) -> WebView:
        from workbench.gui.web_engine import EngineView

        view = EngineView(self, read_part=self.shelf.read, followed=self.follow_saved)
        view.did_change.connect(self._show)
        return view

    def follow_saved(self, url: str) -> None:
        """A link in a saved page."""
        came_from = self._last_copy.url if self._last_copy is not None else ""
        self.open_saved(url, link=LinkPlace(url, came_from) if came_from else None)

    def _want(self, url: str, *, link: LinkPlace | None = None) -> None:
        self.shelf.forget()
        self._wanted, self._link = url, link
        self.bar.show_address(url)

    def _take_saved(self, url: str, found: SavedSearch) -> None:
        if self._view is None:
            return
        if found.copy is not None:
            self._last_copy = found.copy
            self._stack.setCurrentWidget(self._view.widget())
            self._view.show_saved(found.copy)
        else:
            self._view.show_unsaved(url)
            self._stack.show_absence(url, pages=found.pages, link=self._link)
        self._show(self.state)

    def _reload(self) -> None:
        """A page that was not there when it was asked for is asked for anew, and so is one that was not saved."""
        if self._stack.is_stopped:
            self.open(self.url, link=self.link_place)
        elif self._view is not None:
            self._view.reload()

    def _back(self) -> None:
        """From a link that did not open to the page with it: the engine is there still, and would go back past it."""
        if self.state.problem and self.link_place is not None:
            self.open(self.link_place.page)
        elif self._view is not None and self._last_copy is not None and self._stack.is_absent:
            self._take_saved(self._last_copy.url, SavedSearch(self._last_copy, 1))
        elif self._view is not None and self._is_saved_among_live:
            self.open(self.url)
        elif self._view is not None:
            self._view.back()

    @property
    def _is_saved_among_live(self) -> bool:
        """A page kept as a file, or a saved one looked at in passing: the way back is the live one."""
        return self.state.is_saved and not self.is_offline and not self.state.can_back

    def _show_nothing(self) -> None:
        if self._view is not None and self.is_offline:
            self._view.show_unsaved("")
        self._stack.show_nothing()

    def _show(self, state: WebViewState) -> None:
        # Offline, a live page that fails is one on its way out: the saved one has been asked for already.
        self._note_what_is_read()
        if state.problem and (state.is_saved or not self.is_offline):
            self._stack.show_failure(state, self.link_place)
        elif self._view is not None and state.is_loading and not state.is_saved:
            self._stack.setCurrentWidget(self._view.widget())
        self.bar.show_state(state)
        is_absent, link = self._stack.is_absent, self.link_place
        self.lines.show_state(state, is_there=not is_absent, is_offline=self.is_offline, link=link)
        set_look(self._frame, "kind", "saved_frame" if state.is_saved else "page_frame")
        has_way_back = (is_absent and self._last_copy is not None) or (state.problem and link is not None)
        is_back_there = state.can_back or bool(has_way_back) or self._is_saved_among_live
        self._actions["page-back"].setEnabled(is_back_there)
        self._actions["page-forward"].setEnabled(state.can_forward)
        self.find_bar.show_matches(state.match, state.matches)
