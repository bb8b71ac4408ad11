"""The phrase bank: type a few characters, Enter writes the phrase; what is used often comes first."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from workbench.gui.theme import Space, TypeScale
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField
from workbench.gui.widgets.row_list import RowList
from workbench.gui.widgets.row_painting import paint_ground, paint_text
from workbench.operations.phrase_bank import Phrase, find_phrases, forget_phrase, phrases

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class _PhraseLook:
    def height(self, _row: Phrase) -> int:
        return Space.ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Phrase) -> None:
        paint_ground(painter, option, inset=2)
        inner = rect.adjusted(Space.M, 0, -Space.M, 0)
        below = f"{row.topic} · {row.uses} 次" if row.uses else row.topic
        align = Qt.AlignmentFlag.AlignRight
        taken = paint_text(painter, inner, below, tone="muted", size=TypeScale.SMALL, align=align)
        paint_text(painter, inner.adjusted(0, 0, -taken - Space.S, 0), row.text)

    def in_words(self, row: Phrase) -> str:
        return f"{row.text}，{row.topic}"

    def hint(self, row: Phrase) -> str:
        return row.text

    def key(self, row: Phrase) -> Hashable:
        return row.text

    def can_select(self, _row: Phrase) -> bool:
        return True


class PhraseForm(DialogFrame):
    """`taken` is handed the phrase that was picked."""

    def __init__(self, parent: QWidget | None, *, taken: Callable[[str], None]) -> None:
        super().__init__(
            parent,
            title="常用语",
            text="输入几个字筛选，回车写入备注。写过的备注会自动收进来，Ctrl+Delete 忘掉一条。",
            accept="写入",
        )
        self._taken = taken
        self.field = LineField(name="筛选常用语", hint="例如：链接 打不开")
        self.list: RowList[Phrase] = RowList(name="常用语", look=_PhraseLook(), selected=lambda _row: None)
        self.list.setProperty("kind", "framed")
        self.field.textChanged.connect(lambda _text: self._narrow())
        self.field.returnPressed.connect(self.take)
        self.field.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _index: self.take())
        self.add(self.field)
        self.add(self.list, stretch=1)
        self._all = phrases()
        self._narrow()
        self.resize(560, 520)
        self.field.setFocus()

    def take(self) -> None:
        """The phrase in hand; what was typed and is no phrase yet is written as it stands."""
        held = self.list.current()
        text = held.text if held is not None else self.field.text().strip()
        if not text:
            self.complain("没有符合的常用语，请换几个字。")
            return
        self._taken(text)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the list while the typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in _MOVES:
                self.list.event(event)
                return True
            if event.key() == Qt.Key.Key_Delete and is_held:
                self._forget()
                return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        held = self.list.current()
        if held is not None:
            forget_phrase(held.text)
            self._all = phrases()
            self._narrow()

    def _narrow(self) -> None:
        shown = find_phrases(self.field.text(), self._all)
        self.list.show_rows(shown)
        if shown:
            self.list.select(shown[0].text)
