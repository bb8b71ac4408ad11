"""The bar at the top: which campaign, what is running, what was just done, that everything is saved, who sits here, the menu."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from workbench.gui.icons import icon
from workbench.gui.progress_chip import ProgressChip
from workbench.gui.snapshot import Snapshot
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words
from workbench.storage.workspace_kind import WORKSPACE_KIND_WORDS, WorkspaceKind

_ROOM_FOR_WORDS = 760


class TopBar(QFrame):
    """`notice` is where a sentence is told: it takes its room from the title beside it."""

    def __init__(self, *, actions: Mapping[str, QAction], menu: QMenu, notice: QWidget) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.progress = ProgressChip(actions)
        self._title = ElidedLabel("巡检工作台", size=TypeScale.HEADING, is_strong=True)
        self._below = ElidedLabel(tone="muted", size=TypeScale.SMALL)
        self._saved_icon = IconLabel("saved", tone="passed", side=16)
        self._saved = words(tone="muted", scale="small")
        self._saved_icon.hide()
        self.person = action_button(actions["person"], shows_text=True)
        layout = row(
            column(self._title, self._below, gap=0),
            self.progress,
            notice,
            self._saved_icon,
            self._saved,
            self.person,
            action_button(actions["palette"]),
            self._menu_button(menu),
            margins=(16, 8, 10, 8),
            gap=8,
        )
        layout.setStretch(0, 1)
        # Rate and remaining time are to be read while there is room for them.
        layout.setStretch(1, 1)
        layout.setStretch(2, 3)
        self.setLayout(layout)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            self._title.set_text("巡检工作台")
            self._below.set_text("检查政府网站与政务新媒体，评分并汇总")
            self._saved_icon.hide()
            self._saved.clear()
            return
        campaign = snapshot.campaign
        self._title.set_text(f"{campaign.unit} {campaign.name}".strip())
        self._below.set_text(file_in_words(snapshot))
        self._saved_icon.setVisible(True)
        self._saved.setText(saved_in_words(snapshot.saved_at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen what is told and what is running need the room of the time and of the name."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        has_room = self.width() >= _ROOM_FOR_WORDS
        self._saved.setVisible(has_room)
        self.person.setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if has_room else styles.ToolButtonIconOnly
        )

    def saved_text(self) -> str:
        return self._saved.text()

    @staticmethod
    def _menu_button(menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("menu"))
        button.setToolTip("菜单（F10）")
        button.setAccessibleName("菜单")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        button.setShortcut("F10")
        return button


def file_in_words(snapshot: Snapshot) -> str:
    """Standard, monitoring day and file; a pack says that it is one, and whose."""
    day = snapshot.campaign.as_of
    parts = [snapshot.standard.title, f"监测时间点 {day.year}年{day.month}月{day.day}日", snapshot.path.name]
    if snapshot.kind is not WorkspaceKind.CAMPAIGN:
        parts.insert(0, f"{WORKSPACE_KIND_WORDS[snapshot.kind]}（{snapshot.pack_inspector}）")
    return " · ".join(parts)


def saved_in_words(saved_at: datetime | None) -> str:
    """With the time, and with the day where it was not today."""
    if saved_at is None:
        return "已保存"
    is_today = saved_at.date() == datetime.now().astimezone().date()
    return (
        f"已保存 {saved_at:%H:%M}"
        if is_today
        else f"已保存 {saved_at.month}月{saved_at.day}日 {saved_at:%H:%M}"
    )
