"""The page beside the indicators: address, back and forward, zoom, find, and whatever shows the page itself."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QStackedWidget, QToolButton, QWidget

from workbench.gui.bench.find_bar import FindBar
from workbench.gui.engine_probe import EngineProbe
from workbench.gui.reduced_view import ReducedView
from workbench.gui.web_view_state import WebView, WebViewState
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import action_button, push_button, tool_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import LineField

# Government sites are drawn for this width; a narrower panel shows them smaller, down to what can still be read on a
# screen of ordinary density.
_SITE_WIDTH = 1240
_SMALLEST_FIT = 0.6
_ROOM_FOR_ZOOM = 440
_ZOOM_STEP = 1.15
_ZOOM_RANGE = (0.3, 3.0)


class WebPanel(QFrame):
    """Pages are loaded only once the browser engine has proved itself in a child process."""

    def __init__(self, actions: Mapping[str, QAction], *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._actions = actions
        self._opened = opened
        self._view: WebView | None = None
        self._wanted = ""
        self._is_fitted = True
        self._probe = EngineProbe(self, answered=self._engine_answered)
        self._build()
        self._connect()
        self._show(WebViewState())

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
        self._wanted = url
        self.address.setText(url)
        if self._view is not None and url:
            self._stack.setCurrentWidget(self._view.widget())
            self._view.load(url)

    def open_subject(self, url: str) -> None:
        """Another subject: a clean slate, then its home page."""
        if self._view is not None:
            self._view.start_afresh()
        self.find_bar.hide()
        self._wanted = url
        self.address.setText(url)
        if url:
            self.open(url)
        else:
            self._stack.setCurrentWidget(self._nothing)

    def run(self, command_id: str) -> None:
        """One of the commands of the page view."""
        view = self._view
        if view is None:
            return
        acts: dict[str, Callable[[], None]] = {
            "page-back": view.back,
            "page-forward": view.forward,
            "page-reload": view.reload,
            "zoom-in": lambda: self._zoom(view.state.zoom * _ZOOM_STEP),
            "zoom-out": lambda: self._zoom(view.state.zoom / _ZOOM_STEP),
            "zoom-fit": self.fit,
            "find-in-page": self.find_bar.open,
        }
        acts[command_id]()

    def fit(self) -> None:
        """As large as lets the whole width be seen."""
        self._is_fitted = True
        if self._view is not None:
            smallest = _SMALLEST_FIT / self.devicePixelRatioF()
            self._view.set_zoom(round(min(1.0, max(smallest, self.width() / _SITE_WIDTH)), 2))

    def open_outside(self) -> None:
        if self.url:
            QDesktopServices.openUrl(QUrl(self.url))

    def edit_address(self) -> None:
        self.address.setFocus()
        self.address.selectAll()

    def close_down(self) -> None:
        self._probe.close_down()
        if self._view is not None:
            self._view.close_down()
            self._view = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._zoom_buttons:
            button.setVisible(self.width() >= _ROOM_FOR_ZOOM)
        if self._is_fitted:
            self.fit()

    def _build(self) -> None:
        self.address = LineField(name="网址", hint="输入网址，按回车打开")
        self.address.setProperty("kind", "address")
        self._zoom_button = QToolButton()
        self._zoom_button.setDefaultAction(self._actions["zoom-fit"])
        self._zoom_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._zoom_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._outside = tool_button("outside", "用系统浏览器打开")
        keys = ("page-back", "page-forward", "page-reload")
        self._zoom_buttons = (
            action_button(self._actions["zoom-out"]),
            self._zoom_button,
            action_button(self._actions["zoom-in"]),
        )
        bar = row(
            *(action_button(self._actions[key]) for key in keys),
            self.address,
            *self._zoom_buttons,
            action_button(self._actions["find-in-page"]),
            self._outside,
            margins=(8, 6, 8, 6),
            gap=2,
        )
        bar.setStretch(3, 1)
        self._loading = QProgressBar()
        self._loading.setAccessibleName("正在打开页面")
        self._loading.setTextVisible(False)
        self._loading.setRange(0, 0)
        self._loading.setFixedHeight(3)
        self.find_bar = FindBar(find=self._find)
        retry = push_button("重试", meaning="reload")
        retry.clicked.connect(lambda: self.run("page-reload"))
        outside = push_button("用系统浏览器打开", meaning="outside")
        outside.clicked.connect(self.open_outside)
        self._failed = EmptyState("page-gone", "页面没有打开", "", retry, outside)
        self._stack = QStackedWidget()
        self._waiting = EmptyState("page", "正在准备网页视图…", "第一次打开需要一两秒。")
        self._nothing = EmptyState(
            "page",
            "没有可打开的页面",
            "这个对象没有登记网址，例如新媒体账号。请在手机或系统浏览器中查看后判定。",
        )
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._failed)
        whole = column(framed(bar, kind="bar"), self._loading, self._stack, self.find_bar, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.address.returnPressed.connect(lambda: self._opened(_as_url(self.address.text())))
        self._outside.clicked.connect(self.open_outside)

    def _engine_answered(self, is_good: bool) -> None:
        self._view = self._make_view() if is_good else ReducedView(self)
        self._stack.addWidget(self._view.widget())
        self.fit()
        if self._wanted:
            self.open(self._wanted)
        else:
            self._stack.setCurrentWidget(self._nothing)

    def _make_view(self) -> WebView:
        from workbench.gui.web_engine import EngineView

        view = EngineView(self)
        view.did_change.connect(self._show)
        return view

    def _show(self, state: WebViewState) -> None:
        self._loading.setVisible(state.is_loading)
        if state.problem:
            self._failed.say("page-gone", "页面没有打开", state.problem)
            self._stack.setCurrentWidget(self._failed)
        elif self._view is not None and state.is_loading:
            self._stack.setCurrentWidget(self._view.widget())
        if state.url and not self.address.hasFocus():
            self.address.setText(state.url)
            self.address.setCursorPosition(0)
        self._actions["page-back"].setEnabled(state.can_back)
        self._actions["page-forward"].setEnabled(state.can_forward)
        self._zoom_button.setText(f"{state.zoom:.0%}")
        self.find_bar.show_matches(state.match, state.matches)

    def _zoom(self, factor: float) -> None:
        self._is_fitted = False
        if self._view is not None:
            self._view.set_zoom(min(_ZOOM_RANGE[1], max(_ZOOM_RANGE[0], factor)))

    def _find(self, text: str, is_backward: bool) -> None:
        if self._view is not None:
            self._view.find(text, backward=is_backward)


def _as_url(text: str) -> str:
    cleaned = text.strip()
    return cleaned if not cleaned or "://" in cleaned else f"http://{cleaned}"
