"""What happens to the page on screen, told as one state: loading, failed, crashed, what was refused."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDownloadRequest,
    QWebEngineFindTextResult,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
)

from workbench.gui.browser.failure_words import certificate_in_words, failure_in_words, status_in_words
from workbench.gui.browser.load_watch import LoadEnd, LoadWatch
from workbench.gui.browser.quiet_page import QuietPage
from workbench.gui.web_view_state import WebViewState

# The reader went on, or what came was no page: nothing to report.
_ABORTED = "ERR_ABORTED"
_NOT_OPENED = "页面没有打开"
# Where the page stands, and whether there is anything in it to be seen.
_WORDS = """location.href + " " + (document.body && (document.body.innerText.trim() || document.body.querySelector("img, iframe"))
    ? "words" : "")"""
_NO_REASON = "内核没有说明原因；请点“重新打开”再试一次。"
_FIRST_ERROR = 400
_TRIES = 5
_AGAIN_MS = 100


@dataclass(frozen=True, slots=True)
class _ErrorAnswer:
    """`turn` is the loading it belongs to: the reader may have gone on meanwhile."""

    turn: int
    url: QUrl
    status: int
    at: datetime


class PageStory(QObject):
    did_change = Signal(WebViewState)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state = WebViewState()
        self._page: QuietPage | None = None
        self._turn = 0
        self._watch = LoadWatch(self, ended=self._take_end)

    def begin_anew(self, page: QuietPage) -> None:
        """Another page stands in the view; how large things are shown is all that stays."""
        self._watch.stop()
        self._page = page
        self.state = WebViewState(zoom=self.state.zoom)
        self.did_change.emit(self.state)

    def tell(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.did_change.emit(self.state)

    def expect(self) -> None:
        """An address was asked for: how that ends is told even where the engine keeps silent."""
        if self._page is not None:
            self._watch.begin(self._page)

    def forget(self) -> None:
        self._watch.stop()
        self._page = None

    def watch(self, page: QuietPage, profile: QWebEngineProfile) -> None:
        """Listen to a new page; only the one in the view is told of."""
        page.loadingChanged.connect(lambda info: self._loading_changed(page, info))
        page.urlChanged.connect(lambda _url: self._look(page))
        page.titleChanged.connect(lambda _title: self._look(page))
        page.findTextFinished.connect(self._found)
        page.certificateError.connect(self._refuse_certificate)
        page.permissionRequested.connect(QWebEnginePermission.deny)
        page.renderProcessTerminated.connect(self._crashed)
        page.did_refuse.connect(self._refused)
        page.did_refuse_window.connect(self._refused_window)
        profile.downloadRequested.connect(self._did_not_download)

    def _loading_changed(self, page: QuietPage, info: QWebEngineLoadingInfo) -> None:
        if page is not self._page:
            return
        is_loading = info.status() == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus
        has_failed = info.status() == QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus
        if has_failed and info.errorDomain() is QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain:
            self._take_error_answer(page, _ErrorAnswer(self._turn, info.url(), info.errorCode(), _now()))
            return
        error = info.errorString() if has_failed else ""
        state = self.state
        if error and _ABORTED not in error and not state.problem:
            url = state.url if state.is_saved else info.url().toString()
            told = failure_in_words(error)
            state = replace(state, problem=told, problem_title=_NOT_OPENED, url=url, failed_at=_now())
        elif is_loading:
            self._turn += 1
            state = replace(state, problem="", notice="", is_crashed=False, status=0, failed_at=None)
        self.state = replace(state, is_loading=is_loading)
        self._look(page)

    def _take_error_answer(self, page: QuietPage, answer: _ErrorAnswer, *, tries: int = _TRIES) -> None:
        """Most servers send a page of their own with a 404, which tells more than we could; some send nothing at all.

        The answer is told of before its page has taken the place of the one before: then it is asked once more.
        """

        def judge(said: object) -> None:
            if page is not self._page or answer.turn != self._turn:
                return
            address, _, words = str(said).partition(" ")
            if QUrl(address) != answer.url and tries:
                QTimer.singleShot(
                    _AGAIN_MS, self, lambda: self._take_error_answer(page, answer, tries=tries - 1)
                )
            else:
                self._tell_error(answer, has_words=QUrl(address) == answer.url and bool(words))
                self._look(page)

        if page is self._page and answer.turn == self._turn:
            page.runJavaScript(_WORDS, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, judge)

    def _take_end(self, page: QWebEnginePage, end: LoadEnd) -> None:
        state = self.state
        if page is not self._page or state.problem or state.status or state.is_saved or state.notice:
            return
        if end.status >= _FIRST_ERROR:
            answer = _ErrorAnswer(self._turn, QUrl(end.address), end.status, _now())
            self._take_error_answer(self._page, answer)
        elif end.is_nothing and not state.url.startswith("about:"):
            self.tell(problem=_NO_REASON, problem_title=_NOT_OPENED, failed_at=_now(), is_loading=False)

    def _tell_error(self, answer: _ErrorAnswer, *, has_words: bool) -> None:
        told = "" if has_words else f"{status_in_words(answer.status)}，没有可显示的内容。"
        self.tell(
            problem=told,
            problem_title=_NOT_OPENED if told else "",
            url=answer.url.toString(),
            status=answer.status,
            failed_at=answer.at,
            is_loading=False,
        )

    def _look(self, page: QuietPage) -> None:
        if page is not self._page:
            return
        url, history = page.url(), page.history()
        # Where nothing came the engine still names the page before.
        is_elsewhere = self.state.is_saved or self.state.problem or url.scheme() == "about" or url.isEmpty()
        self.tell(
            url=self.state.url if is_elsewhere else url.toString(),
            title=page.title(),
            can_back=history.canGoBack(),
            can_forward=history.canGoForward(),
        )

    def _found(self, result: QWebEngineFindTextResult) -> None:
        self.tell(matches=result.numberOfMatches(), match=result.activeMatch())

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        told = certificate_in_words(error.url().host(), error.type().name)
        if error.isMainFrame():
            self.tell(problem=told, problem_title="证书不可信，页面没有打开", failed_at=_now())

    def _crashed(self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        if status is QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        told = "这个页面使浏览器内核中断了，其余功能不受影响。请点“重新打开”；仍不行时用系统浏览器打开。"
        title = "页面中断了"
        self.tell(is_loading=False, problem=told, problem_title=title, is_crashed=True, failed_at=_now())

    def _refused(self, url: QUrl) -> None:
        told = f"网页要打开“{url.scheme()}:”开头的地址，已拦下：这里只打开网页。"
        self.tell(notice=told, notice_url="")

    def _refused_window(self) -> None:
        self.tell(notice="网页想自己弹出一个窗口，已拦下。", notice_url="")

    def _did_not_download(self, download: QWebEngineDownloadRequest) -> None:
        if download.isSavePageDownload():
            return
        told = f"“{download.downloadFileName()}”是要下载的文件，没有下载：需要时用系统浏览器打开。"
        self.tell(notice=told, notice_url=download.url().toString(), is_loading=False)


def _now() -> datetime:
    return datetime.now().astimezone()
