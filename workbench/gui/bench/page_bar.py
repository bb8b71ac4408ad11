"""The bar over the page: back, forward, reload, whether it is live or saved, address, zoom, find."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton

from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.fields import LineField

# In a narrow panel the address goes before what has a key of its own.
_ROOM_FOR_ZOOM = 640
_ROOM_FOR_ALL = 430


class PageBar(QFrame):
    def __init__(self, actions: Mapping[str, QAction], *, opened: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.address = LineField(name="网址", hint="输入网址，按回车打开")
        self.address.setProperty("kind", "address")
        self.address.returnPressed.connect(lambda: opened(_as_url(self.address.text())))
        self.kind = Badge("page-live", "实时", tone="na")
        self._zoom = QToolButton()
        self._zoom.setDefaultAction(actions["zoom-fit"])
        self._zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom_buttons = (
            action_button(actions["zoom-out"]),
            self._zoom,
            action_button(actions["zoom-in"]),
        )
        self.offline = action_button(actions["page-offline"])
        self.offline.setCheckable(True)
        around = tuple(action_button(actions[key]) for key in ("page-back", "page-forward", "page-reload"))
        self._is_reduced = False
        self._of_engine = (*around, self.offline)
        self._extras = (action_button(actions["find-in-page"]), action_button(actions["open-outside"]))
        bar = row(
            *around,
            2,
            self.kind,
            4,
            self.address,
            *self._zoom_buttons,
            self._extras[0],
            self.offline,
            self._extras[1],
            margins=(8, 6, 8, 6),
            gap=2,
        )
        bar.setStretchFactor(self.address, 1)
        self.setLayout(bar)

    def edit_address(self) -> None:
        self.address.setFocus()
        self.address.selectAll()

    def show_reduced(self) -> None:
        """Without the engine only the address and the way out are left."""
        self._is_reduced = True
        for button in (*self._of_engine, *self._zoom_buttons, self._extras[0], self.kind):
            button.hide()

    def show_state(self, state: WebViewState) -> None:
        if state.is_saved:
            self.kind.set_badge("page-saved", "已保存", tone="proposed")
        else:
            self.kind.set_badge("page-live", "实时", tone="na")
        if state.url and not self.address.hasFocus():
            self.show_address(state.url)
        self._zoom.setText(f"{state.zoom:.0%}")

    def show_address(self, url: str) -> None:
        self.address.setText(url)
        self.address.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_reduced:
            return
        for button in self._zoom_buttons:
            button.setVisible(self.width() >= _ROOM_FOR_ZOOM)
        for button in self._extras:
            button.setVisible(self.width() >= _ROOM_FOR_ALL)


def _as_url(text: str) -> str:
    cleaned = text.strip()
    return cleaned if not cleaned or "://" in cleaned else f"http://{cleaned}"
