"""The one menu of the window, made from the catalogue of commands."""

from collections.abc import Callable, Mapping
from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from workbench.gui.commands.command_catalogue import WINDOW, all_commands
from workbench.gui.recent_menu import RecentMenu
from workbench.gui.widgets.words import set_look

_OPEN = "open-file"
_SCROLLED = "scrolled"


def build_menu(
    parent: QWidget, actions: Mapping[str, QAction], *, open_file: Callable[[Path], None]
) -> QMenu:
    """Every command of the window, with a line between groups; the files opened last come after the one that opens."""
    menu = QMenu(parent)
    menu.setAccessibleName("菜单")
    # Why a greyed entry is greyed is told on hovering.
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _keep_on_screen(menu))
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


def _keep_on_screen(menu: QMenu) -> None:
    """A menu higher than the screen goes on in further columns; where these have no room either, it scrolls."""
    _let_scroll(menu, is_on=True)
    whole, room = menu.sizeHint(), menu.screen().availableSize()
    columns = ceil(whole.height() / room.height())
    if columns * whole.width() <= room.width():
        _let_scroll(menu, is_on=False)


def _let_scroll(menu: QMenu, *, is_on: bool) -> None:
    set_look(menu, "kind", _SCROLLED if is_on else "")
    # Qt asks the style whether a menu scrolls only when it hears of another style.
    QApplication.sendEvent(menu, QEvent(QEvent.Type.StyleChange))
