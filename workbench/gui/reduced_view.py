"""Stands in where the browser engine is missing: the address, and the way to the system's own browser."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.operations.show_saved_page import SavedCopy

_TITLE = "网页在系统浏览器里打开"
_TEXT = "本机没有网页内核，或选了简化方式。看完回到这里判定，截图后按 Ctrl+V 贴入作证据；其余功能照常使用。"


class ReducedView(QObject):
    did_change = Signal(WebViewState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WebViewState()
        self.open_button = push_button("用系统浏览器打开", meaning="outside", kind="plain")
        self.open_button.clicked.connect(self._open_outside)
        self._frame = EmptyState("page-gone", _TITLE, _TEXT, self.open_button)

    def widget(self) -> QWidget:
        return self._frame

    def load(self, url: str) -> None:
        self.state = replace(self.state, url=url)
        self._frame.say("page-gone", _TITLE, f"{url}\n{_TEXT}")
        self.did_change.emit(self.state)

    def show_saved(self, copy: SavedCopy) -> None:
        """Nothing can show it here."""
        self.load(copy.url)

    def show_unsaved(self, url: str) -> None:
        self.load(url)

    def start_saved_afresh(self) -> None:
        """Nothing is kept from one subject to the next."""

    def start_afresh(self) -> None:
        self.load("")

    def reload(self) -> None:
        self._open_outside()

    def back(self) -> None:
        """There is no history here."""

    def forward(self) -> None:
        """There is no history here."""

    def stop(self) -> None:
        """Nothing is loading."""

    def set_zoom(self, factor: float) -> None:
        """Nothing to enlarge."""

    def find(self, text: str, *, backward: bool = False) -> None:
        """Nothing to search."""

    def run_script(self, _script: str, done: Callable[[str], None]) -> None:
        done("")

    def grab(self) -> QImage:
        return QImage()

    def selected_text(self) -> str:
        return ""

    def save_mhtml(self, done: Callable[[bytes], None]) -> None:
        done(b"")

    def close_down(self) -> None:
        """Nothing is held."""

    def _open_outside(self) -> None:
        if self.state.url:
            QDesktopServices.openUrl(QUrl(self.state.url))
