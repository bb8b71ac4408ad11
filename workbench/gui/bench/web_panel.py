"""The page beside the indicators, live or as it was saved, under its address bar."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QProgressBar, QStackedWidget, QWidget

from workbench.gui.bench.find_bar import FindBar
from workbench.gui.bench.page_bar import PageBar
from workbench.gui.bench.page_lines import RefusedLine, SavedLine
from workbench.gui.bench.page_stops import AbsentPage, FailedPage
from workbench.gui.bench.saved_page_shelf import SavedPageShelf
from workbench.gui.bench.viewed_page import ZOOM_STEP, ViewedPage
from workbench.gui.engine_probe import EngineProbe
from workbench.gui.reduced_view import ReducedView
from workbench.gui.web_view_state import WebView, WebViewState
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.empty_state import EmptyState
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
        self._shelf = shelf
        self._failed_at = ""
        self._last_copy: SavedCopy | None = None
        self.is_offline = layout_memory().value(_OFFLINE, defaultValue=False, type=bool) is True
        self._probe = EngineProbe(self, answered=self._engine_answered)
        self._build(opened)
        self._show(WebViewState())

    def swap_focus(self, other: QWidget) -> None:
        """Into the page by keyboard, and out of it again to `other`."""
        page, focused = self._stack.currentWidget(), QApplication.focusWidget()
        is_inside = focused is not None and self._stack.isAncestorOf(focused)
        if is_inside or page is None:
            other.setFocus()
        else:
            page.setFocus()

    def start(self, *, is_reduced: bool) -> None:
        """Get the engine ready, or do without; called when the bench is first shown."""
        if is_reduced:
            self._engine_answered(False)
        else:
            self._probe.ask()

    def open(self, url: str) -> None:
        if self.is_offline:
            self.open_saved(url)
            return
        self._want(url)
        if self._view is not None and url:
            self._stack.setCurrentWidget(self._view.widget())
            self._view.load(url)

    def open_saved(self, url: str) -> None:
        """The address as it was saved, or the word that it was not."""
        self._want(url)
        if self._view is not None and url:
            self._shelf.find(url, lambda found: self._take_saved(url, found))

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

    def edit_address(self) -> None:
        self.bar.address.setFocus()
        self.bar.address.selectAll()

    def close_down(self) -> None:
        self._probe.close_down()
        if self._view is not None:
            self._view.close_down()
            self._view = None

    def _build(self, opened: Callable[[str], None]) -> None:
        self.bar = PageBar(self._actions, opened=opened)
        self.bar.offline.setChecked(self.is_offline)
        self._loading = QProgressBar()
        self._loading.setAccessibleName("正在打开页面")
        self._loading.setTextVisible(False)
        self._loading.setRange(0, 0)
        self._loading.setFixedHeight(3)
        self.saved_line = SavedLine(go_live=self._go_live)
        self.refused_line = RefusedLine(open_outside=self.open_outside)
        self.find_bar = FindBar(find=self.search)
        self.failed = FailedPage(
            again=self._reload, outside=self.open_outside, saved=lambda: self.open_saved(self.url)
        )
        self.absent = AbsentPage(self._actions)
        self._stack = QStackedWidget()
        self._waiting = EmptyState("page", "正在准备网页视图…", "第一次打开需要一两秒。")
        self._nothing = EmptyState(
            "page",
            "没有可打开的页面",
            "这个对象没有登记网址，例如新媒体账号。请在手机或系统浏览器中查看后判定。",
        )
        for stop in (self._waiting, self._nothing, self.failed, self.absent):
            self._stack.addWidget(stop)
        self._frame = framed(column(self._stack, gap=0), kind="page_frame")
        parts = (self.bar, self._loading, self.saved_line, self.refused_line, self._frame, self.find_bar)
        whole = column(*parts, gap=0)
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
            self.open(self._wanted)
        else:
            self._show_nothing()

    def _make_view(self) -> WebView:
        from workbench.gui.web_engine import EngineView

        view = EngineView(self, read_part=self._shelf.read, followed=self.open_saved)
        view.did_change.connect(self._show)
        return view

    def _want(self, url: str) -> None:
        self._shelf.forget()
        self._wanted = url
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
            self.absent.show_absence(url, pages=found.pages)
            self._stack.setCurrentWidget(self.absent)
        self._show(self.state)

    def _reload(self) -> None:
        """A page that was not there when it was asked for is asked for anew, and so is one that was not saved."""
        if self._stack.currentWidget() in (self.failed, self.absent):
            self.open(self.url)
        elif self._view is not None:
            self._view.reload()

    def _back(self) -> None:
        if self._view is not None and self._last_copy is not None and self._is_absent:
            self._take_saved(self._last_copy.url, SavedSearch(self._last_copy, 1))
        elif self._view is not None:
            self._view.back()

    @property
    def _is_absent(self) -> bool:
        return self._stack.currentWidget() is self.absent

    def _go_live(self) -> None:
        self.open(self.url)

    def _show_nothing(self) -> None:
        if self._view is not None and self.is_offline:
            self._view.show_unsaved("")
        self._stack.setCurrentWidget(self._nothing)

    def _show(self, state: WebViewState) -> None:
        self._loading.setVisible(state.is_loading)
        # Offline, a live page that fails is one on its way out: the saved one has been asked for already.
        if state.problem and (state.is_saved or not self.is_offline):
            self._show_failure(state)
        elif self._view is not None and state.is_loading and not state.is_saved:
            self._stack.setCurrentWidget(self._view.widget())
        self.bar.show_state(state)
        self.saved_line.setVisible(state.is_saved and bool(state.url))
        self.saved_line.say(state.saved_at, is_there=not self._is_absent, is_offline=self.is_offline)
        self.refused_line.say(state.notice, state.notice_url)
        set_look(self._frame, "kind", "saved_frame" if state.is_saved else "page_frame")
        has_way_back = self._is_absent and self._last_copy is not None
        self._actions["page-back"].setEnabled(state.can_back or has_way_back)
        self._actions["page-forward"].setEnabled(state.can_forward)
        self.find_bar.show_matches(state.match, state.matches)

    def _show_failure(self, state: WebViewState) -> None:
        self.failed.show_state(state)
        self._stack.setCurrentWidget(self.failed)
        if state.is_saved or self._failed_at == state.url:
            return
        self._failed_at = state.url
        self.failed.saved_button.hide()
        self._shelf.find(state.url, self._offer_saved)

    def _offer_saved(self, found: SavedSearch) -> None:
        if found.copy is not None:
            self.failed.offer_saved(found.copy.saved_at)
