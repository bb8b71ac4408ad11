"""The lines between address and page: that it is coming, a saved one or an error page, and what was refused."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.browser.failure_words import status_in_words
from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button, push_button, tool_button
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words


class PageLines(QWidget):
    """All of them, each only while it has something to say."""

    def __init__(
        self, open_place: QAction, *, go_live: Callable[[], None], open_outside: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._loading = _LoadingLine()
        self.saved = SavedLine(go_live=go_live)
        self.error = ErrorLine(open_place)
        self.refused = RefusedLine(open_outside=open_outside)
        self.setLayout(column(self._loading, self.saved, self.error, self.refused, gap=0))

    def show_state(
        self, state: WebViewState, *, is_there: bool, is_offline: bool, link: LinkPlace | None
    ) -> None:
        self._loading.setVisible(state.is_loading)
        self.saved.setVisible(state.is_saved and bool(state.url))
        self.saved.say(state.saved_at, is_there=is_there, is_offline=is_offline)
        self.error.say(state, link)
        self.refused.say(state.notice, state.notice_url)


class _LoadingLine(QProgressBar):
    """Moves while a page is on its way; nobody knows how long that takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("正在打开页面")
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setFixedHeight(3)


class SavedLine(QFrame):
    """Stands over every saved page; the way back to the live one is offered unless one is offline."""

    def __init__(self, *, go_live: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("kind", "saved_line")
        self._text = words(scale="small")
        self._live = push_button("看实时网页", meaning="page-live", kind="link")
        self._live.clicked.connect(go_live)
        line = row(
            IconLabel("page-saved", tone="proposed", side=16),
            self._text,
            None,
            self._live,
            margins=(10, 3, 8, 3),
            gap=6,
        )
        self.setLayout(line)

    def say(self, saved_at: datetime | None, *, is_there: bool, is_offline: bool) -> None:
        self._text.setText(f"已保存的网页 · {saved_words(saved_at) if is_there else '没有这一页'}")
        self._live.setVisible(not is_offline)

    def text(self) -> str:
        return self._text.text()


class ErrorLine(QFrame):
    """Stands over an error page that a server sent of its own; leads back to the page with the link to it."""

    def __init__(self, open_place: QAction) -> None:
        super().__init__()
        self.setProperty("kind", "refused_line")
        self._text = words(scale="small", wraps=True)
        self.place = action_button(open_place, kind="link", shows_text=True)
        line = row(
            IconLabel("page-gone", tone="veto", side=16),
            self._text,
            self.place,
            margins=(10, 2, 4, 2),
            gap=6,
        )
        line.setStretchFactor(self._text, 1)
        self.setLayout(line)
        self.hide()

    def say(self, state: WebViewState, link: LinkPlace | None) -> None:
        is_shown = bool(state.status) and not state.problem and not state.is_saved
        at = f"{state.failed_at:%H:%M:%S} " if state.failed_at else ""
        self._text.setText(f"{at}{status_in_words(state.status)}：下面是对方的出错页。" if is_shown else "")
        self.place.setVisible(link is not None)
        self.setVisible(is_shown)

    def text(self) -> str:
        return self._text.text()


class RefusedLine(QFrame):
    """One sentence on what a page wanted and did not get; it stays until it is closed or another page comes."""

    def __init__(self, *, open_outside: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "refused_line")
        self._url = ""
        self._closed = ""
        self._text = words(scale="small", wraps=True)
        self.outside = push_button("用系统浏览器打开", meaning="outside", kind="link")
        self.outside.clicked.connect(lambda: open_outside(self._url))
        close = tool_button("reject", "关闭这一行")
        close.clicked.connect(self._close)
        line = row(
            IconLabel("hint", tone="accent", side=16),
            self._text,
            self.outside,
            close,
            margins=(10, 2, 4, 2),
            gap=6,
        )
        line.setStretchFactor(self._text, 1)
        self.setLayout(line)

    def say(self, notice: str, url: str) -> None:
        if not notice:
            self._closed = ""
        self._url = url
        self._text.setText(notice)
        self.outside.setVisible(bool(url))
        self.setVisible(bool(notice) and notice != self._closed)

    def text(self) -> str:
        return self._text.text()

    def _close(self) -> None:
        self._closed = self._text.text()
        self.hide()


def saved_words(saved_at: datetime | None) -> str:
    """The time a page was saved, for the reader."""
    return f"{saved_at.astimezone():%Y-%m-%d %H:%M}" if saved_at is not None else "时间不详"
