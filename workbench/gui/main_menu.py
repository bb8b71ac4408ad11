"""The one menu of the window, made from the catalogue of commands."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.gui.commands.command_catalogue import WINDOW, all_commands


def build_menu(parent: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    """Every command of the window, with a line between groups."""
    menu = QMenu(parent)
    menu.setAccessibleName("菜单")
    group = ""
    for entry in all_commands():
        if entry.on != WINDOW:
            continue
        if group and entry.group != group:
            menu.addSeparator()
        group = entry.group
        menu.addAction(actions[entry.command_id])
    return menu
