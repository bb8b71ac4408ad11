"""Find in the page: what to look for, how often it is there, on and back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import tool_button
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.words import words


class FindBar(QFrame):
    """`find` is handed the text and whether to look backwards."""

    def __init__(self, *, find: Callable[[str, bool], None]) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self._find = find
        self.field = LineField(name="在页面中查找", hint="在页面中查找")
        self._matches = words(tone="muted", scale="small")
        back, on, close = (
            tool_button("previous", "上一处"),
            tool_button("next", "下一处"),
            tool_button("reject", "关闭查找"),
        )
        self.field.textChanged.connect(lambda text: find(text, False))
        self.field.returnPressed.connect(lambda: find(self.field.text(), False))
        back.clicked.connect(lambda: find(self.field.text(), True))
        on.clicked.connect(lambda: find(self.field.text(), False))
        close.clicked.connect(self.shut)
        layout = row(self.field, self._matches, back, on, close, margins=(8, 5, 8, 5), gap=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def open(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def shut(self) -> None:
        self.hide()
        self._find("", False)

    def show_matches(self, match: int, matches: int) -> None:
        self._matches.setText(f"{match}/{matches}" if matches else "没有找到" if self.field.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)
