"""The subjects at the left of the bench: filter, progress, and one row each with state, score and what waits."""

from collections.abc import Callable, Hashable
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QStyleOptionViewItem, QWidget

from workbench.gui.bench.subject_rows import SUBJECT_FILTERS, SubjectRow, find_rows, neighbour
from workbench.gui.icons import paint_icon
from workbench.gui.theme import Space, TypeScale, colour
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text
from workbench.gui.widgets.words import words

_ROW_HEIGHT = 50


class _SubjectLook:
    def height(self, _row: SubjectRow) -> int:
        return _ROW_HEIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: SubjectRow) -> None:
        paint_ground(painter, option)
        inner = rect.adjusted(14, 6, -14, -6)
        top = QRect(inner.left() + 26, inner.top(), inner.width() - 26, inner.height() // 2)
        bottom = top.translated(0, top.height())
        paint_icon(
            painter,
            QRect(inner.left(), top.center().y() - 8, Space.ICON, Space.ICON),
            row.look.meaning,
            colour(row.look.tone),
        )
        tone = row.look.tone if row.is_finished else "muted"
        figure = QRect(top.right() - 74, top.top(), 75, top.height())
        taken = paint_text(
            painter, figure, row.figure, tone=tone, is_strong=True, align=Qt.AlignmentFlag.AlignRight
        )
        name = top.adjusted(0, 0, -taken - Space.S, 0)
        paint_text(
            painter, name, row.subject.name, tone="text" if row.is_due else "muted", is_strong=row.waiting > 0
        )
        word = row.look.word
        used = paint_text(painter, bottom, word, tone=row.look.tone, size=TypeScale.SMALL)
        rest = bottom.adjusted(used + Space.XS, 0, 0, 0)
        paint_text(painter, rest, f"· {row.below}", tone="muted", size=TypeScale.SMALL)

    def in_words(self, row: SubjectRow) -> str:
        return row.in_words()

    def hint(self, row: SubjectRow) -> str:
        return f"{row.subject.name}\n{row.subject.code}\n{row.subject.home_url}".strip()

    def key(self, row: SubjectRow) -> Hashable:
        return row.subject.id

    def can_select(self, _row: SubjectRow) -> bool:
        return True


class SubjectList(QWidget):
    """`selected` is called with the subject the user goes to."""

    def __init__(self, *, selected: Callable[[UUID], None]) -> None:
        super().__init__()
        self._selected = selected
        self._all: tuple[SubjectRow, ...] = ()
        self._text = ""
        self.search = SearchField(name="筛选对象", hint="名称、编号或网址", found=self._search)
        self.filter = ChoiceField(name="显示哪些对象")
        for key, (title, _is_shown) in SUBJECT_FILTERS.items():
            self.filter.addItem(title, key)
        self.filter.currentIndexChanged.connect(lambda _index: self._narrow())
        self._progress = QProgressBar()
        self._progress.setAccessibleName("完成进度")
        self._progress.setTextVisible(False)
        self._told = words(scale="small", tone="muted")
        self.list: RowList[SubjectRow] = RowList(name="检查对象", look=_SubjectLook(), selected=self._tell)
        self.search.lead_to(self.list)
        self.search.returnPressed.connect(self._take_first)
        # Hundreds of rows, all of one height: none need be measured again for a tick.
        self.list.setUniformItemSizes(True)
        self._nothing = EmptyState("filter", "没有符合的对象", "换一个筛选条件，或清空筛选框。")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        head = column(self.search, self.filter, row(self._progress, self._told), margins=(12, 12, 12, 8))
        whole = column(head, self._stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def shown(self) -> tuple[SubjectRow, ...]:
        return self.list.rows

    def show_rows(self, rows: tuple[SubjectRow, ...]) -> None:
        self._all = rows
        due = [each for each in rows if each.is_to_judge]
        finished = sum(each.is_finished for each in due)
        self._progress.setRange(0, max(1, len(due)))
        self._progress.setValue(finished)
        self._told.setText(f"已完成 {finished}/{len(due)}")
        self._narrow()

    def show_filter(self, shows: str) -> None:
        self.search.clear()
        self._text = ""
        self.filter.setCurrentIndex(self.filter.findData(shows))
        self._narrow()

    def select(self, subject_id: UUID) -> bool:
        return self.list.select(subject_id)

    def begin(self) -> None:
        """Where the work is: the first that is not finished, else the first."""
        shown = self.shown
        found = next(
            (each for each in shown if each.is_to_judge and not each.is_finished and not each.is_vetoed), None
        )
        if shown:
            self.list.select((found or shown[0]).subject.id)

    def step(self, by: int, subject_id: UUID | None) -> bool:
        """To the subject `by` further on; False where the list ends."""
        found = neighbour(self.shown, subject_id, by)
        has_moved = found is not None and found.subject.id != subject_id
        if found is not None:
            self.list.select(found.subject.id)
        return has_moved

    def _take_first(self) -> None:
        """Who types a name and Enter means that subject; where it is the only one, the list is whole again for the next."""
        found = self.shown[0].subject.id if self.shown else None
        is_only = len(self.shown) == 1 and bool(self._text)
        if found is not None and self.list.current() is None:
            self.list.select(found)
        if is_only and found is not None:
            self.search.start_over()
            self.list.select(found)

    def _search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        shown = find_rows(self._all, shows=str(self.filter.currentData()), text=self._text)
        self.list.show_rows(shown)
        self._stack.setCurrentIndex(0 if shown else 1)

    def _tell(self, found: SubjectRow | None) -> None:
        if found is not None:
            self._selected(found.subject.id)
