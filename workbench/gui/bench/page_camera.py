"""Takes pictures of the page on screen: what is seen of it, or all of it tile by tile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter

from workbench.gui.bench.failed_opening import FailedOpening
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.page_scripts import answer_of, page_script, script_with
from workbench.gui.pictures.picture_bytes import MOST_HEIGHT
from workbench.gui.web_view_state import WebViewState
from workbench.operations.keep_evidence import SeenPage

# A tile is painted this long after the page was scrolled.
_PAINT_MS = 110
MOST_TILES = 40
NO_PAGE = "没有可截取的网页；可以用系统截图工具截图，再按 Ctrl+V 贴进来。"
_LEFT = "页面中途跳走了，没有截成；请等页面稳定后再截一次。"


@dataclass(frozen=True, slots=True)
class Shot:
    """`is_cut` where the page is longer than the picture, `status` what its server answered where that was an error."""

    image: QImage
    seen: SeenPage
    is_cut: bool = False
    status: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tiles:
    """The picture so far: `scale` is pixels per CSS pixel, `next_y` where the next tile begins, in CSS pixels."""

    seen: SeenPage
    address: str
    height: int
    view: int
    canvas: QImage
    scale: float
    next_y: int = 0
    taken: int = 0


def is_page_on_screen(state: WebViewState) -> bool:
    """Not where it failed, nor where a saved one is missing: behind those words an earlier page may stand."""
    is_missing = state.is_saved and state.saved_at is None
    return bool(state.url) and not state.problem and not is_missing


class PageCamera(QObject):
    """`told` hears how far a long picture is, `failed` why there is none; one picture at a time."""

    def __init__(
        self, web: WebPanel, *, told: Callable[[str], None], failed: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._web = web
        self._told = told
        self._failed = failed
        self._tiles: _Tiles | None = None
        self._done: Callable[[Shot], None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAINT_MS)
        self._pause.timeout.connect(self._take_tile)

    def close_down(self) -> None:
        self._pause.stop()
        self._tiles = self._done = None

    @property
    def failed_opening(self) -> FailedOpening | None:
        """Where there is no page to be taken, since it did not open."""
        return self._web.failed_opening

    def take_view(self, done: Callable[[Shot], None]) -> None:
        def take(text: str) -> None:
            image = self._web.grab_view() if is_page_on_screen(self._web.state) else QImage()
            if image.isNull() or not self._web.url:
                self._failed(NO_PAGE)
            else:
                done(Shot(image, self._seen(answer_of(text)), status=self._web.state.status))

        self._web.run_script(page_script("where_page_stands"), take)

    def take_page(self, done: Callable[[Shot], None]) -> None:
        if self._done is not None:
            return
        if not is_page_on_screen(self._web.state):
            self._failed(NO_PAGE)
            return
        self._done = done
        self._web.run_script(page_script("whole_page_begin"), self._begin)

    def _begin(self, text: str) -> None:
        said, view = answer_of(text), self._web.grab_view()
        seen, height, inner = (
            self._seen(said),
            int(said.get("height", 0)),
            int(said.get("view", 0)),
        )
        if view.isNull() or inner < 1 or height < 1:
            self._give_up(NO_PAGE)
            return
        scale = view.height() / inner
        tall = min(round(height * scale), MOST_HEIGHT, MOST_TILES * view.height())
        canvas = QImage(view.width(), max(tall, 1), QImage.Format.Format_RGB32)
        self._tiles = _Tiles(
            seen=seen, address=str(said.get("url", "")), height=height, view=inner, canvas=canvas, scale=scale
        )
        self._step()

    def _step(self) -> None:
        tiles = self._tiles
        if tiles is not None:
            count = -(-tiles.canvas.height() // max(1, round(tiles.view * tiles.scale)))
            self._told(f"正在截取整页：第 {tiles.taken + 1} 屏，共 {count} 屏。")
            self._web.run_script(script_with("whole_page_step", to=tiles.next_y), lambda _text: self._wait())

    def _wait(self) -> None:
        if self._tiles is not None:
            self._pause.start()

    def _take_tile(self) -> None:
        tiles = self._tiles
        if tiles is None:
            return
        tile = self._web.grab_view()
        self._web.run_script(
            page_script("where_page_stands"), lambda text: self._put_tile(tile, answer_of(text))
        )

    def _put_tile(self, tile: QImage, said: dict[str, Any]) -> None:
        """Where the page says that it stands: at its end it cannot scroll a whole view further."""
        tiles = self._tiles
        if tiles is None:
            return
        if said.get("url") != tiles.address or tile.isNull():
            self._give_up(_LEFT)
            return
        top = round(int(said.get("scroll", 0)) * tiles.scale)
        painter = QPainter(tiles.canvas)
        painter.drawImage(0, top, tile)
        painter.end()
        tiles = replace(tiles, next_y=tiles.next_y + tiles.view, taken=tiles.taken + 1)
        self._tiles = tiles
        if tiles.next_y * tiles.scale >= tiles.canvas.height() or tiles.taken >= MOST_TILES:
            self._finish(tiles)
        else:
            self._step()

    def _finish(self, tiles: _Tiles) -> None:
        done, self._done, self._tiles = self._done, None, None
        self._web.run_script(page_script("whole_page_end"), lambda _text: None)
        is_cut = tiles.canvas.height() + 1 < round(tiles.height * tiles.scale)
        if done is not None:
            done(Shot(tiles.canvas, tiles.seen, is_cut, self._web.state.status))

    def _give_up(self, why: str) -> None:
        self._done = self._tiles = None
        self._web.run_script(page_script("whole_page_end"), lambda _text: None)
        self._failed(why)

    def _seen(self, said: dict[str, Any]) -> SeenPage:
        return SeenPage(
            url=self._web.url,
            title=str(said.get("title", "")),
            page_saved_at=self._web.page_saved_at,
            scroll_y=int(said.get("scroll", 0)),
            selected_words=str(said.get("words", "")) or self._web.selected_text(),
        )
