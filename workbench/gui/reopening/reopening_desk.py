"""One hidden page that opens one address at a time and tells what a reader would get."""

import time
from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDownloadRequest,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from workbench.fetch.reopened_page import ReopenedPage, ReopenOrder
from workbench.gui.web_engine import QuietPage, failure_in_words

_Status = QWebEngineLoadingInfo.LoadStatus
_BY_STATUS = QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
# A page that only runs a script is given time to do what it is for: a firewall's test sends on to the real one.
_SETTLE_MS, _SCRIPT_MS = 300, 2_500
_MOST_HTML = 2_000_000
_LONG_TEXT = 200
_LOOK = "JSON.stringify([document.scripts.length, (document.body ? document.body.innerText : '').length])"
_TOO_SLOW = "限时内没有打开"


class ReopeningDesk(QObject):
    """`answered` is called once for each order."""

    def __init__(self, *, limit_s: float, answered: Callable[[ReopenedPage], None]) -> None:
        super().__init__()
        self._answered = answered
        self._order: ReopenOrder | None = None
        self._answer = ReopenedPage(number=0)
        self._page: QuietPage | None = None
        self._began_s = 0.0
        self._is_patient = False
        self._limit = QTimer(self, singleShot=True, interval=int(limit_s * 1000))
        self._limit.timeout.connect(self._time_is_up)
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._look)
        self._view = QWebEngineView()
        # It is laid out and painted as for a reader, and nobody sees it.
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.resize(1280, 900)
        self._view.show()

    @property
    def is_free(self) -> bool:
        return self._order is None

    def holds(self, profile: QWebEngineProfile) -> bool:
        return self._page is not None and self._page.profile() is profile

    def warm_up(self, profile: QWebEngineProfile, done: Callable[[bool], None]) -> None:
        page = self._turn_to(profile)
        page.loadFinished.connect(done, Qt.ConnectionType.SingleShotConnection)
        page.setHtml("<p>ok</p>")

    def open(self, order: ReopenOrder, profile: QWebEngineProfile) -> None:
        self._order = order
        self._answer = ReopenedPage(number=order.number, url=order.url)
        self._began_s = time.monotonic()
        page = self._turn_to(profile)
        page.loadingChanged.connect(self._loading_changed)
        page.certificateError.connect(self._refuse_certificate)
        page.permissionRequested.connect(QWebEnginePermission.deny)
        page.renderProcessTerminated.connect(lambda _how, _code: self._end("浏览器内核中断"))
        self._limit.start()
        page.load(QUrl.fromEncoded(order.url.encode()))

    def note_download(self, download: QWebEngineDownloadRequest) -> None:
        """The server hands out a file: that is an answer too."""
        if self._order is not None and download.page() is self._page:
            url = download.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            self._answer = replace(
                self._answer, url=url, status=200, media_type=download.mimeType(), problem=""
            )
            self._end()

    def close_down(self) -> None:
        self._order = None
        self._limit.stop()
        self._settling.stop()
        page, self._page = self._page, None
        shiboken6.delete(self._view)
        if page is not None:
            shiboken6.delete(page)

    def _turn_to(self, profile: QWebEngineProfile) -> QuietPage:
        old, self._page = self._page, QuietPage(profile)
        attributes = QWebEngineSettings.WebAttribute
        for attribute in (attributes.AutoLoadImages, attributes.AutoLoadIconsForPage):
            self._page.settings().setAttribute(attribute, False)
        self._view.setPage(self._page)
        if old is not None:
            shiboken6.delete(old)
        return self._page

    def _loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        if self._order is None:
            return
        if info.status() is _Status.LoadStartedStatus:
            self._settling.stop()
            return
        if info.errorDomain() is _BY_STATUS:
            url = info.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            self._answer = replace(self._answer, url=url, status=info.errorCode(), problem="")
        elif self._answer.status is None and not self._answer.problem:
            self._answer = replace(self._answer, problem=failure_in_words(info.errorString()))
        self._is_patient = False
        self._settling.start(_SETTLE_MS)

    def _look(self) -> None:
        """The page has loaded: done, unless it is one that only runs a script."""
        if self._page is None or self._order is None:
            return
        if self._answer.status is None or self._is_patient:
            self._read()
            return
        order, world = self._order, QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self._page.runJavaScript(_LOOK, world, lambda said: self._weigh(order, said))

    def _weigh(self, order: ReopenOrder, said: object) -> None:
        if self._order is not order:
            return
        scripts, text = _two_numbers(said)
        is_error = (self._answer.status or 0) >= 400
        if not scripts or (text > _LONG_TEXT and not is_error):
            self._read()
        elif not self._settling.isActive():
            self._is_patient = True
            self._settling.start(_SCRIPT_MS)

    def _read(self) -> None:
        order = self._order
        if self._page is None or order is None or self._answer.status is None:
            self._end()
            return
        self._page.toHtml(lambda html: self._take_html(order, html))

    def _take_html(self, order: ReopenOrder, html: str) -> None:
        if self._order is not order:
            return
        clean = html[:_MOST_HTML].encode("utf-8", "replace").decode("utf-8")
        self._answer = replace(self._answer, html=clean, media_type="text/html")
        self._end()

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self._answer = replace(self._answer, problem="证书不可信")

    def _time_is_up(self) -> None:
        """What has loaded by then counts, however busy the page still is."""
        if self._answer.status is None:
            self._end(_TOO_SLOW)
        else:
            self._read()

    def _end(self, problem: str = "") -> None:
        if self._order is None:
            return
        self._order = None
        self._limit.stop()
        self._settling.stop()
        if self._page is not None:
            self._page.triggerAction(QWebEnginePage.WebAction.Stop)
        took_s = round(time.monotonic() - self._began_s, 3)
        answer = replace(self._answer, took_s=took_s, problem=problem or self._answer.problem)
        # Not from within a signal of the page, which may be deleted for the next order.
        QTimer.singleShot(0, self, lambda: self._answered(answer))


def _two_numbers(said: object) -> tuple[int, int]:
    """What `_LOOK` came to; a page without a script to tell it by has neither."""
    words = str(said).strip("[]").split(",")
    return (int(words[0]), int(words[1])) if len(words) == 2 else (0, 0)
