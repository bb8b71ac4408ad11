"""The embedded browser: the only file that imports QtWebEngine. Pages from outside are kept on a short lead."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDownloadRequest,
    QWebEngineFindTextResult,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.web_view_state import WebViewState

_ALLOWED_SCHEMES = frozenset({"http", "https", "ws", "wss", "data", "blob", "about"})
_PAGE_SCHEMES = frozenset({"http", "https", "about"})
_FAILURES = {
    "NAME_NOT_RESOLVED": "域名解析不了，请核对网址或网络",
    "CONNECTION_REFUSED": "对方服务器拒绝连接",
    "CONNECTION_RESET": "连接被对方断开",
    "CONNECTION_CLOSED": "连接被对方断开",
    "EMPTY_RESPONSE": "对方没有返回内容",
    "TIMED_OUT": "对方很久没有回应",
    "INTERNET_DISCONNECTED": "本机没有联网",
    "ADDRESS_UNREACHABLE": "到不了这个地址",
    "CERT": "证书不可信",
    "SSL": "安全连接建立不了",
    "TOO_MANY_REDIRECTS": "页面不停地跳转",
    "BLOCKED": "这个地址不允许在这里打开",
}
_BLANK = QUrl("about:blank")
# Our own scripts see the page; the page does not see them.
_OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class _SchemeGuard(QWebEngineUrlRequestInterceptor):
    """No local files and no foreign programs. Runs in the window's thread: a set look-up and nothing else."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in _ALLOWED_SCHEMES:
            info.block(True)


class _QuietPage(QWebEnginePage):
    """A page that cannot speak up, open windows or leave for anything but the web."""

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, _is_main: bool
    ) -> bool:
        return QUrl(url).scheme() in _PAGE_SCHEMES | {"data", "blob"}

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """A link that wants a window of its own opens here, as the inspector expects."""
        return self

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


class EngineView(QObject):
    """One view; every subject gets an off-the-record profile of its own, so cookies never meet."""

    did_change = Signal(WebViewState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WebViewState()
        self._guard = _SchemeGuard(self)
        self._frame = QWidget()
        self._view = QWebEngineView()
        self._view.setAccessibleName("网页")
        self._frame.setFocusProxy(self._view)
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._profile: QWebEngineProfile | None = None
        self._page: _QuietPage | None = None
        self.start_afresh()

    def widget(self) -> QWidget:
        return self._frame

    def start_afresh(self) -> None:
        old_page, old_profile = self._page, self._profile
        self._profile = _make_profile(self._guard)
        self._page = _QuietPage(self._profile)
        self._watch(self._page)
        self._view.setPage(self._page)
        _let_go(old_page, old_profile)
        self._show(WebViewState(zoom=self.state.zoom))
        self._page.setZoomFactor(self.state.zoom)

    def load(self, url: str) -> None:
        self._show(replace(self.state, problem="", url=url))
        self._view.load(QUrl.fromUserInput(url))

    def back(self) -> None:
        self._view.back()

    def forward(self) -> None:
        self._view.forward()

    def reload(self) -> None:
        self._show(replace(self.state, problem=""))
        self._view.reload()

    def stop(self) -> None:
        self._view.stop()

    def set_zoom(self, factor: float) -> None:
        self._view.setZoomFactor(factor)
        self._show(replace(self.state, zoom=factor))

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

    def close_down(self) -> None:
        """The view goes first, since it would make itself another page; then the page, then its profile."""
        page, profile, self._page, self._profile = self._page, self._profile, None, None
        shiboken6.delete(self._view)
        _let_go(page, profile)

    def _watch(self, page: _QuietPage) -> None:
        page.loadingChanged.connect(self._loading_changed)
        page.urlChanged.connect(lambda _url: self._look())
        page.titleChanged.connect(lambda _title: self._look())
        page.findTextFinished.connect(self._found)
        page.certificateError.connect(self._refuse_certificate)
        page.permissionRequested.connect(QWebEnginePermission.deny)
        page.renderProcessTerminated.connect(self._crashed)

    def _loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        is_loading = info.status() == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus
        problem = self.state.problem
        if info.status() == QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus and info.errorString():
            problem = problem or failure_in_words(info.errorString())
        elif is_loading:
            problem = ""
        self._show(replace(self.state, is_loading=is_loading, problem=problem))
        self._look()

    def _look(self) -> None:
        if self._page is None:
            return
        url = self._page.url()
        shown = url.toString() if url != _BLANK and not url.isEmpty() else self.state.url
        history = self._page.history()
        self._show(
            replace(
                self.state,
                url=shown,
                title=self._page.title(),
                can_back=history.canGoBack(),
                can_forward=history.canGoForward(),
            )
        )

    def _found(self, result: QWebEngineFindTextResult) -> None:
        self._show(replace(self.state, matches=result.numberOfMatches(), match=result.activeMatch()))

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        host = error.url().host()
        self._show(
            replace(self.state, problem=f"{host} 的证书不可信（{error.description()}），页面没有打开。")
        )

    def _crashed(self, _status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        self._show(
            replace(self.state, is_loading=False, problem="这个页面使浏览器内核中断了，请点“刷新”重试。")
        )

    def _show(self, state: WebViewState) -> None:
        self.state = state
        self.did_change.emit(state)


def failure_in_words(error: str) -> str:
    """What the engine calls `net::ERR_…`, for people; an answer without a body comes as markup of its error page."""
    known = next((text for name, text in _FAILURES.items() if name in error), "")
    if known:
        return f"{known}。（{error}）"
    if "<" in error:
        return "这个网址没有可显示的内容，多半是页面不存在或服务器出错；可用系统浏览器再核对一次。"
    return f"内核报告：{error}。"


def _make_profile(guard: QWebEngineUrlRequestInterceptor) -> QWebEngineProfile:
    profile = QWebEngineProfile()
    profile.setUrlRequestInterceptor(guard)
    profile.setHttpAcceptLanguage("zh-CN,zh;q=0.9")
    profile.downloadRequested.connect(QWebEngineDownloadRequest.cancel)
    settings = profile.settings()
    attributes = QWebEngineSettings.WebAttribute
    for attribute in (
        attributes.JavascriptCanOpenWindows,
        attributes.JavascriptCanAccessClipboard,
        attributes.LocalContentCanAccessFileUrls,
        attributes.LocalContentCanAccessRemoteUrls,
        attributes.FullScreenSupportEnabled,
        attributes.PdfViewerEnabled,
        attributes.ErrorPageEnabled,
    ):
        settings.setAttribute(attribute, False)
    return profile


def _let_go(page: QWebEnginePage | None, profile: QWebEngineProfile | None) -> None:
    """Delete both at once, the page first: a profile released before its page is trouble."""
    for part in (page, profile):
        if part is not None:
            shiboken6.delete(part)


def load_something(done: Callable[[bool], None]) -> QWebEngineView:
    """Show a word in a view of its own, to see whether the engine works here at all."""
    view = QWebEngineView()
    view.loadFinished.connect(done)
    view.setHtml("<p>ok</p>")
    return view
