"""What decides the finding in hand, and the note: below all that scrolls, so that it is in sight on the lowest screen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button

DECIDING = ("confirm-finding", "dismiss-finding", "change-finding")


class DecidingBar(QWidget):
    def __init__(self, actions: Mapping[str, QAction], note: QWidget) -> None:
        super().__init__()
        self._buttons = QWidget()
        layout = row(gap=6)
        for command_id in DECIDING:
            is_first = command_id == DECIDING[0]
            button = action_button(
                actions[command_id], kind="primary" if is_first else "framed", shows_text=True
            )
            if is_first:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(action_button(actions["withdraw-finding"]))
        self._buttons.setLayout(layout)
        self.setLayout(column(self._buttons, note, margins=(14, 2, 14, 10), gap=4))

    def show_for(self, findings: int) -> None:
        """Where there is no finding there is nothing to decide."""
        self._buttons.setVisible(bool(findings))
