"""Check a part: some subjects, some checks; what was chosen last is offered again."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.checks.catalogue import checks
from workbench.domain.subject import Subject
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.words import words


class TickList(QListWidget):
    """A list in which lines are ticked; the space bar ticks what is selected."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setProperty("kind", "framed")
        self.setSpacing(3)

    def show_lines(self, lines: Iterable[tuple[str, str]], *, ticked: Sequence[str] = ()) -> None:
        """`lines` are keys with their words; all are ticked where `ticked` is empty."""
        self.clear()
        for key, text in lines:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_on = not ticked or key in ticked
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks what is selected, all of it one way: that of the line with the focus."""
        current = self.currentItem()
        if event.key() != Qt.Key.Key_Space or event.modifiers() or current is None:
            super().keyPressEvent(event)
            return
        is_on = current.checkState() is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        for item in {id(each): each for each in (*self.selectedItems(), current)}.values():
            item.setCheckState(wanted)

    def ticked(self) -> tuple[str, ...]:
        items = (self.item(place) for place in range(self.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def tick_all(self, *, is_on: bool) -> None:
        for place in range(self.count()):
            self.item(place).setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)


class CheckForm(DialogFrame):
    """`start` is handed the codes of subjects and the ids of checks; empty means all of them."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        subjects: Sequence[Subject],
        chosen: Sequence[str],
        start: Callable[[Sequence[str], Sequence[str]], None],
    ) -> None:
        super().__init__(
            parent,
            title="检查一部分",
            text="只查勾选的对象和项目，其余的结果保持原样；按空格勾选或取消，Ctrl+A 选中全部。",
            accept="开始检查",
        )
        self._start = start
        self.subjects = TickList(name="要检查的对象")
        self.subjects.show_lines(((each.code, each.name) for each in subjects), ticked=chosen)
        self.checks = TickList(name="要做的检查")
        self.checks.show_lines((each.id, each.title) for each in checks)
        sides = row(_side("对象", self.subjects), _side("检查项目", self.checks), gap=16)
        self.add(sides, stretch=1)
        self.resize(680, 460)
        self.subjects.setFocus()

    def take(self) -> None:
        codes, wanted = self.subjects.ticked(), self.checks.ticked()
        if not codes or not wanted:
            self.complain("请至少选一个对象和一项检查。")
            return
        is_every_subject = len(codes) == self.subjects.count()
        is_every_check = len(wanted) == self.checks.count()
        self._start(() if is_every_subject else codes, () if is_every_check else wanted)
        self.accept()


def _side(title: str, ticks: TickList) -> QWidget:
    every = push_button("全选", kind="link")
    none = push_button("全不选", kind="link")
    every.setAccessibleName(f"{title}全选")
    none.setAccessibleName(f"{title}全不选")
    every.clicked.connect(lambda: ticks.tick_all(is_on=True))
    none.clicked.connect(lambda: ticks.tick_all(is_on=False))
    side = QWidget()
    whole = column(row(words(title, scale="strong"), None, every, none), ticks, gap=4)
    whole.setStretch(1, 1)
    side.setLayout(whole)
    return side
