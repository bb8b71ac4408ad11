"""What a page of the window is, and the catalogue of all of them: every module called `*_page` below this folder."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QWidget

from workbench.discover import Catalogue
from workbench.gui.changes import Changes
from workbench.gui.check_process import CheckProcess
from workbench.gui.commands.command_catalogue import actions_on
from workbench.gui.destination import Destination
from workbench.gui.notice_line import NoticeLine
from workbench.gui.session import Session


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page is handed: it knows nothing else of the window. `is_reduced` is the mode without the browser engine."""

    session: Session
    checks: CheckProcess
    navigate: Callable[[Destination], None]
    tell: Callable[[NoticeLine], None]
    is_reduced: bool = False


class Page(QWidget):
    """A page is built when it is first shown and lives as long as the window; `commands` are those declared for it."""

    page_id: ClassVar[str] = ""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.commands = actions_on(self.page_id, self)

    @abstractmethod
    def refresh(self, changes: Changes) -> None:
        """Show the snapshot of the session as it is now."""

    def arrive(self, destination: Destination) -> None:
        """The user came here by a click elsewhere."""

    def take_focus(self) -> None:
        """The page has come on screen: the keys should work without a click first."""
        self.setFocus()

    def close_down(self) -> None:
        """The window is closing: let go of what does not go by itself."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    page_id: str
    title: str
    icon: str
    order: int
    make: Callable[[PageContext], Page]


_entries: Catalogue[PageEntry] = Catalogue("workbench.gui", ending="_page")
PageClass = TypeVar("PageClass", bound=type[Page])


def page(page_id: str, *, title: str, icon: str, order: int) -> Callable[[PageClass], PageClass]:
    """Declare the decorated class as a page of the window; `order` is its place on the rail."""

    def declare(page_class: PageClass) -> PageClass:
        page_class.page_id = page_id
        _entries.add(page_id, PageEntry(page_id, title, icon, order, page_class))
        return page_class

    return declare


def all_pages() -> tuple[PageEntry, ...]:
    return tuple(sorted(_entries, key=lambda entry: entry.order))
