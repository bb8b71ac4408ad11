"""Buttons in the few looks the window has, each with a name for screen readers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from workbench.gui.icons import icon
from workbench.gui.theme import Space


def push_button(text: str, *, meaning: str = "", kind: str = "plain") -> QPushButton:
    """`kind` is plain, primary, danger or link."""
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAccessibleName(text.replace("&", ""))
    button.setAutoDefault(False)
    if meaning:
        tones = {"primary": "on_accent", "danger": "veto", "link": "accent"}
        button.setIcon(icon(meaning, tone=tones.get(kind, "muted")))
        button.setIconSize(QSize(16, 16))
    if kind == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def tool_button(meaning: str, title: str) -> QToolButton:
    """A bare icon; the title is told on hovering and to screen readers."""
    button = QToolButton()
    button.setIcon(icon(meaning))
    button.setIconSize(QSize(Space.ICON, Space.ICON))
    button.setToolTip(title)
    button.setAccessibleName(title)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def action_button(action: QAction, *, kind: str = "", shows_text: bool = False) -> QToolButton:
    """A button for a command: its title, key and state come from the action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(Space.ICON, Space.ICON))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    button.setProperty("kind", kind)
    if shows_text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def command_button(action: QAction, *, meaning: str, kind: str = "plain") -> QPushButton:
    """A push button for a command: it is shut when the command is, and says why."""
    button = push_button(action.text(), meaning=meaning, kind=kind)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    button.clicked.connect(action.trigger)
    return button
