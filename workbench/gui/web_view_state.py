"""What a web view shows just now; the same for the browser engine and for the mode without it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class WebViewState:
    """`matches` and `match` belong to the last search in the page; `problem` is a sentence for the reader."""

    url: str = ""
    title: str = ""
    is_loading: bool = False
    can_back: bool = False
    can_forward: bool = False
    zoom: float = 1.0
    matches: int = 0
    match: int = 0
    problem: str = ""


Shown = Callable[[WebViewState], None]


class WebView(Protocol):
    """What the page panel needs of whatever shows pages."""

    state: WebViewState

    def widget(self) -> QWidget: ...
    def load(self, url: str) -> None: ...
    def start_afresh(self) -> None:
        """Forget cookies and history: another subject comes."""

    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def stop(self) -> None: ...
    def set_zoom(self, factor: float) -> None: ...
    def find(self, text: str, *, backward: bool = False) -> None: ...
    def close_down(self) -> None: ...
