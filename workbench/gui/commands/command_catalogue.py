"""The catalogue of commands: menu, keys, palette and buttons all come from here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.discover import Catalogue
from workbench.gui.commands.command_needs import Need
from workbench.gui.icons import icon

# The target of a command is the window or one page; each command function names its own class.
Act = Callable[[Any], None]

WINDOW = "window"
_KEY_SIGNS = (("Down", "↓"), ("Up", "↑"), ("Left", "←"), ("Right", "→"), ("Return", "Enter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`on` is `window`, or the id of the page it works on; `keys` are in Qt's portable notation, the first one is shown.

    Without what it `needs` it is shown greyed, with the reason.
    """

    command_id: str
    title: str
    icon: str
    group: str
    order: int
    keys: tuple[str, ...]
    on: str
    needs: Need
    run: Act


_commands: Catalogue[Command] = Catalogue("workbench.gui.commands", ending="_commands")


def command(
    command_id: str,
    *,
    title: str,
    icon: str,
    group: str,
    order: int,
    keys: tuple[str, ...] = (),
    on: str = WINDOW,
    needs: Need = Need.NOTHING,
) -> Callable[[Act], Act]:
    """Declare the decorated function as a command."""

    def declare(run: Act) -> Act:
        made = Command(
            command_id=command_id,
            title=title,
            icon=icon,
            group=group,
            order=order,
            keys=keys,
            on=on,
            needs=needs,
            run=run,
        )
        _commands.add(command_id, made)
        return run

    return declare


def all_commands() -> tuple[Command, ...]:
    """Every command, in the order of menu and key sheet."""
    return tuple(sorted(_commands, key=lambda each: each.order))


def actions_on(place: str, target: QWidget) -> dict[str, QAction]:
    """The commands of one place as actions of `target`, by command id."""
    return {each.command_id: _action(each, target) for each in all_commands() if each.on == place}


def _action(entry: Command, target: QWidget) -> QAction:
    action = QAction(icon(entry.icon), entry.title, target)
    action.setObjectName(entry.command_id)
    action.setShortcuts([QKeySequence(key) for key in entry.keys])
    # Qt lets the keys of a hidden widget rest, so the keys of a page work while the page is on screen.
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(f"{entry.title}（{shown_keys(entry)}）" if entry.keys else entry.title)
    action.triggered.connect(lambda _checked=False: entry.run(target))
    target.addAction(action)
    return action


def shown_keys(entry: Command) -> str:
    """The keys as people read them, for example `Alt+↓`."""
    return " / ".join(dict.fromkeys(key_in_words(QKeySequence(key)) for key in entry.keys))


def key_in_words(keys: QKeySequence) -> str:
    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
    for name, sign in _KEY_SIGNS:
        text = text.replace(name, sign)
    return text
