"""The pictures kept of an account: thumbnails side by side, opened by Enter, taken back by Delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from workbench.domain.evidence import Evidence
from workbench.gui.icons import icon

THUMBNAIL = QSize(104, 120)
_ITEM = QSize(116, 150)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureShelf(QListWidget):
    """`opened` and `removed` are called with what is chosen, `wanted` asks for a thumbnail."""

    def __init__(
        self,
        *,
        opened: Callable[[Evidence], None],
        removed: Callable[[Sequence[Evidence]], None],
        wanted: Callable[[Evidence], None],
    ) -> None:
        super().__init__()
        self._opened, self._removed, self._wanted = opened, removed, wanted
        self._pictures: tuple[Evidence, ...] = ()
        self._thumbnails: dict[str, QPixmap] = {}
        self.setAccessibleName("账号的图片")
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setIconSize(THUMBNAIL)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setFixedHeight(_ITEM.height() + 12)
        self.itemDoubleClicked.connect(lambda _item: self._open())

    @property
    def pictures(self) -> tuple[Evidence, ...]:
        return self._pictures

    def show_pictures(self, pictures: Sequence[Evidence]) -> None:
        self._pictures = tuple(pictures)
        self._thumbnails = {
            each.digest: self._thumbnails[each.digest] for each in pictures if each.digest in self._thumbnails
        }
        self.clear()
        for each in self._pictures:
            item = QListWidgetItem(icon("page"), each.note or each.title or "图片")
            item.setSizeHint(_ITEM)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            item.setToolTip(each.title or each.note)
            self.addItem(item)
            if each.digest in self._thumbnails:
                item.setIcon(QIcon(self._thumbnails[each.digest]))
            else:
                self._wanted(each)
        self.setVisible(bool(pictures))

    def put_thumbnail(self, digest: str, image: QImage) -> None:
        self._thumbnails[digest] = QPixmap.fromImage(image)
        for place, each in enumerate(self._pictures):
            if each.digest == digest:
                self.item(place).setIcon(QIcon(self._thumbnails[digest]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self._removed([self._pictures[index.row()] for index in self.selectedIndexes()])
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        place = self.currentRow()
        if 0 <= place < len(self._pictures):
            self._opened(self._pictures[place])
