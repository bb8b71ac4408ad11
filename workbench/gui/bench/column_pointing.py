"""Pointing at the first title and its date in the page, from which the recipe of a column is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from workbench.gui.bench.page_camera import is_page_on_screen
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.notice_line import NoticeLine
from workbench.gui.page_scripts import answer_of, page_script, script_with
from workbench.gui.theme import LIGHT

_LOOK_MS = 150
_LOOK = {"line": LIGHT.accent, "soft": LIGHT.accent_soft}
_FIRST = "请在网页里点第一条信息的标题（按 Esc 取消）。"
_SECOND = "标题：“{words}”。再点它的日期；这个列表没有日期就按 F3。"
_GONE = "页面换了，指点已取消；请在新页面上再按 F3。"
_NO_PAGE = "请先打开栏目的列表页，再按 F3 指第一条信息。"
_CANCELLED = "已取消。"


@dataclass(frozen=True, slots=True)
class PointedPage:
    """Places are CSS paths from `html` down, as the page stood when it was pointed at; `date_place` may be empty."""

    url: str
    html: str
    title_place: str
    date_place: str


class ColumnPointing(QObject):
    def __init__(
        self,
        web: WebPanel,
        *,
        pointed: Callable[[PointedPage], None],
        tell: Callable[[NoticeLine], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._web, self._pointed, self._tell = web, pointed, tell
        self._url = ""
        self._places: tuple[dict[str, Any], ...] = ()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), web, lambda: self.cancel(_CANCELLED))
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.setEnabled(False)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(lambda: self._web.run_script(page_script("point_poll"), self._take))

    @property
    def is_pointing(self) -> bool:
        return self._look.isActive()

    def step(self) -> None:
        """The one key: begin, then go without a date, or give up while nothing has been pointed at."""
        if not self.is_pointing:
            self._begin()
        elif self._places:
            self._finish()
        else:
            self.cancel(_CANCELLED)

    def cancel(self, why: str = "") -> None:
        if self.is_pointing:
            self._rest()
            self._web.run_script(page_script("point_end"), lambda _text: None)
        if why:
            self._tell(NoticeLine(why))

    def _begin(self) -> None:
        if not is_page_on_screen(self._web.state):
            self._tell(NoticeLine(_NO_PAGE))
            return
        self._places, self._url = (), self._web.url

        def begun(text: str) -> None:
            if text == "pointing":
                self._look.start()
                self._escape.setEnabled(True)
                self._tell(NoticeLine(_FIRST))
            else:
                self._tell(NoticeLine(_NO_PAGE))

        self._web.run_script(script_with("point_begin", look=_LOOK), begun)

    def _take(self, text: str) -> None:
        places = answer_of(text).get("places")
        if not self.is_pointing:
            return
        if places is None:
            self._rest()
            self._tell(NoticeLine(_GONE))
            return
        if len(places) > len(self._places):
            self._places = tuple(places[:2])
            if len(self._places) == 2:
                self._finish()
            else:
                self._tell(NoticeLine(_SECOND.format(words=self._places[0].get("words", ""))))

    def _rest(self) -> None:
        self._look.stop()
        self._escape.setEnabled(False)

    def _finish(self) -> None:
        self._rest()
        title, *dates = (str(place.get("path", "")) for place in self._places)

        def take(text: str) -> None:
            html = str(answer_of(text).get("html", ""))
            self._pointed(PointedPage(self._url, html, title, dates[0] if dates else ""))

        self._web.run_script(page_script("point_end"), take)
