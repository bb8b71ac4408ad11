"""What a web view shows just now; the same for the browser engine and for the mode without it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from workbench.operations.show_saved_page import SavedCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class WebViewState:
    """`matches` and `match` belong to the last search in the page; `problem` and `notice` are sentences for the reader.

    `is_saved` while a saved page is shown, and `saved_at` the time it was saved. `notice` tells what was refused while the
    page stays; `notice_url` is what the system's browser may be asked for instead. `failed_at` is when the page did not open
    or came as an error page of its server, whose answer is the `status` (0 where there was none); an error page with words
    of its own is shown and is no `problem`.
    """

    url: str = ""
    title: str = ""
    is_loading: bool = False
    can_back: bool = False
    can_forward: bool = False
    zoom: float = 1.0
    matches: int = 0
    match: int = 0
    problem: str = ""
    problem_title: str = ""
    is_crashed: bool = False
    status: int = 0
    failed_at: datetime | None = None
    notice: str = ""
    notice_url: str = ""
    is_saved: bool = False
    saved_at: datetime | None = None


Shown = Callable[[WebViewState], None]


class WebView(Protocol):
    """What the page panel needs of whatever shows pages."""

    @property
    def state(self) -> WebViewState: ...
    def widget(self) -> QWidget: ...
    def load(self, url: str) -> None: ...
    def show_saved(self, copy: SavedCopy) -> None:
        """Show a page as it was saved; nothing is asked of the network meanwhile."""

    def show_unsaved(self, url: str) -> None:
        """Of that address nothing was saved: show nothing, and leave the network alone."""

    def start_saved_afresh(self) -> None:
        """Another subject by its saved pages."""

    def start_afresh(self) -> None:
        """Forget cookies and history: another subject comes."""

    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def stop(self) -> None: ...
    def set_zoom(self, factor: float) -> None: ...
    def find(self, text: str, *, backward: bool = False) -> None: ...
    def run_script(self, script: str, done: Callable[[str], None]) -> None:
        """Run our own script beside those of the page, which cannot see it, and hand its text over.

        Only text comes home; a script with more to say ends in `JSON.stringify(…)`. Empty where there is no page.
        """

    def grab(self) -> QImage:
        """What is seen of the page just now; null where there is no page."""

    def selected_text(self) -> str: ...
    def save_mhtml(self, done: Callable[[bytes], None]) -> None:
        """The page as one MHTML file, for evidence; no bytes where that cannot be."""

    def close_down(self) -> None: ...
