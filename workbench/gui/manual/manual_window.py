"""The window of the manual: chapters and search at the left, the text at the right, back and forward above it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.gui.icons import icon
from workbench.gui.manual.manual_chapters import Spot, all_chapters, chapters_with
from workbench.gui.manual.manual_view import ManualView
from workbench.gui.theme import Space
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import action_button
from workbench.gui.widgets.fields import SearchField
from workbench.gui.widgets.split_view import layout_memory, split_view
from workbench.gui.widgets.words import words

_GEOMETRY = "manual-window"
_SIZE = QSize(1080, 780)
_NAME = Qt.ItemDataRole.UserRole


class ManualWindow(QWidget):
    """A window beside the others: it stays while one works, and dialogs do not block it."""

    def __init__(self) -> None:
        super().__init__(None)
        self.setWindowTitle("使用手册")
        self._words = ""
        self.search = SearchField(name="在手册中查找", hint="查找，例如：抽样", found=self._search)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName("章节")
        self.chapters.setFrameShape(QListWidget.Shape.NoFrame)
        self.view = ManualView()
        self.search.returnPressed.connect(self.view.find_next)
        self._found = words(tone="muted", scale="small", wraps=True)
        self._build()
        self._connect()
        self._list({})

    def open_at(self, spot: Spot) -> None:
        """Show the chapter and come to the front."""
        self.view.show_spot(spot)
        self.showNormal() if self.isMinimized() else self.show()
        self.activateWindow()
        self.view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        layout_memory().setValue(_GEOMETRY, self.saveGeometry())
        event.accept()

    def _build(self) -> None:
        self._back = self._act("后退", "back", "Alt+Left", self.view.backward)
        self._forward = self._act("前进", "forward", "Alt+Right", self.view.forward)
        self._act("查找", "find", "Ctrl+F", self._to_search)
        self._act("下一处", "next", "F3", self.view.find_next)
        self._act("关闭", "reject", "Esc", self.close)
        self._back.setEnabled(False)
        self._forward.setEnabled(False)
        head = framed(
            row(
                action_button(self._back, shows_text=True),
                action_button(self._forward, shows_text=True),
                None,
                words("Alt+← 后退　Ctrl+F 查找　F3 下一处　Esc 关闭", tone="faint", scale="small"),
                margins=(12, 6, 16, 6),
            ),
            kind="bar",
        )
        side = column(self.search, self._found, self.chapters, margins=(12, 12, 8, 12))
        side.setStretch(2, 1)
        left = framed(side, kind="surface")
        left.setMinimumWidth(190)
        parts = split_view(
            "manual",
            Qt.Orientation.Horizontal,
            (left, framed(column(self.view), kind="surface")),
            sizes=(240, 840),
        )
        parts.setStretchFactor(1, 1)
        whole = column(head, parts, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setMinimumSize(560, 360)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        kept = layout_memory().value(_GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _connect(self) -> None:
        self.view.backwardAvailable.connect(self._back.setEnabled)
        self.view.forwardAvailable.connect(self._forward.setEnabled)
        self.view.sourceChanged.connect(lambda url: self._mark_chapter(Path(url.path()).stem))
        self.chapters.itemActivated.connect(self._open_item)
        self.chapters.currentItemChanged.connect(lambda item, _old: self._open_item(item))

    def _act(self, title: str, meaning: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(icon(meaning), title, self)
        action.setShortcut(keys)
        action.setToolTip(f"{title}（{keys.replace('Left', '←').replace('Right', '→')}）")
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search(self, text: str) -> None:
        if text == self._words:
            return
        self._words = text
        counts = chapters_with(text) if text else {}
        self._list(counts)
        self._found.setVisible(bool(text))
        self._found.setText(
            f"{len(counts)} 章里有“{text}”，回车看下一处" if counts else f"没有找到“{text}”，换一个说法试试"
        )
        if counts and self.view.chapter not in counts:
            self.view.show_spot(Spot(next(iter(counts))))
        self.view.highlight(text)
        self.view.find_first()

    def _list(self, counts: dict[str, int]) -> None:
        """All chapters, or those that have the words."""
        self.chapters.blockSignals(True)
        self.chapters.clear()
        for chapter in all_chapters():
            if self._words and chapter.name not in counts:
                continue
            count = counts.get(chapter.name)
            item = QListWidgetItem(f"{chapter.title}　{count}" if count else chapter.title)
            item.setData(_NAME, chapter.name)
            item.setSizeHint(QSize(80, Space.ROW))
            self.chapters.addItem(item)
        self.chapters.blockSignals(False)
        self._found.setVisible(bool(self._words))
        self._mark_chapter(self.view.chapter)

    def _mark_chapter(self, name: str) -> None:
        self.chapters.blockSignals(True)
        for place in range(self.chapters.count()):
            if self.chapters.item(place).data(_NAME) == name:
                self.chapters.setCurrentRow(place)
        self.chapters.blockSignals(False)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(_NAME) == self.view.chapter:
            return
        self.view.show_spot(Spot(str(item.data(_NAME))))
        self.view.find_first()
