"""The indicators of the subject in hand, grouped, each with its outcome, its price and what waits."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from workbench.gui.bench.indicator_rows import GroupRow, IndicatorListRow, IndicatorRow, next_waiting
from workbench.gui.icons import paint_icon
from workbench.gui.theme import Space, TypeScale, colour
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text


class _IndicatorLook:
    def height(self, row: IndicatorListRow) -> int:
        return 30 if isinstance(row, GroupRow) else Space.ROW

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: IndicatorListRow
    ) -> None:
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, row)
            return
        paint_ground(painter, option)
        inner = rect.adjusted(14, 0, -14, 0)
        side = Space.ICON
        paint_icon(
            painter,
            QRect(inner.left(), inner.center().y() - side // 2, side, side),
            row.look.meaning,
            colour(row.look.tone),
        )
        room = inner.adjusted(side + Space.S, 0, 0, 0)
        room = self._take(painter, room, row.amount, "text", is_strong=True)
        room = self._take(painter, room, row.word, "proposed" if row.waiting else row.look.tone)
        tone = "text" if row.is_open or row.look.meaning != "na" else "muted"
        paint_text(painter, room, row.indicator.name, tone=tone)

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        inner = rect.adjusted(14, 6, -14, 0)
        figure = f"{row.answered}/{row.total}"
        taken = paint_text(
            painter, inner, figure, tone="muted", size=TypeScale.SMALL, align=Qt.AlignmentFlag.AlignRight
        )
        paint_text(
            painter,
            inner.adjusted(0, 0, -taken - 8, 0),
            row.name,
            tone="muted",
            size=TypeScale.SMALL,
            is_strong=True,
        )

    @staticmethod
    def _take(painter: QPainter, room: QRect, text: str, tone: str, *, is_strong: bool = False) -> QRect:
        """Write at the right end and give back the room that is left."""
        if not text:
            return room
        size = TypeScale.SMALL
        taken = paint_text(
            painter, room, text, tone=tone, size=size, is_strong=is_strong, align=Qt.AlignmentFlag.AlignRight
        )
        return room.adjusted(0, 0, -taken - Space.S, 0)

    def in_words(self, row: IndicatorListRow) -> str:
        return row.name if isinstance(row, GroupRow) else row.in_words()

    def hint(self, row: IndicatorListRow) -> str:
        return "" if isinstance(row, GroupRow) else f"{row.indicator.code} {row.indicator.name}"

    def key(self, row: IndicatorListRow) -> Hashable:
        return f"group {row.name}" if isinstance(row, GroupRow) else row.indicator.code

    def can_select(self, row: IndicatorListRow) -> bool:
        return isinstance(row, IndicatorRow)


class IndicatorList(RowList[IndicatorListRow]):
    def __init__(self, *, selected: Callable[[str], None]) -> None:
        super().__init__(name="指标清单", look=_IndicatorLook(), selected=self._tell)
        self._selected = selected

    def step_to_waiting(self, by: int) -> bool:
        """To the indicator with something to confirm that comes next in this direction; False where it is the one in hand."""
        held = self.current()
        code = held.indicator.code if isinstance(held, IndicatorRow) else ""
        wanted = next_waiting(self.rows, code, by)
        return wanted != code and self.select(wanted)

    def _tell(self, found: IndicatorListRow | None) -> None:
        if isinstance(found, IndicatorRow):
            self._selected(found.indicator.code)
