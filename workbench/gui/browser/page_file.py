"""Saves the page on screen as one MHTML file, for evidence: what is there after its scripts have run."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEnginePage

# A page whose parts do not come is not waited for.
_LONGEST_MS = 30_000


class PageFile(QObject):
    """One saving under way; `done` gets the bytes, none where it came to nothing."""

    def __init__(self, page: QWebEnginePage, done: Callable[[bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done: Callable[[bytes], None] | None = done
        self._folder = TemporaryDirectory(prefix="page-")
        self._path = Path(self._folder.name) / "page.mhtml"
        QTimer.singleShot(_LONGEST_MS, self, lambda: self._end(b""))
        page.destroyed.connect(self._give_up)
        page.profile().downloadRequested.connect(self._watch)
        page.save(str(self._path), QWebEngineDownloadRequest.SavePageFormat.MimeHtmlSaveFormat)

    def _watch(self, download: QWebEngineDownloadRequest) -> None:
        if download.isSavePageDownload() and download.downloadFileName() == self._path.name:
            download.isFinishedChanged.connect(lambda: self._finish(download))
            download.accept()

    def _finish(self, download: QWebEngineDownloadRequest) -> None:
        is_there = download.state() == QWebEngineDownloadRequest.DownloadState.DownloadCompleted
        if self._done is not None:
            self._end(self._path.read_bytes() if is_there else b"")

    def _give_up(self) -> None:
        """The page went before it was saved."""
        self._end(b"")

    def _end(self, content: bytes) -> None:
        """Once, whatever else comes."""
        done, self._done = self._done, None
        if done is not None:
            self._folder.cleanup()
            self.deleteLater()
            done(content)
