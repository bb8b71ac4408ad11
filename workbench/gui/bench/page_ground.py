"""Where the page stands, or what stands in its place: it is coming, there is none, it did not open, it was not saved."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.page_stops import AbsentPage, FailedPage
from workbench.gui.bench.saved_page_shelf import SavedPageShelf
from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.empty_state import EmptyState
from workbench.operations.show_saved_page import SavedSearch


class PageGround(QStackedWidget):
    """`again` opens the address once more, `outside` in the system's browser, `saved` its saved copy."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        shelf: SavedPageShelf,
        *,
        again: Callable[[], None],
        outside: Callable[[], None],
        saved: Callable[[], None],
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._searched = ""
        self.failed = FailedPage(actions, again=again, outside=outside, saved=saved)
        self.absent = AbsentPage(actions)
        waiting = EmptyState("page", "正在准备网页视图…", "第一次打开需要一两秒。")
        self._nothing = EmptyState(
            "page",
            "没有可打开的页面",
            "这个对象没有登记网址，例如新媒体账号。请在手机或系统浏览器中查看后判定。",
        )
        for stop in (waiting, self._nothing, self.failed, self.absent):
            self.addWidget(stop)

    @property
    def is_absent(self) -> bool:
        return self.currentWidget() is self.absent

    @property
    def is_stopped(self) -> bool:
        """The page was asked for and is not there."""
        return self.currentWidget() in (self.failed, self.absent)

    def swap_focus(self, other: QWidget) -> None:
        """Into the page by keyboard, and out of it again to `other`."""
        page, focused = self.currentWidget(), QApplication.focusWidget()
        is_inside = focused is not None and self.isAncestorOf(focused)
        if is_inside or page is None:
            other.setFocus()
        else:
            page.setFocus()

    def show_nothing(self) -> None:
        self.setCurrentWidget(self._nothing)

    def show_absence(self, url: str, *, pages: int, link: LinkPlace | None) -> None:
        self.absent.show_absence(url, pages=pages, link=link)
        self.setCurrentWidget(self.absent)

    def show_failure(self, state: WebViewState, link: LinkPlace | None) -> None:
        """Why a page did not open; that a saved copy of a live one is there comes later."""
        self.failed.show_state(state, link)
        self.setCurrentWidget(self.failed)
        if state.is_saved or self._searched == state.url:
            return
        self._searched = state.url
        self.failed.saved_button.hide()
        self._shelf.find(state.url, self._offer_saved)

    def _offer_saved(self, found: SavedSearch) -> None:
        if found.copy is not None:
            self.failed.offer_saved(found.copy.saved_at)
