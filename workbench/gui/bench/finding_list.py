"""The findings under the indicator in hand: two lines each, what waits first."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.icons import paint_icon
from workbench.gui.theme import Space, TypeScale, colour
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text

# Of the first findings, how much of each; and from what height on a window has room for all of it.
_SEEN, _SEEN_IN_A_LOW_WINDOW = (1.0, 1.0, 1.0), (1.0, 0.4)
_TALL_WINDOW = 860
_HEIGHT = 62
_HEIGHT_WITHOUT_PLACE = 46


class _FindingLook:
    def height(self, row: FindingRow) -> int:
        return _HEIGHT if row.place else _HEIGHT_WITHOUT_PLACE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: FindingRow) -> None:
        paint_ground(painter, option)
        inner = rect.adjusted(14, 5, -14, -5)
        lines = 3 if row.place else 2
        height = inner.height() // lines
        room = QRect(inner.left() + 26, inner.top(), inner.width() - 26, height)
        side = Space.ICON
        paint_icon(
            painter,
            QRect(inner.left(), room.center().y() - side // 2, side, side),
            row.look.meaning,
            colour(row.look.tone),
        )
        taken = paint_text(
            painter,
            room,
            row.look.word,
            tone=row.look.tone,
            size=TypeScale.SMALL,
            align=Qt.AlignmentFlag.AlignRight,
        )
        paint_text(
            painter,
            room.adjusted(0, 0, -taken - 8, 0),
            row.title,
            tone="text" if row.look.meaning != "dismissed" else "muted",
        )
        if row.place:
            room = room.translated(0, height)
            paint_text(
                painter,
                room,
                row.place,
                tone="accent",
                size=TypeScale.SMALL,
                elide=Qt.TextElideMode.ElideMiddle,
            )
        room = room.translated(0, height)
        rule = f"{row.rule.code} {row.rule.when}" if row.rule else ""
        below = " · ".join(part for part in (row.below, rule) if part)
        room = self._paint_evidence(painter, room, row.evidence)
        paint_text(painter, room, below, tone="muted", size=TypeScale.SMALL)

    @staticmethod
    def _paint_evidence(painter: QPainter, room: QRect, count: int) -> QRect:
        """A small camera and how many; the room that is left."""
        if not count:
            return room
        align = Qt.AlignmentFlag.AlignRight
        taken = paint_text(painter, room, str(count), tone="accent", size=TypeScale.SMALL, align=align)
        left = room.right() - taken - 18
        paint_icon(painter, QRect(left, room.center().y() - 7, 14, 14), "evidence", colour("accent"))
        return room.adjusted(0, 0, -taken - 26, 0)

    def in_words(self, row: FindingRow) -> str:
        return row.in_words()

    def hint(self, row: FindingRow) -> str:
        proof = "\n".join(f"{label}：{text}" for label, text in row.finding.proof)
        return "\n".join(part for part in (row.title, row.place, row.below, proof) if part)

    def key(self, row: FindingRow) -> Hashable:
        return row.finding.id

    def can_select(self, _row: FindingRow) -> bool:
        return True


class FindingList(RowList[FindingRow]):
    """Several may be selected and decided in one go."""

    def __init__(self, *, selected: Callable[[FindingRow | None], None]) -> None:
        super().__init__(name="问题", look=_FindingLook(), selected=selected, takes_several=True)

    def least_height(self) -> int:
        """However long the rules are, three findings are to be seen; in a low window the first, and so much of the second that
        it says there are more.
        """
        is_low = self.window().height() < _TALL_WINDOW
        shares = _SEEN_IN_A_LOW_WINDOW if is_low else _SEEN
        return round(
            sum(
                self.sizeHintForRow(n) * share
                for n, share in zip(range(len(self.rows)), shares, strict=False)
            )
        )

    def step(self, by: int) -> bool:
        """The finding `by` further on; False at the ends, where it stays."""
        here = self.currentIndex().row()
        place = min(len(self.rows) - 1, max(0, here + by))
        return place not in (here, -1) and self.select(self.rows[place].finding.id)

    def select_first_waiting(self) -> None:
        """Make the first that waits the current one, else the first; the key for confirming then needs no aiming."""
        rows = self.rows
        first = next((each for each in rows if each.waits), rows[0] if rows else None)
        if first is not None:
            self.select(first.finding.id)
