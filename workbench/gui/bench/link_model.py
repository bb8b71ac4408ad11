"""The links of a subject, read by the page while the table scrolls: the numbers of all rows are known, their content is not."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkResult
from workbench.gui.bench.link_look import LINK_TONES, where_in_words
from workbench.gui.icons import icon
from workbench.gui.theme import colour

Index = QModelIndex | QPersistentModelIndex
# Asks for the links of these numbers; the answer comes back through `take`.
Fetch = Callable[[int, Sequence[int]], None]

PAGE_ROWS = 200
PAGES_KEPT = 40
TITLES = ("结果", "链接", "状态", "所在位置", "处数", "说明")
_TOP = QModelIndex()
_WAITING = "…"


class LinkModel(QAbstractTableModel):
    def __init__(self, fetch: Fetch, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, tuple[LinkResult, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def show(self, ids: Sequence[int]) -> None:
        if tuple(ids) == self._ids:
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def take(self, page: int, ids: Sequence[int], links: Sequence[LinkResult]) -> None:
        """A page has come; one that was asked for before the rows changed is of no use any more."""
        first = page * PAGE_ROWS
        self._asked.discard(page)
        if self._ids[first : first + PAGE_ROWS] != tuple(ids) or not links:
            return
        self._pages[page] = tuple(links)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min(first + len(links), len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(TITLES) - 1))

    def link(self, row: int) -> LinkResult | None:
        """The link of a row, or None while its page is on the way."""
        page, place = divmod(row, PAGE_ROWS)
        links = self._pages.get(page)
        if links is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return links[place] if place < len(links) else None

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return TITLES[section] if is_title else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        link = self.link(index.row())
        if link is None:
            return _WAITING if role == Qt.ItemDataRole.DisplayRole else None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return cell_text(link, index.column())
        if index.column() == 0:
            meaning, tone = LINK_TONES[link.outcome]
            if role == Qt.ItemDataRole.DecorationRole:
                return icon(meaning, tone=tone)
            if role == Qt.ItemDataRole.ForegroundRole:
                return colour(tone)
        return None

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        first = page * PAGE_ROWS
        self._fetch(page, self._ids[first : first + PAGE_ROWS])


def cell_text(link: LinkResult, column: int) -> str:
    cells = (
        LINK_OUTCOME_WORDS[link.outcome],
        link.url,
        str(link.status or ""),
        where_in_words(link),
        str(link.occurrence_count or len(link.occurrences) or ""),
        link.reason or link.final_url,
    )
    return cells[column]
