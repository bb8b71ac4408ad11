"""The accounts at the left of the page, each with its platform and how long it is silent."""

from collections.abc import Callable, Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from workbench.gui.accounts.account_rows import AccountRow
from workbench.gui.icons import paint_icon
from workbench.gui.theme import Space, TypeScale, colour
from workbench.gui.widgets.boxes import column
from workbench.gui.widgets.fields import SearchField
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text
from workbench.gui.widgets.words import words

_ROW_HEIGHT = 50


class _AccountLook:
    def height(self, _row: AccountRow) -> int:
        return _ROW_HEIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: AccountRow) -> None:
        paint_ground(painter, option)
        inner = rect.adjusted(14, 6, -14, -6)
        top = QRect(inner.left() + 26, inner.top(), inner.width() - 26, inner.height() // 2)
        bottom = top.translated(0, top.height())
        look = row.look
        paint_icon(
            painter,
            QRect(inner.left(), top.center().y() - 8, Space.ICON, Space.ICON),
            look.meaning,
            colour(look.tone),
        )
        paint_text(painter, top, row.subject.name)
        used = paint_text(painter, bottom, look.word, tone=look.tone, size=TypeScale.SMALL)
        rest = bottom.adjusted(used + Space.XS, 0, 0, 0)
        paint_text(painter, rest, f"· {row.platform.name}", tone="muted", size=TypeScale.SMALL)

    def in_words(self, row: AccountRow) -> str:
        return row.in_words()

    def hint(self, row: AccountRow) -> str:
        return f"{row.subject.name}\n{row.subject.code}\n{row.subject.organiser}".strip()

    def key(self, row: AccountRow) -> Hashable:
        return row.subject.id

    def can_select(self, _row: AccountRow) -> bool:
        return True


class AccountList(QWidget):
    """`selected` is called with the account the user goes to."""

    def __init__(self, *, selected: Callable[[UUID], None]) -> None:
        super().__init__()
        self._selected = selected
        self._all: Sequence[AccountRow] = ()
        self._text = ""
        self.search = SearchField(name="查找账号", hint="名称、平台或单位", found=self._search)
        self._told = words(scale="small", tone="muted")
        self.list: RowList[AccountRow] = RowList(name="新媒体账号", look=_AccountLook(), selected=self._tell)
        self.search.lead_to(self.list)
        head = column(self.search, self._told, margins=(12, 12, 12, 8))
        whole = column(head, self.list, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_rows(self, rows: Sequence[AccountRow]) -> None:
        self._all = rows
        filled = sum(row.rhythm.newest is not None for row in rows)
        self._told.setText(f"已填写 {filled}/{len(rows)}")
        self._narrow()

    def select(self, subject_id: UUID | None) -> bool:
        return self.list.select(subject_id)

    def step(self, by: int) -> None:
        held = self.list.current()
        places = {row.subject.id: place for place, row in enumerate(self.list.rows)}
        if held is not None and 0 <= places[held.subject.id] + by < len(self.list.rows):
            self.list.select(self.list.rows[places[held.subject.id] + by].subject.id)

    def _search(self, text: str) -> None:
        self._text = text.casefold()
        self._narrow()

    def _narrow(self) -> None:
        self.list.show_rows([row for row in self._all if self._text in _searched(row)])

    def _tell(self, found: AccountRow | None) -> None:
        if found is not None:
            self._selected(found.subject.id)


def _searched(row: AccountRow) -> str:
    subject = row.subject
    return " ".join(
        (subject.name, subject.code, subject.platform, subject.organiser, row.platform.name)
    ).casefold()
