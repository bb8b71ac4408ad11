"""The filters of the list: words, site, platform, and which of the lists behind the figures."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workbench.clocks.message_platforms import message_platforms
from workbench.gui.messages_page.message_list_rows import SHOWN
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.fields import ChoiceField, SearchField
from workbench.gui.widgets.words import words

_NARROWEST_SEARCH, _WIDEST_SEARCH, _WIDEST_SITE = 120, 260, 200


class MessageFilterBar(QWidget):
    """`scoped` is called when another site or platform is chosen, so that figures change too; `narrowed` for the rest."""

    def __init__(self, *, scoped: Callable[[], None], narrowed: Callable[[], None]) -> None:
        super().__init__()
        self._narrowed = narrowed
        self.text = ""
        self.search = SearchField(name="查找留言", hint="编号、标题或单位", found=self._search)
        self.site = ChoiceField(name="哪个网站的留言")
        self.platform = ChoiceField(name="哪个平台的留言")
        self.shows = ChoiceField(name="哪些留言")
        for key, shown in SHOWN.items():
            self.shows.addItem(shown.word, key)
        self.platform.addItem("全部平台", "")
        for platform in message_platforms().values():
            self.platform.addItem(platform.name, platform.id)
        self.offer_sites(())
        self.site.activated.connect(lambda _index: scoped())
        self.platform.activated.connect(lambda _index: scoped())
        self.shows.currentIndexChanged.connect(lambda _index: narrowed())
        self._count = words(tone="muted", scale="small")
        self.search.setMinimumWidth(_NARROWEST_SEARCH)
        self.search.setMaximumWidth(_WIDEST_SEARCH)
        self.site.setMaximumWidth(_WIDEST_SITE)
        parts = row(
            self.search, self.site, self.platform, self.shows, self._count, None, margins=(20, 8, 20, 8)
        )
        parts.setStretch(0, 2)
        self.setLayout(parts)

    @property
    def site_id(self) -> UUID | None:
        chosen = self.site.currentData()
        return UUID(chosen) if chosen else None

    @property
    def platform_id(self) -> str:
        return str(self.platform.currentData() or "")

    @property
    def shown_list(self) -> str:
        """A key of `SHOWN`."""
        return str(self.shows.currentData() or "")

    def show_list(self, key: str) -> None:
        self.shows.setCurrentIndex(self.shows.findData(key))

    def tell_count(self, count: int) -> None:
        self._count.setText(f"{count} 条")

    def offer_sites(self, sites: tuple[tuple[UUID, str], ...]) -> None:
        """The chosen one stays chosen."""
        chosen = self.site.currentData()
        self.site.blockSignals(True)
        self.site.clear()
        self.site.addItem("全部网站", None)
        for identity, name in sites:
            self.site.addItem(name, str(identity))
        self.site.setCurrentIndex(max(0, self.site.findData(chosen)))
        self.site.blockSignals(False)

    def _search(self, text: str) -> None:
        self.text = text
        self._narrowed()
