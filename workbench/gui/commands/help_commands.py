"""The manual, the keys and the tour."""

from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command
from workbench.gui.key_sheet import KeySheet

if TYPE_CHECKING:
    from workbench.gui.main_window import Window

_HELP = "帮助"


@command("manual", title="使用手册", icon="help", group=_HELP, order=146, keys=("F1",))
def manual(window: "Window") -> None:
    window.show_manual(window.page or window)


@command("keys", title="键盘操作", icon="keys", group=_HELP, order=147, keys=("Shift+F1",))
def keys(window: "Window") -> None:
    KeySheet(window).open()


@command("tour", title="两分钟导览", icon="tour", group=_HELP, order=148)
def tour(window: "Window") -> None:
    window.tour.begin(is_open=window.session.is_open)
