"""The links of a subject, read by the page while the table scrolls: how many there are is known, their content is not."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.domain.link import LINK_OUTCOME_WORDS, LinkResult
from workbench.gui.bench.link_look import LINK_TONES, where_in_words
from workbench.gui.icons import icon
from workbench.gui.theme import colour
from workbench.storage.link_window import LinkOrder, LinkQuery

Index = QModelIndex | QPersistentModelIndex
# Asks for the page of that number of what the query finds; the answer comes back through `take`.
Fetch = Callable[[int, LinkQuery], None]

PAGE_ROWS = 200
PAGES_KEPT = 40
TITLES = ("结果", "链接", "状态", "所在位置", "处数", "说明")
SORTED_BY = {0: LinkOrder.OUTCOME, 1: LinkOrder.FOUND, 2: LinkOrder.STATUS, 4: LinkOrder.PLACES}
"""Which columns sort, and by what: addresses stand in the order in which they were found."""

_TOP = QModelIndex()
_WAITING = "…"


class LinkModel(QAbstractTableModel):
    """`sorted_by` is called when the user asks for another order; the rows follow when `show` has them."""

    def __init__(
        self,
        fetch: Fetch,
        *,
        sorted_by: Callable[[LinkOrder, bool], None] = lambda _order, _is_descending: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._sorted_by = sorted_by
        self._query = LinkQuery()
        self._count = 0
        self._pages: OrderedDict[int, tuple[LinkResult, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._outdated: set[int] = set()

    def show(self, query: LinkQuery, count: int) -> None:
        """The same query with other rows keeps what is on screen until the new rows have come: nothing flickers."""
        if query != self._query or count < self._count:
            self.beginResetModel()
            self._query, self._count = query, count
            self._forget()
            self.endResetModel()
            return
        if count > self._count:
            self.beginInsertRows(_TOP, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self._asked.clear()
        self._outdated = set(self._pages)
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(TITLES) - 1))

    def clear(self) -> None:
        """Another subject: nothing of the last one stays, whatever its query was."""
        self.beginResetModel()
        self._count = 0
        self._forget()
        self.endResetModel()

    def take(self, page: int, query: LinkQuery, links: Sequence[LinkResult]) -> None:
        """A page has come; one that was asked for before the rows changed is of no use any more."""
        self._asked.discard(page)
        first = page * PAGE_ROWS
        if query != self._query or not links or first >= self._count:
            return
        self._outdated.discard(page)
        self._pages[page] = tuple(links)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min(first + len(links), self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(TITLES) - 1))

    def link(self, row: int) -> LinkResult | None:
        """The link of a row, or None while its page is on the way."""
        page, place = divmod(row, PAGE_ROWS)
        links = self._pages.get(page)
        if links is None or page in self._outdated:
            self._ask(page)
        if links is None:
            return None
        self._pages.move_to_end(page)
        return links[place] if place < len(links) else None

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column in SORTED_BY:
            self._sorted_by(SORTED_BY[column], order is Qt.SortOrder.DescendingOrder)

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
        if page not in self._asked:
            self._asked.add(page)
            self._fetch(page, self._query)

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._outdated.clear()


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
