"""The bar at the top: which campaign, what is running, that everything is saved, who sits here, and the menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QToolButton

from workbench.gui.icons import icon
from workbench.gui.progress_chip import ProgressChip
from workbench.gui.snapshot import Snapshot
from workbench.gui.theme import TypeScale
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.elided_label import ElidedLabel
from workbench.gui.widgets.icon_label import IconLabel
from workbench.gui.widgets.words import words


class TopBar(QFrame):
    def __init__(self, *, palette: QAction, person: QAction, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.progress = ProgressChip()
        self._title = ElidedLabel("巡检工作台", size=TypeScale.HEADING, is_strong=True)
        self._below = ElidedLabel(tone="muted", size=TypeScale.SMALL)
        self._saved_icon = IconLabel("saved", tone="passed", side=16)
        self._saved = words(tone="muted", scale="small")
        self._saved_icon.hide()
        self.person = action_button(person, shows_text=True)
        layout = row(
            column(self._title, self._below, gap=0),
            self.progress,
            self._saved_icon,
            self._saved,
            self.person,
            action_button(palette),
            self._menu_button(menu),
            margins=(16, 8, 10, 8),
            gap=8,
        )
        layout.setStretch(0, 1)
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
        day = campaign.as_of
        self._below.set_text(
            f"{snapshot.standard.title} · 监测时间点 {day.year}年{day.month}月{day.day}日 · {snapshot.path.name}"
        )
        self._saved_icon.setVisible(True)
        self._saved.setText(f"已保存 {snapshot.saved_at:%H:%M}" if snapshot.saved_at else "已保存")

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
