"""Light or dark as this person chose it."""

from PySide6.QtWidgets import QApplication

from workbench.gui.application import wanted_appearance
from workbench.gui.theme import Appearance, shown_appearance, wear
from workbench.settings.options import change_options


def wear_choice(theme: str) -> None:
    """Wear what the options say: system, light or dark."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wear(app, wanted_appearance(app, theme))


def swap_appearance() -> None:
    """Light to dark and back, at once and from now on."""
    wanted = Appearance.LIGHT if shown_appearance() is Appearance.DARK else Appearance.DARK
    wear_choice(wanted.value)
    change_options(theme=wanted.value)
