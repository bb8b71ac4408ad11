"""Undo, find a command, light and dark, who sits here."""

from typing import TYPE_CHECKING

from workbench.gui.appearance_choice import swap_appearance
from workbench.gui.command_palette import CommandPalette
from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.journal.journal_dialog import JournalDialog
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.person_form import PersonForm
from workbench.gui.settings_form.settings_form import SettingsForm
from workbench.operations.undo_change import undo_last_of_whom

if TYPE_CHECKING:
    from workbench.gui.main_window import Window

_EDIT, _VIEW = "编辑", "窗口"


@command("undo", title="撤销", icon="undo", group=_EDIT, order=130, keys=("Ctrl+Z",), needs=Need.CAMPAIGN)
def undo(window: "Window") -> None:
    by = window.session.inspector

    def told(what: str | None) -> None:
        window.tell(NoticeLine(f"已撤销：{what}", Tone.DONE) if what else NoticeLine("没有可撤销的操作。"))

    window.session.act(
        window, lambda workspace: undo_last_of_whom(workspace, by=by), subjects=None, done=told
    )


@command("journal", title="变更记录…", icon="journal", group=_EDIT, order=131, needs=Need.CAMPAIGN)
def journal(window: "Window") -> None:
    JournalDialog(window, session=window.session).open()


@command("palette", title="查找命令", icon="palette", group=_VIEW, order=150, keys=("Ctrl+K",))
def palette(window: "Window") -> None:
    CommandPalette(window, window.all_actions()).open()


@command("person", title="检查员…", icon="person", group=_VIEW, order=151)
def person(window: "Window") -> None:
    PersonForm(window, taken=window.change_person).open()


@command("appearance", title="浅色 / 深色", icon="appearance", group=_VIEW, order=152, keys=("Ctrl+Shift+D",))
def appearance(_window: "Window") -> None:
    swap_appearance()


@command("settings", title="设置…", icon="settings", group=_VIEW, order=155, keys=("Ctrl+,",))
def settings(window: "Window") -> None:
    SettingsForm(window, taken=window.take_options).open()


@command("quit", title="退出", icon="quit", group=_VIEW, order=159, keys=("Ctrl+Q",))
def quit_program(window: "Window") -> None:
    window.close()
