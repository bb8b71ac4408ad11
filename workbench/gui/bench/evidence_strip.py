"""The pictures that bear out what is in hand, side by side; takes pictures that are dropped on it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.domain.evidence import Evidence
from workbench.gui.bench.evidence_rows import EvidenceRow
from workbench.gui.icons import icon
from workbench.gui.theme import Space, TypeScale, colour
from workbench.gui.widgets.boxes import column, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.row_painting import paint_text
from workbench.gui.widgets.words import words

THUMBNAIL = QSize(64, 38)
_ITEM = QSize(120, 50)
_EDGE = 3
_ICON = 24
_CAPTION = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.Key
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Space)
_BUTTONS = ("take-picture", "take-whole-page", "save-page-file", "add-picture")


class EvidenceStrip(QFrame):
    """`opened`, `removed` and, for pages kept as files, `exported` are called with what is chosen; `wanted` asks for thumbnails
    that are not here yet.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        *,
        opened: Callable[[Evidence], None],
        removed: Callable[[Sequence[Evidence]], None],
        exported: Callable[[Evidence], None],
        wanted: Callable[[Evidence], None],
    ) -> None:
        super().__init__()
        self._opened, self._removed, self._exported, self._wanted = opened, removed, exported, wanted
        self._rows: tuple[EvidenceRow, ...] = ()
        self._thumbnails: dict[str, QPixmap] = {}
        self._count = words("证据", scale="strong")
        self.list = _PictureList(
            acts={_KEY.Key_E: self._export_current, _KEY.Key_Delete: self._remove_chosen}
            | dict.fromkeys(_ENTER, self._open_current)
        )
        self.list.itemDoubleClicked.connect(lambda _item: self._open_current())
        self.list.customContextMenuRequested.connect(self._show_menu)
        head = row(
            self._count,
            None,
            *(action_button(actions[name]) for name in _BUTTONS),
            margins=(14, 0, 10, 0),
            gap=0,
        )
        self.setLayout(column(head, self.list, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.hide()

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these; what is shown already is left alone."""
        if tuple(rows) == self._rows and self.list.count() == len(rows):
            return
        self._rows = tuple(rows)
        self._count.setText(f"证据 {len(rows)}" if rows else "证据")
        held = self.list.currentRow()
        self.list.clear()
        for each in self._rows:
            self.list.addItem(self._item(each))
        self.list.setCurrentRow(min(held, len(rows) - 1))
        self.list.setVisible(bool(rows))

    def put_thumbnail(self, digest: str, image: QImage) -> None:
        self._thumbnails[digest] = QPixmap.fromImage(image)
        for place, each in enumerate(self._rows):
            if each.evidence.digest == digest and place < self.list.count():
                self.list.item(place).setIcon(QIcon(self._thumbnails[digest]))

    def forget_thumbnails(self) -> None:
        """Another subject comes: a day of pictures would fill the memory."""
        self._thumbnails.clear()

    def take_focus(self) -> None:
        """The newest is chosen where none was."""
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(self.list.count() - 1)
        self.list.setFocus()

    def current(self) -> EvidenceRow | None:
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _item(self, each: EvidenceRow) -> QListWidgetItem:
        item = QListWidgetItem(each.title)
        item.setData(_CAPTION, each.caption)
        item.setToolTip(each.hint)
        item.setSizeHint(_ITEM)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.title}，{each.hint}")
        if not each.evidence.is_picture:
            item.setIcon(icon("page-saved", tone="accent"))
            return item
        known = self._thumbnails.get(each.evidence.digest)
        item.setIcon(QIcon(known) if known is not None else icon("picture", tone="faint"))
        if known is None:
            self._wanted(each.evidence)
        return item

    def _open_current(self) -> None:
        held = self.current()
        if held is not None:
            self._opened(held.evidence)

    def _export_current(self) -> None:
        """Pictures are exported from the window that shows them, which comes up."""
        held = self.current()
        if held is not None:
            (self._opened if held.evidence.is_picture else self._exported)(held.evidence)

    def _remove_chosen(self) -> None:
        chosen = [self._rows[self.list.row(item)].evidence for item in self.list.selectedItems()]
        if chosen:
            self._removed(chosen)

    def _show_menu(self, at: QPoint) -> None:
        held = self.current()
        if held is None:
            return
        menu = QMenu(self)
        if held.evidence.is_picture:
            menu.addAction(icon("picture"), "打开，放大，加标记", partial(self._opened, held.evidence))
        else:
            menu.addAction(icon("page-saved"), "在网页区打开", partial(self._opened, held.evidence))
            menu.addAction(icon("save-as"), "导出…", partial(self._exported, held.evidence))
        delete = menu.addAction(icon("remove"), "删除", self._remove_chosen)
        delete.setEnabled(held.is_own)
        menu.popup(self.list.viewport().mapToGlobal(at))


class _PictureDelegate(QStyledItemDelegate):
    """A card: the picture, and beside it what it is and when."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("accent" if is_selected else "line"))
        painter.setBrush(colour("accent_soft" if is_selected else "surface"))
        painter.drawRoundedRect(card, Space.RADIUS, Space.RADIUS)
        painter.restore()
        room = card.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        caption, title = str(index.data(_CAPTION) or ""), str(index.data(Qt.ItemDataRole.DisplayRole))
        picture = QRect(room.topLeft(), QSize(_ICON if caption else THUMBNAIL.width(), room.height()))
        shown = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(shown, QIcon):
            shown.paint(painter, picture, Qt.AlignmentFlag.AlignCenter)
        beside = room.adjusted(picture.width() + _EDGE, 2, 0, -2)
        upper = QRect(beside.topLeft(), QSize(beside.width(), beside.height() // 2))
        kind, _, at = title.partition(" ")
        tone = "text" if is_selected else "muted"
        paint_text(painter, upper, caption or kind, tone=tone, size=TypeScale.SMALL)
        paint_text(
            painter,
            upper.translated(0, upper.height()),
            title if caption else at,
            tone=tone,
            size=TypeScale.SMALL,
        )


class _PictureList(QListWidget):
    """One line of pictures with keys of its own, which are heard before the page's."""

    def __init__(self, *, acts: Mapping[Qt.Key, Callable[[], None]]) -> None:
        super().__init__()
        self._acts = acts
        self.setAccessibleName("证据")
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setIconSize(THUMBNAIL)
        self.setItemDelegate(_PictureDelegate(self))
        self.setFixedHeight(_ITEM.height() + 12)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setProperty("kind", "pictures")

    def event(self, event: QEvent) -> bool:
        is_question = event.type() == QEvent.Type.ShortcutOverride
        if is_question and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return self._acts.get(Qt.Key(event.key())) if is_plain else None
