"""The menus of an account, each with whether it worked when it was tried."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.domain.account_sheet import TRIED_WORDS, MenuTrial, Tried
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import push_button, tool_button
from workbench.gui.widgets.fields import ChoiceField, LineField


class MenuTable(QWidget):
    """`changed` is called with all menus after each change."""

    def __init__(self, *, changed: Callable[[tuple[MenuTrial, ...]], None]) -> None:
        super().__init__()
        self._changed = changed
        self._menus: list[MenuTrial] = []
        self._inside: QWidget | None = None
        self.new_name = LineField(name="菜单名称", hint="菜单名称，例如：办事大厅")
        add = push_button("加入", meaning="add")
        add.clicked.connect(self.add_new)
        self.new_name.returnPressed.connect(self.add_new)
        self._layout = column(row(self.new_name, add), gap=6)
        self.setLayout(self._layout)

    def show_menus(self, menus: Sequence[MenuTrial]) -> None:
        self._menus = list(menus)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        self._inside.setLayout(column(*(self._line(place) for place in range(len(self._menus))), gap=4))
        self._layout.insertWidget(0, self._inside)
        self._put_in_order(self._inside)

    def _put_in_order(self, lines: QWidget) -> None:
        """Tab goes through the lines before the field for a new one, as they stand; made later they would come last."""
        takes_tab = Qt.FocusPolicy.TabFocus
        stops = [
            each
            for each in lines.findChildren(QWidget)
            if each.focusPolicy() & takes_tab and each.window() is self.window()
        ]
        for before, after in pairwise((*self._stop_above(), *stops)):
            QWidget.setTabOrder(before, after)

    def _stop_above(self) -> tuple[QWidget, ...]:
        """The stop of Tab before this table; none where the table is the first."""
        above = self.new_name.previousInFocusChain()
        while above is not None and above is not self.new_name:
            if above.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(above):
                return (above,)
            above = above.previousInFocusChain()
        return ()

    def add_new(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self.new_name.clear()
            self._menus.append(MenuTrial(name=name))
            self._tell()

    def set_state(self, place: int, state: Tried) -> None:
        self._menus[place] = replace(self._menus[place], state=state)
        self._changed(tuple(self._menus))

    def _line(self, place: int) -> QWidget:
        menu = self._menus[place]
        name = LineField(name=f"第{place + 1}个菜单的名称", text=menu.name)
        name.editingFinished.connect(lambda: self._rename(place, name.text()))
        state = tried_field(f"{menu.name}是否可用", menu.state, lambda tried: self.set_state(place, tried))
        note = LineField(name=f"{menu.name}的说明", hint="说明", text=menu.note)
        note.editingFinished.connect(lambda: self._note(place, note.text()))
        drop = tool_button("remove", f"删去菜单“{menu.name}”")
        drop.clicked.connect(lambda: self._drop(place))
        line = QWidget()
        line.setLayout(row(name, state, note, drop, gap=6))
        return line

    def _rename(self, place: int, name: str) -> None:
        if place < len(self._menus) and name.strip() and name != self._menus[place].name:
            self._menus[place] = replace(self._menus[place], name=name.strip())
            self._changed(tuple(self._menus))

    def _note(self, place: int, note: str) -> None:
        if place < len(self._menus) and note != self._menus[place].note:
            self._menus[place] = replace(self._menus[place], note=note.strip())
            self._changed(tuple(self._menus))

    def _drop(self, place: int) -> None:
        del self._menus[place]
        self._tell()

    def _tell(self) -> None:
        self.show_menus(self._menus)
        self._changed(tuple(self._menus))


def tried_field(name: str, state: Tried, changed: Callable[[Tried], None]) -> ChoiceField:
    field = ChoiceField(name=name)
    for each in Tried:
        field.addItem(TRIED_WORDS[each], each.value)
    field.setCurrentIndex(field.findData(state.value))
    field.activated.connect(lambda _index: changed(Tried(field.currentData())))
    return field
