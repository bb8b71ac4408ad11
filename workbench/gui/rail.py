"""The rail at the left: one button per page, icon over word."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton

from workbench.gui.commands.command_needs import Circumstances, Need, missing
from workbench.gui.icons import icon
from workbench.gui.page_catalogue import PageEntry
from workbench.gui.theme import Space
from workbench.gui.widgets.boxes import column

_HINT = "hint"
# What a button takes with its word and without.
_HIGH, _LOW = 66, 40


class Rail(QFrame):
    def __init__(self, entries: tuple[PageEntry, ...], go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(Space.RAIL)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QActionGroup(self)
        layout = column(margins=(0, Space.S, 0, Space.S), gap=Space.XS)
        for number, entry in enumerate(entries, start=1):
            layout.addWidget(self._button(entry, number, go))
        layout.addStretch(1)
        self.setLayout(layout)

    def show_page(self, page_id: str) -> None:
        self._buttons[page_id].defaultAction().setChecked(True)

    def set_open(self, is_open: bool) -> None:
        """Without a file there is no page to go to."""
        for action in self._group.actions():
            action.setEnabled(is_open)
            title = action.property(_HINT)
            action.setToolTip(title if is_open else f"{title}\n{missing(Need.CAMPAIGN, Circumstances())}")

    def actions_of_pages(self) -> tuple[QAction, ...]:
        return tuple(button.defaultAction() for button in self._buttons.values())

    def minimumSizeHint(self) -> QSize:
        """Icons alone, so that a low screen has room for all pages."""
        return QSize(Space.RAIL, _LOW * len(self._buttons) + 2 * Space.S)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        has_room = self.height() >= _HIGH * len(self._buttons) + 2 * Space.S
        for button in self._buttons.values():
            button.setToolButtonStyle(
                styles.ToolButtonTextUnderIcon if has_room else styles.ToolButtonIconOnly
            )

    def _button(self, entry: PageEntry, number: int, go: Callable[[str], None]) -> QToolButton:
        action = QAction(icon(entry.icon), entry.title, self, checkable=True)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setProperty(_HINT, f"{entry.title}（Ctrl+{number}）")
        action.triggered.connect(lambda _checked=False: go(entry.page_id))
        self._group.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(22, 22))
        button.setFixedWidth(Space.RAIL - 1)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(entry.title)
        self._buttons[entry.page_id] = button
        return button
