"""The saved pages of the subject in hand, read in the lane."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from workbench.gui.session import Session
from workbench.operations.show_page_file import ShownFile
from workbench.operations.show_saved_page import SavedPart, SavedSearch, find_saved_page, read_saved_part
from workbench.storage.workspace import Workspace


class SavedPageShelf(QObject):
    def __init__(self, session: Session, parent: QObject, *, subject: Callable[[], UUID | None]) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = subject
        self._asked = 0
        self._file: ShownFile | None = None
        self._is_on_top = False

    def find(self, url: str, done: Callable[[SavedSearch], None]) -> None:
        """Look for the saved copy of an address; only the search begun last is answered. A file laid on top is found first."""
        self._asked += 1
        if self._file is not None and self._file.copy.url == url and self._is_on_top:
            self._is_on_top = False
            done(SavedSearch(self._file.copy, 1))
            return
        turn, subject_id = self._asked, self._subject()

        def work(workspace: Workspace) -> SavedSearch:
            return find_saved_page(workspace, subject_id=subject_id, url=url)

        def home(found: SavedSearch) -> None:
            if turn == self._asked:
                done(found)

        self._session.read(self, work, done=home)

    def lay_on_top(self, file: ShownFile) -> None:
        """The next search for its address finds this file, in place of what was saved of the page otherwise."""
        self._file, self._is_on_top = file, True

    def forget(self) -> None:
        """What was asked for is not wanted any more."""
        self._asked += 1

    def read(self, number: int, is_page: bool, done: Callable[[SavedPart | None], None]) -> None:
        if number < 0:
            done(self._file.parts.get(number) if self._file is not None else None)
            return
        self._session.read(
            self,
            lambda workspace: read_saved_part(workspace, number, is_page=is_page),
            done=done,
            failed=lambda _error: done(None),
        )
