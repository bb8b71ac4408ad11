"""The files opened last, as a menu of the menu; read when it is opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from workbench.gui.icons import icon
from workbench.gui.recent_files import recent_files


class RecentMenu(QMenu):
    def __init__(self, parent: QWidget, open_file: Callable[[Path], None]) -> None:
        super().__init__("最近打开", parent)
        self.setIcon(icon("last-round"))
        self.setAccessibleName("最近打开")
        self._open_file = open_file
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        self.clear()
        for number, path in enumerate(recent_files(), start=1):
            # An ampersand in a name is no key.
            name = path.stem.replace("&", "&&")
            action = self.addAction(f"&{number}　{name}　（{path.parent.name}）")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, chosen=path: self._open_file(chosen))
        if self.isEmpty():
            self.addAction("还没有打开过文件；按 Ctrl+O 打开").setEnabled(False)
