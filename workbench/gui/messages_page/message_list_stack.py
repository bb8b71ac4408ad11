"""The list of messages, or why there is none and what to do."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.message import Message
from workbench.gui.messages_page.message_list_rows import MessageRow
from workbench.gui.messages_page.message_table_fields import MESSAGE_FIELDS, MESSAGE_WIDTHS, TITLE_COLUMN
from workbench.gui.widgets.boxes import column, framed
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import RowModel

_LEAST = 140
_LIST, _NOTHING_YET, _NOTHING_HERE = range(3)


class MessageListStack(QStackedWidget):
    def __init__(
        self, *, take_in: Callable[[], None], totals: Callable[[], None], opened: Callable[[], None]
    ) -> None:
        super().__init__()
        self._take_in = take_in
        self._ask_totals = totals
        self.model = RowModel(MESSAGE_FIELDS, parent=self)
        self.table = RecordTable(name="留言", model=self.model, widths=MESSAGE_WIDTHS, stretches=TITLE_COLUMN)
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self.table.when_opened(lambda _row: opened())
        self.open_totals = push_button("打开汇总数…", meaning="totals")
        self.open_totals.clicked.connect(totals)
        self._nothing_here = EmptyState("filter", "", "", self.open_totals)
        self.addWidget(framed(column(self.table, margins=(12, 0, 12, 0)), kind="surface"))
        self.addWidget(self._nothing_yet())
        self.addWidget(self._nothing_here)
        # The keys of the edits below it stay in sight on a low screen.
        self.setMinimumHeight(_LEAST)

    def chosen(self) -> tuple[Message, ...]:
        """The selected messages, in the order shown."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[place].message for place in places)

    def show_rows(self, rows: Sequence[MessageRow], *, has_totals: bool, is_blank: bool) -> None:
        """What was selected stays so. `has_totals` where the figures count typed totals, `is_blank` where nothing is known."""
        kept = {message.id for message in self.chosen()}
        place = self.table.currentIndex().row()
        self.model.show(rows)
        self._select(kept, place)
        self._say_why_empty(has_totals=has_totals)
        self.setCurrentIndex(_NOTHING_YET if is_blank else _LIST if rows else _NOTHING_HERE)

    def _select(self, kept: set[UUID], place: int) -> None:
        """Where the edited row has left the list, the one that took its place is next."""
        places = [row for row, found in enumerate(self.model.rows) if found.message.id in kept]
        nearest = min(max(place, 0), len(self.model.rows) - 1)
        chosen = QItemSelection()
        for each in places or ([nearest] if self.model.rows else []):
            index = self.model.index(each, 0)
            chosen.select(index, index)
        if chosen:
            flags = QItemSelectionModel.SelectionFlag
            selection = self.table.selectionModel()
            selection.setCurrentIndex(chosen.indexes()[0], flags.NoUpdate)
            selection.select(chosen, flags.ClearAndSelect | flags.Rows)

    def _say_why_empty(self, *, has_totals: bool) -> None:
        """A figure may come from typed totals alone: then their list is the one to open."""
        self.open_totals.setVisible(has_totals)
        if has_totals:
            title, text = (
                "没有符合的逐条留言",
                "上面的数里有汇总数，它们没有逐条清单；打开汇总数可以查看和修改。",
            )
        else:
            title, text = "没有符合的留言", "换一个统计期、平台或状态，或清空查找框。"
        self._nothing_here.say("totals" if has_totals else "filter", title, text)

    def _nothing_yet(self) -> EmptyState:
        take_in = push_button("导入留言…", meaning="import", kind="primary")
        take_in.clicked.connect(self._take_in)
        totals = push_button("填写汇总数…", meaning="totals")
        totals.clicked.connect(self._ask_totals)
        return EmptyState(
            "messages",
            "还没有留言",
            "导入平台导出的留言表（csv、xlsx），要有留言时间和编号或标题；没有逐条清单的平台，填写它公布的汇总数。",
            take_in,
            totals,
        )
