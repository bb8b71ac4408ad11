"""Opens the manual at what is on screen; the window of the manual is made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from workbench.gui.manual.manual_window import ManualWindow


class ManualDesk:
    def __init__(self) -> None:
        self.window: ManualWindow | None = None

    def show_for(self, shown: QWidget) -> None:
        """A page or a dialog."""
        # What renders the manual is loaded only for whoever reads it: the window must be there at once.
        from workbench.gui.manual.manual_chapters import spot_for
        from workbench.gui.manual.manual_topics import topics_of
        from workbench.gui.manual.manual_window import ManualWindow

        if self.window is None:
            self.window = ManualWindow()
        self.window.open_at(spot_for(topics_of(shown)))

    def close(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
