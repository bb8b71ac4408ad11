"""The `snap:` scheme: saved pages and what they ask for, out of the workspace and never from the network.

A saved page stands at `snap://` and its address without `http://`, so what its stylesheets write relatively is found there
too. What it writes with `http://` is turned to the same place before anything is asked for; the rest is blocked.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from workbench.operations.show_saved_page import SavedCopy, SavedPart, address_key

SCHEME = b"snap"
_Kind = QWebEngineUrlRequestInfo.ResourceType
_DOCUMENTS = frozenset({_Kind.ResourceTypeMainFrame, _Kind.ResourceTypeSubFrame})
# Nothing else: a picture in an <object> would be a document of its own.
_PARTS = frozenset({_Kind.ResourceTypeImage, _Kind.ResourceTypeStylesheet})

ReadPart = Callable[[int, bool, Callable[[SavedPart | None], None]], None]
"""Reads the part of that number, a page or not, and hands it over later, None where there is none."""


def register_scheme() -> None:
    """To be called before the first page is made; later ones are not heard, and a second one is superfluous."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.HostAndPort)
    scheme.setDefaultPort(80)
    QWebEngineUrlScheme.registerScheme(scheme)


def snap_url(url: str) -> QUrl:
    return QUrl.fromEncoded(f"snap://{address_key(url)}".encode())


def key_of(url: QUrl) -> str:
    """What an address and its saved copy have in common."""
    return address_key(bytes(url.toEncoded(QUrl.ComponentFormattingOption.FullyEncoded).data()).decode())


class SavedGuard(QWebEngineUrlRequestInterceptor):
    """Blocks every request at its first step, except for what was saved with the page: pages as pages, parts as parts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.copy: SavedCopy | None = None

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url, kind = info.requestUrl(), info.resourceType()
        if url.scheme() == "data" and kind not in _DOCUMENTS:
            return
        is_saved = self.copy is not None and self._is_saved(key_of(url), kind, self.copy)
        if not is_saved:
            info.block(True)
        elif url.scheme() != "snap":
            info.redirect(QUrl.fromEncoded(f"snap://{key_of(url)}".encode()))

    def _is_saved(self, key: str, kind: QWebEngineUrlRequestInfo.ResourceType, copy: SavedCopy) -> bool:
        is_document = kind in _DOCUMENTS
        return (is_document or kind in _PARTS) and copy.number(key, is_page=is_document) is not None


class SavedPageSource(QWebEngineUrlSchemeHandler):
    """Answers for the copy on screen; what the lane reads comes later and finds its request gone, at times."""

    def __init__(self, read: ReadPart, parent: QObject) -> None:
        super().__init__(parent)
        self.copy: SavedCopy | None = None
        self._read = read

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        key, copy = key_of(job.requestUrl()), self.copy
        part = copy.number(key, is_page=False) if copy is not None else None
        page = copy.number(key, is_page=True) if copy is not None else None
        number = page if part is None else part
        if number is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            self._read(number, part is None, _WaitingJob(job).answer)


class _WaitingJob:
    def __init__(self, job: QWebEngineUrlRequestJob) -> None:
        self._job: QWebEngineUrlRequestJob | None = job
        job.destroyed.connect(self._drop)

    def answer(self, part: SavedPart | None) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.destroyed.disconnect(self._drop)
        if part is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(part.body))
        job.reply(QByteArray(part.content_type.encode()), buffer)

    def _drop(self, _job: QObject | None = None) -> None:
        self._job = None
