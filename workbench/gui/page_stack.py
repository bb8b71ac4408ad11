"""The ground the pages lie on: one is shown, and scrolls where the window is smaller than it can be."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.gui.page_catalogue import Page
from workbench.gui.widgets.scrolling_area import ScrollingArea


class PageStack(QStackedWidget):
    """`welcome` is shown while there is no page."""

    def __init__(self, welcome: QWidget) -> None:
        super().__init__()
        self.setObjectName("page_ground")
        self._welcome = welcome
        self._areas: dict[Page, ScrollingArea] = {}
        self.addWidget(welcome)

    @property
    def page(self) -> Page | None:
        shown = self.currentWidget()
        return next((page for page, area in self._areas.items() if area is shown), None)

    def show_page(self, page: Page) -> None:
        if page not in self._areas:
            self._areas[page] = ScrollingArea(page)
            self.addWidget(self._areas[page])
        self.setCurrentWidget(self._areas[page])

    def show_welcome(self) -> None:
        self.setCurrentWidget(self._welcome)
