"""Light or dark as this person chose it."""

from PySide6.QtWidgets import QApplication

from workbench.gui.theme import Appearance, shown_appearance, wear
from workbench.settings.options import change_options


def swap_appearance() -> None:
    """Light to dark and back, at once and from now on."""
    wanted = Appearance.LIGHT if shown_appearance() is Appearance.DARK else Appearance.DARK
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wear(app, wanted)
    change_options(theme=wanted.value)
