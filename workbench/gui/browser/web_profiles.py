"""Profiles for pages from outside: off the record, without rights, and for saved pages without scripts too."""

import shiboken6
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

_ALLOWED_SCHEMES = frozenset({"http", "https", "ws", "wss", "data", "blob", "about"})
_Attribute = QWebEngineSettings.WebAttribute
_FORBIDDEN = (
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
)


class LiveGuard(QWebEngineUrlRequestInterceptor):
    """No local files, no saved pages and no foreign programs. Runs in the window's thread: a set look-up and nothing else."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in _ALLOWED_SCHEMES:
            info.block(True)


def make_profile(guard: QWebEngineUrlRequestInterceptor) -> QWebEngineProfile:
    """Off the record: nothing of it is left when it is gone."""
    profile = QWebEngineProfile()
    profile.setUrlRequestInterceptor(guard)
    profile.setHttpAcceptLanguage("zh-CN,zh;q=0.9")
    profile.downloadRequested.connect(_refuse_download)
    settings = profile.settings()
    for attribute in _FORBIDDEN:
        settings.setAttribute(attribute, False)
    settings.setAttribute(_Attribute.WebRTCPublicInterfacesOnly, True)
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
    return profile


def make_saved_profile(guard: QWebEngineUrlRequestInterceptor) -> QWebEngineProfile:
    """For saved pages: their scripts do not run, so what is seen is what was saved."""
    profile = make_profile(guard)
    profile.settings().setAttribute(_Attribute.JavascriptEnabled, False)
    return profile


def let_go(page: QWebEnginePage | None, profile: QWebEngineProfile | None) -> None:
    """Delete both at once, the page first: a profile released before its page is trouble."""
    for part in (page, profile):
        if part is not None:
            shiboken6.delete(part)


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    """Nothing from outside comes onto this PC; a page saved as evidence is our own wish."""
    if not download.isSavePageDownload():
        download.cancel()
