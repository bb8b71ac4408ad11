"""Saves the page on screen as one MHTML file, for evidence: what is there after its scripts have run."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEnginePage


class PageFile(QObject):
    """One saving under way; `done` gets the bytes, none where it came to nothing."""

    def __init__(self, page: QWebEnginePage, done: Callable[[bytes], None]) -> None:
        super().__init__(page)
        self._done = done
        self._folder = TemporaryDirectory(prefix="page-")
        self._path = Path(self._folder.name) / "page.mhtml"
        page.profile().downloadRequested.connect(self._watch)
        page.save(str(self._path), QWebEngineDownloadRequest.SavePageFormat.MimeHtmlSaveFormat)

    def _watch(self, download: QWebEngineDownloadRequest) -> None:
        if download.isSavePageDownload() and download.downloadFileName() == self._path.name:
            download.isFinishedChanged.connect(lambda: self._finish(download))
            download.accept()

    def _finish(self, download: QWebEngineDownloadRequest) -> None:
        is_there = download.state() == QWebEngineDownloadRequest.DownloadState.DownloadCompleted
        content = self._path.read_bytes() if is_there else b""
        self._folder.cleanup()
        self._done(content)
        self.deleteLater()
