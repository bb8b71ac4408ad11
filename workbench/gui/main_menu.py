"""The one menu of the window, made from the catalogue of commands."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.gui.commands.command_catalogue import WINDOW, all_commands
from workbench.gui.recent_menu import RecentMenu

_OPEN = "open-file"


def build_menu(
    parent: QWidget, actions: Mapping[str, QAction], *, open_file: Callable[[Path], None]
) -> QMenu:
    """Every command of the window, with a line between groups; the files opened last come after the one that opens."""
    menu = QMenu(parent)
    menu.setAccessibleName("菜单")
    # Why a greyed entry is greyed is told on hovering.
    menu.setToolTipsVisible(True)
    group = ""
    for entry in all_commands():
        if entry.on != WINDOW:
            continue
        if group and entry.group != group:
            menu.addSeparator()
        group = entry.group
        menu.addAction(actions[entry.command_id])
        if entry.command_id == _OPEN:
            menu.addMenu(RecentMenu(menu, open_file))
    return menu
