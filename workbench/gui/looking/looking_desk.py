"""One hidden page that is looked at wide and narrow: how long it loads, whether it fits a phone, what its links say."""

import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from workbench.fetch.looked_page import NARROW_PX, LookedPage, LookOrder
from workbench.gui.web_engine import QuietPage, failure_in_words

_Status = QWebEngineLoadingInfo.LoadStatus
_BY_STATUS = QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
_WIDE = (1280, 900)
_NARROW_HEIGHT = 812
_SETTLE_MS = 600
_TOO_SLOW = "限时内没有打开"
_LINKS = """JSON.stringify(Array.from(document.querySelectorAll('a,button,[role=button],img[alt]'))
    .map(e => ((e.innerText || '') + ' ' + (e.title || '') + ' ' + (e.alt || '') + ' '
        + (e.getAttribute('aria-label') || '')).trim()).filter(t => t && t.length < 40).slice(0, 3000))"""
_WIDTH = "Math.max(document.documentElement.scrollWidth, document.body ? document.body.scrollWidth : 0)"


class LookingDesk(QObject):
    """`answered` is called once for each order, one after the other."""

    def __init__(
        self, profile: QWebEngineProfile, *, limit_s: float, answered: Callable[[LookedPage], None]
    ) -> None:
        super().__init__()
        self._profile = profile
        self._answered = answered
        self._waiting: deque[LookOrder] = deque()
        self._order: LookOrder | None = None
        self._answer = LookedPage(number=0)
        self._page: QuietPage | None = None
        self._began_s = 0.0
        self._limit = QTimer(self, singleShot=True, interval=int(limit_s * 1000))
        self._limit.timeout.connect(lambda: self._end(_TOO_SLOW))
        self._view = QWebEngineView()
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.resize(*_WIDE)
        self._view.show()

    def warm_up(self, done: Callable[[bool], None]) -> None:
        page = self._turn_page()
        page.loadFinished.connect(done, Qt.ConnectionType.SingleShotConnection)
        page.setHtml("<p>ok</p>")

    def take(self, order: LookOrder) -> None:
        self._waiting.append(order)
        self._next()

    @property
    def is_idle(self) -> bool:
        return self._order is None and not self._waiting

    def close_down(self) -> None:
        self._order = None
        self._limit.stop()
        page, self._page = self._page, None
        shiboken6.delete(self._view)
        if page is not None:
            shiboken6.delete(page)

    def _next(self) -> None:
        if self._order is not None or not self._waiting:
            return
        self._order = self._waiting.popleft()
        self._answer = LookedPage(number=self._order.number, url=self._order.url)
        self._view.resize(*_WIDE)
        page = self._turn_page()
        page.loadingChanged.connect(self._loading_changed)
        page.certificateError.connect(self._refuse_certificate)
        page.permissionRequested.connect(QWebEnginePermission.deny)
        page.renderProcessTerminated.connect(lambda _how, _code: self._end("浏览器内核中断"))
        self._began_s = time.monotonic()
        self._limit.start()
        page.load(QUrl.fromEncoded(self._order.url.encode()))

    def _turn_page(self) -> QuietPage:
        old, self._page = self._page, QuietPage(self._profile)
        self._view.setPage(self._page)
        if old is not None:
            shiboken6.delete(old)
        return self._page

    def _loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        if self._order is None or info.status() is _Status.LoadStartedStatus:
            return
        if info.status() is _Status.LoadSucceededStatus:
            status = info.errorCode() if info.errorDomain() is _BY_STATUS else 200
            load_s = round(time.monotonic() - self._began_s, 2)
            self._answer = replace(self._answer, status=status or 200, load_s=load_s, problem="")
            self._after(self._look_wide)
        else:
            self._end(self._answer.problem or failure_in_words(info.errorString()))

    def _look_wide(self) -> None:
        self._answer = replace(self._answer, wide_png=self._picture())
        self._ask(_LINKS, self._take_links)

    def _take_links(self, said: object) -> None:
        try:
            words = tuple(str(each) for each in json.loads(str(said)))
        except ValueError:
            words = ()
        self._answer = replace(self._answer, link_words=words)
        self._view.resize(NARROW_PX, _NARROW_HEIGHT)
        self._after(lambda: self._ask(_WIDTH, self._take_width))

    def _take_width(self, said: object) -> None:
        width = int(said) if isinstance(said, int | float) else NARROW_PX
        picture = self._picture()
        self._answer = replace(
            self._answer, overflow_px=max(0, width - self._view.width()), narrow_png=picture
        )
        self._end()

    def _after(self, act: Callable[[], None]) -> None:
        """Give the page time to paint, unless another order has come by then."""
        order = self._order
        QTimer.singleShot(_SETTLE_MS, self, lambda: act() if self._order is order else None)

    def _ask(self, script: str, take: Callable[[object], None]) -> None:
        order, page = self._order, self._page
        if page is not None:
            world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
            page.runJavaScript(script, world, lambda said: take(said) if self._order is order else None)

    def _picture(self) -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._view.grab().save(buffer, "PNG")
        return bytes(content.data())

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self._answer = replace(self._answer, problem="证书不可信")

    def _end(self, problem: str = "") -> None:
        if self._order is None:
            return
        self._order = None
        self._limit.stop()
        if self._page is not None:
            self._page.triggerAction(QWebEnginePage.WebAction.Stop)
        answer = replace(self._answer, problem=problem)
        QTimer.singleShot(0, self, lambda: self._hand_over(answer))

    def _hand_over(self, answer: LookedPage) -> None:
        self._answered(answer)
        self._next()
